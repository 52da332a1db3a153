/**
 * Looks into a message: asynchronous, and decides nothing. It may be called early, late or twice;
 * `step` alone says what a message means at its place.
 */

import { plainHash } from '../envelope/contexts.ts';
import { plaintextToEntry, signedBytes } from '../envelope/frame.ts';
import { MAX_CONTENT_WIRE, MAX_WIRE, openWire, readHeader } from '../envelope/seal.ts';
import { verify } from '../identity/signing.ts';
import { plainToBody } from './body.ts';
import type { BrokenBecause, Entry, Opened, OpenKeys } from './types.ts';

export async function open(wire: Uint8Array, keys: OpenKeys): Promise<Opened> {
  const hash = plainHash(wire);
  const header = readHeader(wire);
  const about = { hash, kid: header?.kid ?? null, knownVersion: header?.known ?? false };
  const secret = header?.known ? keys.secretFor(header.kid) : undefined;
  if (secret === undefined) return { ...about, found: { type: 'NoKey' } };
  if (wire.length > MAX_WIRE) return { ...about, found: { type: 'Broken', because: 'TooLarge' } };
  const plaintext = await openWire(wire, secret, keys.stream);
  const entry = typeof plaintext === 'string' ? plaintext : readEntry(plaintext, wire.length);
  if (typeof entry === 'string') return { ...about, found: { type: 'Broken', because: entry } };
  const by = keys.signerOf(entry.frame.device);
  const signed =
    by === undefined
      ? null
      : { by, place: keys.place, valid: await isSigned(by, entry, keys.place) };
  return { ...about, found: { type: 'Entry', entry, signed } };
}

function isSigned(by: Uint8Array, entry: Entry, place: Uint8Array): Promise<boolean> {
  return verify(by, entry.sig, signedBytes(place, entry.frameBytes));
}

/** The entry in a plaintext, or what is not of the format. */
export function readEntry(plaintext: Uint8Array, size: number): Entry | BrokenBecause {
  const parts = plaintextToEntry(plaintext);
  if (typeof parts === 'string') return parts;
  const body = plainToBody(parts.frame.type, parts.frame.body);
  if (body === null) return 'BodyBroken';
  if (body.kind !== 'chain') {
    if (size > MAX_CONTENT_WIRE) return 'TooLarge';
    if (parts.wraps !== null || parts.frame.head !== null) return 'FrameBroken';
  }
  return { ...parts, body };
}
