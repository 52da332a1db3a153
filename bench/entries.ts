/**
 * Entries as they travel, made and opened with the vault's own frame, signature and envelope, under
 * fixed keys. The chain and the log's counting are not here: only what each entry costs.
 */

import {
  entryToPlaintext,
  frameToBytes,
  plaintextToEntry,
  signedBytes,
} from '../vault/envelope/frame.ts';
import { openWire, sealWire } from '../vault/envelope/seal.ts';
import { sign, verify } from '../vault/identity/signing.ts';
import type { Secret } from '../vault/identity/types.ts';
import { opsToPlain, plainToOps } from '../vault/log/ops.ts';
import type { Accepted, OpRun } from '../vault/types.ts';
import { sealKeys } from './seal.ts';

const plainOps = 32;
const place = new Uint8Array(64).fill(3);
const stream = new Uint8Array(16).fill(4);

export interface EntryKeys {
  readonly secret: Secret;
  readonly sign: CryptoKey;
  readonly verify: Uint8Array;
}

export async function entryKeys(): Promise<EntryKeys> {
  const raw = new Uint8Array(32).fill(5);
  const key = await crypto.subtle.importKey('raw', raw, 'HKDF', false, ['deriveBits']);
  const keys = await sealKeys();
  const pub = new Uint8Array(await crypto.subtle.exportKey('raw', keys.verify));
  return { secret: { key, commit: new Uint8Array(32).fill(6) }, sign: keys.sign, verify: pub };
}

/** The wire of one entry, and its length before padding. */
export async function sealEntry(
  keys: EntryKeys,
  about: { readonly position: number; readonly device: number; readonly hlc: number },
  run: OpRun,
): Promise<{ wire: Uint8Array<ArrayBuffer>; unpadded: number }> {
  const frame = frameToBytes({
    type: plainOps,
    epoch: 0,
    device: about.device,
    previous: new Uint8Array(32).fill(1),
    viewN: about.position - 1,
    viewH: new Uint8Array(16).fill(2),
    hlc: about.hlc,
    head: null,
    body: opsToPlain({ runs: [run], releases: [] }),
  });
  const plaintext = entryToPlaintext(frame, await sign(keys.sign, signedBytes(place, frame)), null);
  const wire = await sealWire(plaintext, keys.secret, stream, (length) =>
    crypto.getRandomValues(new Uint8Array(length)),
  );
  // version, suite, key id, salt, commitment and tag stand around the plaintext
  return { wire, unpadded: plaintext.length + 90 };
}

export async function openEntry(
  keys: EntryKeys,
  wire: Uint8Array,
  position: number,
): Promise<Accepted> {
  const plaintext = await openWire(wire, keys.secret, stream);
  const entry = typeof plaintext === 'string' ? plaintext : plaintextToEntry(plaintext);
  if (typeof entry === 'string') throw new Error(entry);
  if (!(await verify(keys.verify, entry.sig, signedBytes(place, entry.frameBytes)))) {
    throw new Error('The signature does not hold');
  }
  const ops = plainToOps(entry.frame.body);
  if (!ops) throw new Error('No ops');
  const { device, hlc } = entry.frame;
  return {
    position,
    device,
    member: `member-${device}`,
    hlc,
    audience: 'everyone',
    runs: ops.runs,
  };
}

/** The WebCrypto calls of one entry and nothing else: signature, derivation, import, sealing. */
export async function bareEntry(
  keys: EntryKeys,
  plaintext: Uint8Array<ArrayBuffer>,
): Promise<void> {
  await crypto.subtle.sign('Ed25519', keys.sign, plaintext);
  const salt = crypto.getRandomValues(new Uint8Array(32));
  const given = { name: 'HKDF', hash: 'SHA-256', salt, info: place };
  const okm = await crypto.subtle.deriveBits(given, keys.secret.key, 512);
  const key = await crypto.subtle.importKey('raw', okm.slice(0, 32), 'AES-GCM', false, ['encrypt']);
  await crypto.subtle.encrypt({ name: 'AES-GCM', iv: new Uint8Array(12) }, key, plaintext);
}
