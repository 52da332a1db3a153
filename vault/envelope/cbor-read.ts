/**
 * Reads deterministic CBOR (RFC 8949, 4.2.1): one encoding for each value, and anything else is
 * refused. Only what the format needs: whole numbers within ±(2^53−1), f64 for all other finite
 * numbers, bytes, well-formed text, arrays, maps with text keys in encoded order, true, false, null.
 * Left out: tags, undefined, other simple values, indefinite lengths, half and single floats.
 *
 * Why not a library: the usual ones are lenient by design (they drop a leading U+FEFF, for one), and
 * every reader of the log must reach the same verdict. `cbor.test.ts` compares with `cborg`.
 */

import { type Bytes, copyOf } from './bytes.ts';

/** Anything CBOR can say here. Decoded maps are plain objects with own properties only. */
export type Plain =
  | null
  | boolean
  | number
  | string
  | Bytes
  | readonly Plain[]
  | { readonly [key: string]: Plain };

export const MAX_DEPTH = 16;

class NotCanonical extends Error {}

const strictText = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The value that these bytes are the one encoding of, or undefined. */
export function bytesToPlain(bytes: Uint8Array): Plain | undefined {
  try {
    const reader = new Reader(bytes);
    const value = reader.value(0);
    return reader.at === bytes.length ? value : undefined;
  } catch (error) {
    if (error instanceof NotCanonical) return undefined;
    throw error;
  }
}

class Reader {
  readonly bytes: Uint8Array;
  readonly view: DataView;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.bytes = bytes;
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }

  value(depth: number): Plain {
    this.need(1);
    const first = this.bytes[this.at++] as number;
    const major = first >> 5;
    const minor = first & 31;
    if (major === 7) return this.simpleOrFloat(minor);
    const count = this.argument(minor);
    switch (major) {
      case 0:
        return count;
      case 1:
        if (count === Number.MAX_SAFE_INTEGER) throw new NotCanonical();
        return -1 - count;
      case 2:
        return copyOf(this.take(count));
      case 3:
        return this.text(count);
      case 4:
        return this.array(count, depth + 1);
      case 5:
        return this.map(count, depth + 1);
      default:
        throw new NotCanonical();
    }
  }

  /** A length or a whole number, in its shortest form. */
  private argument(minor: number): number {
    if (minor < 24) return minor;
    const size = [1, 2, 4, 8][minor - 24];
    if (size === undefined) throw new NotCanonical();
    this.need(size);
    const { view, at } = this;
    this.at += size;
    if (size === 1) return atLeast(view.getUint8(at), 24);
    if (size === 2) return atLeast(view.getUint16(at), 0x100);
    if (size === 4) return atLeast(view.getUint32(at), 0x10000);
    const value = view.getUint32(at) * 2 ** 32 + view.getUint32(at + 4);
    if (value > Number.MAX_SAFE_INTEGER) throw new NotCanonical();
    return atLeast(value, 2 ** 32);
  }

  private simpleOrFloat(minor: number): Plain {
    if (minor === 20) return false;
    if (minor === 21) return true;
    if (minor === 22) return null;
    if (minor !== 27) throw new NotCanonical();
    this.need(8);
    const value = this.view.getFloat64(this.at);
    this.at += 8;
    if (!Number.isFinite(value) || Number.isSafeInteger(value)) throw new NotCanonical();
    return value;
  }

  private text(length: number): string {
    const bytes = this.take(length);
    try {
      return strictText.decode(bytes);
    } catch {
      throw new NotCanonical();
    }
  }

  private array(count: number, depth: number): Plain[] {
    this.enter(count, depth);
    const items: Plain[] = [];
    for (let i = 0; i < count; i++) items.push(this.value(depth));
    return items;
  }

  private map(count: number, depth: number): { [key: string]: Plain } {
    this.enter(count * 2, depth);
    const map: { [key: string]: Plain } = {};
    let before: Uint8Array | null = null;
    for (let i = 0; i < count; i++) {
      const start = this.at;
      this.need(1);
      if ((this.bytes[start] as number) >> 5 !== 3) throw new NotCanonical();
      const key = this.value(depth) as string;
      const encoded = this.bytes.subarray(start, this.at);
      if (before !== null && !comesBefore(before, encoded)) throw new NotCanonical();
      before = encoded;
      if (key === '__proto__') throw new NotCanonical();
      map[key] = this.value(depth);
    }
    return map;
  }

  /** Each item takes a byte at least, so a count can never promise more than there is. */
  private enter(items: number, depth: number): void {
    if (depth > MAX_DEPTH) throw new NotCanonical();
    this.need(items);
  }

  private take(length: number): Uint8Array {
    this.need(length);
    const taken = this.bytes.subarray(this.at, this.at + length);
    this.at += length;
    return taken;
  }

  private need(length: number): void {
    if (length > this.bytes.length - this.at) throw new NotCanonical();
  }
}

function atLeast(value: number, least: number): number {
  if (value < least) throw new NotCanonical();
  return value;
}

/** Strictly earlier in the order of encoded bytes; equal keys are not. */
function comesBefore(a: Uint8Array, b: Uint8Array): boolean {
  const shared = Math.min(a.length, b.length);
  for (let i = 0; i < shared; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference < 0;
  }
  return a.length < b.length;
}
