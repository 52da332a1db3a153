/** Writes deterministic CBOR: exactly what `cbor-read.ts` accepts. */

import { assert, type Bytes, utf8Bytes } from './bytes.ts';
import { MAX_DEPTH } from './cbor-read.ts';

/** What can be written; bytes may lie on any buffer. */
export type Writable =
  | null
  | boolean
  | number
  | string
  | Uint8Array
  | readonly Writable[]
  | { readonly [key: string]: Writable };

/** The one encoding of a value. A value that has none is our mistake; `canWrite` asks first. */
export function plainToBytes(value: Writable): Bytes {
  const writer = new Writer();
  writer.value(value, 0);
  return writer.bytes.slice(0, writer.at);
}

/** Whether a value from outside (a room, an import) has an encoding. */
export function canWrite(value: unknown, depth = 0): value is Writable {
  if (value === null || typeof value === 'boolean') return true;
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value === 'string') return value.isWellFormed();
  if (typeof value !== 'object') return false;
  if (value instanceof Uint8Array) return true;
  if (depth + 1 > MAX_DEPTH) return false;
  if (Array.isArray(value)) return value.every((item) => canWrite(item, depth + 1));
  return Object.entries(value).every(
    ([key, item]) => key !== '__proto__' && key.isWellFormed() && canWrite(item, depth + 1),
  );
}

class Writer {
  bytes: Bytes = new Uint8Array(256);
  at = 0;

  value(value: Writable, depth: number): void {
    if (value === null) this.byte(0xf6);
    else if (value === false) this.byte(0xf4);
    else if (value === true) this.byte(0xf5);
    else if (typeof value === 'number') this.number(value);
    else if (typeof value === 'string') this.text(value);
    else if (value instanceof Uint8Array) {
      this.head(2, value.length);
      this.push(value);
    } else {
      assert(depth < MAX_DEPTH, `at most ${MAX_DEPTH} levels`);
      if (Array.isArray(value)) this.array(value, depth + 1);
      else this.map(value as { readonly [key: string]: Writable }, depth + 1);
    }
  }

  private number(value: number): void {
    if (Number.isSafeInteger(value)) {
      if (value >= 0) this.head(0, value);
      else this.head(1, -1 - value);
      return;
    }
    assert(Number.isFinite(value), 'a finite number');
    this.room(9);
    this.bytes[this.at++] = 0xfb;
    new DataView(this.bytes.buffer).setFloat64(this.at, value);
    this.at += 8;
  }

  private text(value: string): void {
    assert(value.isWellFormed(), 'text without lone surrogates');
    const bytes = utf8Bytes(value);
    this.head(3, bytes.length);
    this.push(bytes);
  }

  private array(items: readonly Writable[], depth: number): void {
    this.head(4, items.length);
    for (const item of items) this.value(item, depth);
  }

  private map(map: { readonly [key: string]: Writable }, depth: number): void {
    const keys = Object.keys(map).map((key) => ({ key, bytes: utf8Bytes(key) }));
    keys.sort((a, b) => a.bytes.length - b.bytes.length || compare(a.bytes, b.bytes));
    this.head(5, keys.length);
    for (const { key } of keys) {
      assert(key !== '__proto__', 'no key that names a prototype');
      this.text(key);
      this.value(map[key] as Writable, depth);
    }
  }

  private head(major: number, count: number): void {
    this.room(9);
    const view = new DataView(this.bytes.buffer);
    const type = major << 5;
    if (count < 24) this.bytes[this.at++] = type | count;
    else if (count < 0x100) {
      this.bytes[this.at++] = type | 24;
      this.bytes[this.at++] = count;
    } else if (count < 0x10000) {
      this.bytes[this.at++] = type | 25;
      view.setUint16(this.at, count);
      this.at += 2;
    } else if (count < 2 ** 32) {
      this.bytes[this.at++] = type | 26;
      view.setUint32(this.at, count);
      this.at += 4;
    } else {
      this.bytes[this.at++] = type | 27;
      view.setUint32(this.at, Math.floor(count / 2 ** 32));
      view.setUint32(this.at + 4, count % 2 ** 32);
      this.at += 8;
    }
  }

  private byte(value: number): void {
    this.room(1);
    this.bytes[this.at++] = value;
  }

  private push(bytes: Uint8Array): void {
    this.room(bytes.length);
    this.bytes.set(bytes, this.at);
    this.at += bytes.length;
  }

  private room(length: number): void {
    if (this.at + length <= this.bytes.length) return;
    const larger = new Uint8Array(Math.max(this.bytes.length * 2, this.at + length));
    larger.set(this.bytes);
    this.bytes = larger;
  }
}

function compare(a: Uint8Array, b: Uint8Array): number {
  for (let i = 0; i < a.length; i++) {
    const difference = (a[i] as number) - (b[i] as number);
    if (difference !== 0) return difference;
  }
  return 0;
}
