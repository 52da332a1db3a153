/**
 * The signed part of an entry: `[t, e, d, p, n, h, hlc, a, b]` in deterministic CBOR. What is
 * verified are the bytes received; a frame is never encoded again.
 */

import { type Bytes, concat, copyOf } from './bytes.ts';
import { bytesToPlain, type Plain } from './cbor-read.ts';
import { plainToBytes, type Writable } from './cbor-write.ts';
import { contexts, hash } from './contexts.ts';
import type { EntryParts, Frame } from './types.ts';

const SIGNATURE = 64;
const FRAME_ITEMS = 9;
/** The first byte of [frame, sig, wraps]: an array of three. */
const WITH_WRAPS = 0x83;

export function frameToBytes(frame: Omit<Frame, 'body'> & { readonly body: Writable }): Bytes {
  return plainToBytes([
    frame.type,
    frame.epoch,
    frame.device,
    frame.previous,
    frame.viewN,
    frame.viewH,
    frame.hlc,
    frame.head,
    frame.body,
  ]);
}

/** The frame, or null where it does not have this form. */
export function bytesToFrame(bytes: Uint8Array): Frame | null {
  const items = bytesToPlain(bytes);
  if (!Array.isArray(items) || items.length !== FRAME_ITEMS) return null;
  const [type, epoch, device, previous, viewN, viewH, hlc, head, body] = items as Plain[];
  if (body === undefined) return null;
  if (!isCount(type) || !isCount(epoch) || !isCount(device)) return null;
  if (!isCount(viewN) || !isCount(hlc)) return null;
  if (!isBytes(previous, 32) || !isBytes(viewH, 16)) return null;
  if (head !== null && !isBytes(head, 32)) return null;
  return { type, epoch, device, previous, viewN, viewH, hlc, head, body };
}

/** What a device signs. `place` is w ‖ i: known to every reader, so it is not sent. */
export function signedBytes(place: Uint8Array, frame: Uint8Array): Bytes {
  return concat(contexts.entry, place, frame);
}

export function entryId(frame: Uint8Array, sig: Uint8Array): Bytes {
  return hash('id', frame, sig);
}

/** The plaintext of an entry: frame ‖ sig, or [frame, sig, wraps] where it carries wraps. */
export function entryToPlaintext(
  frame: Uint8Array,
  sig: Uint8Array,
  wraps: Writable | null,
): Bytes {
  return wraps === null ? concat(frame, sig) : plainToBytes([frame, sig, wraps]);
}

/** The entry's parts; the body is not read yet. */
export function plaintextToEntry(
  plaintext: Uint8Array,
): EntryParts | 'EncodingBroken' | 'FrameBroken' {
  const parts = plaintext[0] === WITH_WRAPS ? readWithWraps(plaintext) : readPlain(plaintext);
  if (parts === null) return 'EncodingBroken';
  const frame = bytesToFrame(parts.frame);
  if (frame === null) return 'FrameBroken';
  return {
    id: entryId(parts.frame, parts.sig),
    frame,
    frameBytes: parts.frame,
    sig: parts.sig,
    wraps: parts.wraps,
  };
}

function readPlain(plaintext: Uint8Array) {
  const end = plaintext.length - SIGNATURE;
  if (end <= 0) return null;
  return {
    frame: copyOf(plaintext.subarray(0, end)),
    sig: copyOf(plaintext.subarray(end)),
    wraps: null,
  };
}

function readWithWraps(plaintext: Uint8Array) {
  const items = bytesToPlain(plaintext);
  if (!Array.isArray(items)) return null;
  const [frame, sig, wraps] = items as Plain[];
  if (!(frame instanceof Uint8Array) || !isBytes(sig, SIGNATURE) || !Array.isArray(wraps))
    return null;
  return { frame, sig, wraps: wraps as readonly Plain[] };
}

export function isCount(value: Plain | undefined): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}

export function isBytes(value: Plain | undefined, length: number): value is Bytes {
  return value instanceof Uint8Array && value.length === length;
}
