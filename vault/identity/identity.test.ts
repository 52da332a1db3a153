import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import { contexts } from '../envelope/contexts.ts';
import { seededRandom } from '../testing/cast.ts';
import signatures from '../vectors/signatures.json' with { type: 'json' };
import { isAdmissible, isAdmissibleKemKey, isAdmissibleSignKey } from './admissible.ts';
import { createDeviceSeeds, deviceFromSeeds } from './device.ts';
import { openSealed, SEAL_OVERHEAD, sealTo } from './kem.ts';
import { circleSecret, epochSecret } from './secret.ts';
import { sign, verify, verifyNative, verifyNow } from './signing.ts';
import {
  unwrapCircle,
  unwrapDevice,
  unwrapEpoch,
  unwrapRaw,
  wrapDevice,
  wrapRaw,
} from './wrapping.ts';

const hex = (text: string) => Uint8Array.from(Buffer.from(text, 'hex'));

async function storageKey() {
  const raw = new Uint8Array(32).fill(3);
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['wrapKey', 'unwrapKey']);
}

test('an honest signature is valid in every engine, and no changed one is', async () => {
  const random = seededRandom('sign');
  const device = await deviceFromSeeds(createDeviceSeeds(random));
  const message = random(100);
  const sig = await sign(device.sign, message);
  const { sign: pub } = device.card;
  expect(await verifyNative(pub, sig, message)).toBe(true);
  expect(verifyNow(pub, sig, message)).toBe(true);
  for (let i = 0; i < 64; i += 7) {
    const changed = sig.slice();
    changed[i] = (changed[i] as number) ^ 1;
    expect(await verify(pub, changed, message)).toBe(false);
  }
});

test('D07: keys with torsion, of small order or in another encoding are not admitted', () => {
  const refused = signatures.filter(({ name }) =>
    /key with torsion|small-order key|odd key/.test(name),
  );
  expect(refused.length).toBeGreaterThan(20);
  for (const { name, pub } of refused) expect(isAdmissibleSignKey(hex(pub)), name).toBe(false);
  for (const pub of ['', '00', '02'.repeat(32)]) expect(isAdmissibleSignKey(hex(pub))).toBe(false);
  expect(isAdmissibleSignKey(ed25519.getPublicKey(new Uint8Array(32).fill(1)))).toBe(true);
});

test('X25519 keys of low order or in another encoding are not admitted', () => {
  const low = [
    '0000000000000000000000000000000000000000000000000000000000000000',
    '0100000000000000000000000000000000000000000000000000000000000000',
    'e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800',
    '5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157',
    'ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'edffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    'eeffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f',
    '0900000000000000000000000000000000000000000000000000000000000080',
  ];
  for (const pub of low) expect(isAdmissibleKemKey(hex(pub)), pub).toBe(false);
  expect(isAdmissibleKemKey(hex(`09${'00'.repeat(31)}`))).toBe(true);
});

test('a device made from seeds is admissible, the same each time, and its keys stay inside', async () => {
  const seeds = createDeviceSeeds(seededRandom('device'));
  const [one, two] = [await deviceFromSeeds(seeds), await deviceFromSeeds(seeds)];
  expect(one.card).toEqual(two.card);
  expect(isAdmissible(one.card)).toBe(true);
  expect(one.sign.extractable).toBe(false);
  expect(one.kem.privateKey.extractable).toBe(false);
});

test('what is sealed to a device opens there, for that use, and nowhere else', async () => {
  const random = seededRandom('hpke');
  const [one, two] = [
    await deviceFromSeeds(createDeviceSeeds(random)),
    await deviceFromSeeds(createDeviceSeeds(random)),
  ];
  const sealed = await sealTo(one.card.kem, contexts.wrap, random(32), random);
  expect(sealed.length).toBe(32 + SEAL_OVERHEAD);
  expect((await openSealed(one.kem, contexts.wrap, sealed))?.length).toBe(32);
  expect(await openSealed(two.kem, contexts.wrap, sealed)).toBeNull();
  expect(await openSealed(one.kem, contexts.welcome, sealed)).toBeNull();
  expect(await openSealed(one.kem, contexts.wrap, sealed.slice(1))).toBeNull();
});

test('wrapped keys come back working, and cannot be exported', async () => {
  const random = seededRandom('wrap');
  const by = await storageKey();
  const seeds = createDeviceSeeds(random);
  const device = await deviceFromSeeds(seeds);
  const back = await unwrapDevice(await wrapDevice(seeds, device.card, by, random), by);
  if (back === null) throw new Error('Must hold: it unwraps');
  expect([back.sign.extractable, back.kem.privateKey.extractable]).toEqual([false, false]);
  const message = random(10);
  expect(await verify(device.card.sign, await sign(back.sign, message), message)).toBe(true);
  const sealed = await sealTo(device.card.kem, contexts.wrap, random(32), random);
  expect(await openSealed(back.kem, contexts.wrap, sealed)).not.toBeNull();
});

test('a wrapped epoch or circle key opens for its own use only', async () => {
  const random = seededRandom('raw');
  const by = await storageKey();
  const raw = random(32);
  const wrapped = await wrapRaw(raw, 'epoch/3', by, random);
  const epoch = await unwrapEpoch(wrapped, 'epoch/3', by);
  expect(epoch?.commit).toEqual((await epochSecret(raw)).commit);
  expect(epoch?.key.extractable).toBe(false);
  expect(await unwrapEpoch(wrapped, 'epoch/4', by)).toBeNull();
  expect(await unwrapRaw(wrapped, 'epoch/3', by)).toEqual(raw);
  const circle = await unwrapCircle(wrapped, 'epoch/3', by);
  expect(circle?.kemPub).toEqual((await circleSecret(raw)).kemPub);
  const broken = wrapped.slice();
  broken[20] = (broken[20] as number) ^ 1;
  expect(await unwrapRaw(broken, 'epoch/3', by)).toBeNull();
});
