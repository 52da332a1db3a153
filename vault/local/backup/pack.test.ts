import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToPlain, type Plain } from '../../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../../envelope/cbor-write.ts';
import { plainHash } from '../../envelope/contexts.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../../identity/device.ts';
import { createKeyring } from '../../identity/keyring.ts';
import { beginWorkspace } from '../../log/begin-workspace.ts';
import { createMemoryStream } from '../../log/memory-stream.ts';
import type { State } from '../../membership/state.ts';
import { anyPlain, withAnother } from '../../testing/any-plain.ts';
import { packBackup, unpackBackup } from './pack.ts';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));
const seeds = createDeviceSeeds(random);
const keyring = createKeyring(await deviceFromSeeds(seeds));
const replica = await beginWorkspace({
  keys: keyring,
  stream: createMemoryStream(random(16)),
  random,
  clock: () => 1000,
  deliver: () => {},
});
const keys = await keyring.reveal();
const blocks = [{ name: 'everyone/table/asks', bytes: Uint8Array.of(1, 2, 3) }];
const about = { device: 0, member: replica.member, madeAt: 1000, records: 1, texts: 0 };
const pack = (state: State) => packBackup({ state, keys, blocks }, about, keyring.device.sign);
const packed = await pack(replica.state);

/** The file with its three parts changed by hand, as whoever has the recipient's key could. */
function changed(change: (file: Writable[]) => void): Uint8Array {
  const file = [...(bytesToPlain(packed) as readonly Plain[])] as Writable[];
  change(file);
  return plainToBytes(file);
}

test('what is packed comes out again, with its blocks and keys', () => {
  expect(unpackBackup(packed)).toMatchObject({ blocks, keys, ...about });
});

test('there is no device key in it', () => {
  const hex = packed.toHex();
  for (const seed of [seeds.sign, seeds.kem]) expect(hex.includes(seed.toHex())).toBe(false);
});

test('F05: any change of manifest, signature or parts is found, by somebody who can seal too', () => {
  const wrong = { type: 'BackupAltered' };
  const flip = (at: number) => (file: Writable[]) => {
    const bytes = Uint8Array.from(file[at] as Uint8Array);
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) ^ 1;
    file[at] = bytes;
  };
  expect(unpackBackup(changed(flip(1)))).toEqual(wrong);
  const parts = (file: Writable[]) => file[2] as [string, Uint8Array][];
  const drop = (file: Writable[]) => {
    file[2] = parts(file).slice(0, -1);
  };
  const swap = (file: Writable[]) => {
    file[2] = parts(file).toReversed();
  };
  const rename = (file: Writable[]) => {
    file[2] = parts(file).map(([name, bytes]) => [`${name}x`, bytes]);
  };
  const alter = (file: Writable[]) => {
    file[2] = parts(file).map(([name, bytes]) => [name, bytes.map((byte) => byte ^ 1)]);
  };
  for (const change of [drop, swap, rename, alter]) {
    expect(unpackBackup(changed(change))).toEqual(wrong);
  }
});

test('a chain whose entries were replaced does not hold, whoever signed the manifest', async () => {
  const { state } = replica;
  const [first, ...rest] = state.chain;
  const forged = { frame: first?.frame as Uint8Array, sig: new Uint8Array(64) };
  expect(unpackBackup(await pack({ ...state, chain: [forged, ...rest] }))).toEqual({
    type: 'BackupAltered',
  });
  expect(unpackBackup(await pack({ ...state, chain: [] }))).toEqual({ type: 'BackupAltered' });
});

test('anything else is no backup, and a newer one says so', async () => {
  for (const bytes of [
    new Uint8Array(0),
    Uint8Array.of(1),
    plainToBytes([1, 2, 3]),
    plainToBytes({}),
  ]) {
    expect(unpackBackup(bytes)).toEqual({ type: 'NotABackup' });
  }
  const newer = changed((file) => {
    const manifest = bytesToPlain(file[0] as Uint8Array) as { [key: string]: Writable };
    file[0] = plainToBytes({ ...manifest, version: 2 });
  });
  expect(unpackBackup(newer)).toEqual({ type: 'NewerVersion' });
});

const refusals = ['NotABackup', 'BackupAltered', 'NewerVersion'];

/** Reads without an error and gives one of the refusals, or the backup itself where nothing differs. */
function isRefused(bytes: Uint8Array) {
  const read = unpackBackup(bytes);
  if ('type' in read) expect(refusals).toContain(read.type);
  else expect(bytes).toEqual(packed);
}

const at = fc.array(fc.nat(40), { maxLength: 5 });

test('F05: whatever stands where a backup should, reading it ends in one refusal', () => {
  fc.assert(fc.property(anyPlain, (other) => isRefused(plainToBytes(other))));
  const whole = bytesToPlain(packed) as Plain;
  fc.assert(
    fc.property(at, anyPlain, (path, other) => {
      isRefused(plainToBytes(withAnother(whole, path, other)));
    }),
    { numRuns: 300 },
  );
});

test('F05: whatever stands anywhere in the manifest, reading it ends in one refusal', () => {
  fc.assert(
    fc.property(at, anyPlain, (path, other) => {
      isRefused(
        changed((file) => {
          const manifest = bytesToPlain(file[0] as Uint8Array) as Plain;
          file[0] = plainToBytes(withAnother(manifest, path, other));
        }),
      );
    }),
    { numRuns: 500 },
  );
});

test('F05: whatever stands anywhere in the state or the keys, with hashes that agree, is refused', () => {
  fc.assert(
    fc.property(fc.nat(1), at, anyPlain, (which, path, other) => {
      isRefused(
        changed((file) => {
          const parts = (file[2] as [string, Uint8Array][]).map(([name, bytes], i) => {
            if (i !== which) return [name, bytes] as const;
            const plain = bytesToPlain(bytes) as Plain;
            return [name, plainToBytes(withAnother(plain, path, other))] as const;
          });
          const manifest = bytesToPlain(file[0] as Uint8Array) as { [key: string]: Writable };
          const list = parts.map(([name, bytes]) => [name, bytes.length, plainHash(bytes)]);
          file[0] = plainToBytes({ ...manifest, parts: list });
          file[2] = parts.map(([name, bytes]) => [name, bytes]);
        }),
      );
    }),
    { numRuns: 500 },
  );
});
