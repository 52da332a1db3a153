/**
 * Runs every frozen vector with the code as it is and says what came of each, as plain JSON: for
 * tests in Node, for the same run in a browser, and for a second implementation to compare with.
 */

import { Aes128Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import { type Bytes, sameBytes, textToBytes } from '../envelope/bytes.ts';
import { openWire } from '../envelope/seal.ts';
import { deviceFromSeeds } from '../identity/device.ts';
import { importKemPublic, kemPairFromSeed } from '../identity/kem.ts';
import { epochSecret } from '../identity/secret.ts';
import { sign, verify, verifyNow } from '../identity/signing.ts';
import entries from './entries.json' with { type: 'json' };
import joining from './joining.json' with { type: 'json' };
import { type JoiningCase, judgeJoining } from './judge-joining.ts';
import known from './known.json' with { type: 'json' };
import { type Entrance, readEntries } from './read-entries.ts';
import salamander from './salamander.json' with { type: 'json' };
import signatures from './signatures.json' with { type: 'json' };
import version from './version.json' with { type: 'json' };

export interface VectorResult {
  readonly name: string;
  /** Whether it came out as frozen. */
  readonly right: boolean;
  readonly verdict: string;
  /** After this message; empty where a vector has no state. */
  readonly stateHash: string;
}

export async function runVectors(): Promise<readonly VectorResult[]> {
  return [
    ...(await runEntries('streamed', entries)),
    ...(await runEntries('late', entries)),
    ...(await runEntries('from disk', entries)),
    ...(await runEntries('streamed', version)),
    ...(await runEntries('late', version)),
    ...(await runEntries('from disk', version)),
    ...(await runSignatures()),
    ...(await runJoining()),
    ...(await runKnown()),
    await runSalamander(),
  ];
}

async function runEntries(
  entrance: Entrance,
  story: typeof entries,
): Promise<readonly VectorResult[]> {
  const from = {
    workspace: fromText(story.workspace),
    stream: fromText(story.stream),
    epochs: story.epochs.map(fromText),
  };
  const wires = story.entries.map(({ wire }) => fromText(wire));
  const read = await readEntries(from, wires, entrance);
  return story.entries.map(({ name, verdict, stateHash }, i) => ({
    name: `${entrance}: ${name}`,
    right: read[i]?.verdict === verdict && read[i]?.stateHash === stateHash,
    verdict: read[i]?.verdict ?? '',
    stateHash: read[i]?.stateHash ?? '',
  }));
}

async function runJoining(): Promise<readonly VectorResult[]> {
  const results: VectorResult[] = [];
  for (const one of joining as unknown as readonly (JoiningCase & { readonly verdict: string })[]) {
    const said = await judgeJoining(one);
    results.push({ name: one.name, right: said === one.verdict, verdict: said, stateHash: '' });
  }
  return results;
}

async function runSignatures(): Promise<readonly VectorResult[]> {
  return Promise.all(
    signatures.map(async ({ name, pub, message, sig, valid }) => {
      const [key, bytes, text] = [fromHex(pub), fromHex(sig), fromHex(message)];
      const said = await verify(key, bytes, text);
      const right = said === valid && verifyNow(key, bytes, text) === valid;
      return { name: `signature: ${name}`, right, verdict: String(said), stateHash: '' };
    }),
  );
}

async function runKnown(): Promise<readonly VectorResult[]> {
  const results: VectorResult[] = [];
  const add = (name: string, right: boolean) =>
    results.push({ name, right, verdict: right ? 'equal' : 'differs', stateHash: '' });
  for (const [i, { seed, pub, message, sig }] of known.ed25519.entries()) {
    const device = await deviceFromSeeds({ sign: fromHex(seed), kem: fromHex(seed) });
    const made = await sign(device.sign, fromHex(message));
    add(`RFC 8032 test ${i + 1}`, equalHex(device.card.sign, pub) && equalHex(made, sig));
  }
  const { ikm, salt, info, okm } = known.hkdf;
  const handle = await crypto.subtle.importKey('raw', fromHex(ikm), 'HKDF', false, ['deriveBits']);
  const how = { name: 'HKDF', hash: 'SHA-256', salt: fromHex(salt), info: fromHex(info) };
  const bits = await crypto.subtle.deriveBits(how, handle, 42 * 8);
  add('RFC 5869 A.1', equalHex(new Uint8Array(bits), okm));
  add('RFC 9180 A.1.1', await hpkeIsEqual());
  return results;
}

/** The RFC's AES-128 suite through the library and key derivation that ours are made of. */
async function hpkeIsEqual(): Promise<boolean> {
  const v = known.hpke;
  const { pair, pub } = await kemPairFromSeed(fromHex(v.ikmR));
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes128Gcm(),
  });
  const info = fromHex(v.info).buffer;
  const recipientPublicKey = await importKemPublic(pub);
  const ekm = fromHex(v.ikmE).buffer;
  const aad = fromHex(v.aad).buffer;
  const sealed = await suite.seal({ recipientPublicKey, info, ekm }, fromHex(v.pt).buffer, aad);
  const enc = fromHex(v.enc).buffer;
  const opened = await suite.open({ recipientKey: pair, enc, info }, fromHex(v.ct).buffer, aad);
  return (
    equalHex(pub, v.pkR) &&
    equalHex(new Uint8Array(sealed.enc), v.enc) &&
    equalHex(new Uint8Array(sealed.ct), v.ct) &&
    equalHex(new Uint8Array(opened), v.pt)
  );
}

async function runSalamander(): Promise<VectorResult> {
  const wire = fromText(salamander.wire);
  const stream = fromText(salamander.stream);
  const first = await openWire(wire, await epochSecret(fromText(salamander.first)), stream);
  const second = await openWire(wire, await epochSecret(fromText(salamander.second)), stream);
  const say = (found: Uint8Array | string) => (typeof found === 'string' ? found : 'opened');
  const verdict = `${say(first)}, ${say(second)}`;
  const right = verdict === salamander.verdict;
  return { name: 'salamander', right, verdict, stateHash: '' };
}

function fromText(text: string): Bytes {
  return textToBytes(text) ?? new Uint8Array(0);
}

function fromHex(hex: string): Bytes {
  return Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}

function equalHex(bytes: Uint8Array, hex: string): boolean {
  return sameBytes(bytes, fromHex(hex));
}
