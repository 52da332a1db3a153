/** What is compressed somewhere inside of bytes: gzip, zlib and zip, wherever they begin. */
import { constants, inflateRawSync, inflateSync } from 'node:zlib';

export interface Inside {
  readonly kind: 'gzip' | 'zlib' | 'zip';
  readonly at: number;
  readonly content: Buffer;
}

/** Bytes that one compressed part may become. */
const MOST = 64 * 1024 * 1024;
/** A part that was cut off still says what it says. */
const lenient = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: MOST };
/** The second byte of zlib, by how hard it tried. */
const ZLIB = new Set([0x01, 0x5e, 0x9c, 0xda]);

export function inside(bytes: Buffer): readonly Inside[] {
  const found: Inside[] = [];
  for (let at = 0; at + 4 < bytes.length; at++) {
    const [a, b, c, d] = [bytes[at], bytes[at + 1], bytes[at + 2], bytes[at + 3]];
    if (a === 0x1f && b === 0x8b && c === 8) add('gzip', at, () => gunzipped(bytes, at));
    else if (a === 0x78 && ZLIB.has(b ?? 0))
      add('zlib', at, () => inflateSync(bytes.subarray(at), lenient));
    else if (a === 0x50 && b === 0x4b && c === 3 && d === 4)
      add('zip', at, () => zipped(bytes, at));
  }
  return found;

  function add(kind: Inside['kind'], at: number, open: () => Buffer): void {
    try {
      const content = open();
      // What is only called compressed by two bytes of chance gives next to nothing.
      if (content.length > 7) found.push({ kind, at, content });
    } catch {
      // It only looked like it.
    }
  }
}

/** One member of gzip; what follows it, if anything, is found by itself. */
function gunzipped(bytes: Buffer, at: number): Buffer {
  const flags = bytes[at + 3] ?? 0;
  let from = at + 10;
  if (flags & 4) from += 2 + bytes.readUInt16LE(from);
  // A name and a remark, each ended by a zero.
  for (const flag of [8, 16]) if (flags & flag) from = bytes.indexOf(0, from) + 1;
  if (flags & 2) from += 2;
  return inflateRawSync(bytes.subarray(from), lenient);
}

/** One file of a zip, from its local header: method 8 is deflate, 0 is none. */
function zipped(bytes: Buffer, at: number): Buffer {
  const method = bytes.readUInt16LE(at + 8);
  const size = bytes.readUInt32LE(at + 18);
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  if (method === 0) return bytes.subarray(from, from + size);
  return inflateRawSync(
    size > 0 ? bytes.subarray(from, from + size) : bytes.subarray(from),
    lenient,
  );
}
