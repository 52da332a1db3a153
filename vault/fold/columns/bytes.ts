/**
 * Writing and reading the bytes of a block: variable-length integers up to 2^53, length-prefixed
 * parts, and little-endian arrays. A reader that meets anything impossible throws `BrokenBytes`,
 * which the edge of `columns/` turns into a refusal.
 */

export class BrokenBytes extends Error {}

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export class ByteWriter {
  #bytes = new Uint8Array(1024);
  #length = 0;

  number(value: number): this {
    this.#room(8);
    let rest = value;
    while (rest > 0x7f) {
      this.#bytes[this.#length++] = (rest % 128) | 0x80;
      rest = Math.floor(rest / 128);
    }
    this.#bytes[this.#length++] = rest;
    return this;
  }

  /** A number that may be negative; its absolute value stays below 2^52. */
  signed(value: number): this {
    return this.number(value < 0 ? -value * 2 - 1 : value * 2);
  }

  bytes(part: Uint8Array): this {
    this.number(part.length);
    return this.raw(part);
  }

  raw(part: Uint8Array): this {
    this.#room(part.length);
    this.#bytes.set(part, this.#length);
    this.#length += part.length;
    return this;
  }

  text(text: string): this {
    return this.bytes(encoder.encode(text));
  }

  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #room(more: number): void {
    const need = this.#length + more;
    if (need <= this.#bytes.length) return;
    const grown = new Uint8Array(Math.max(need, this.#bytes.length * 2));
    grown.set(this.#bytes.subarray(0, this.#length));
    this.#bytes = grown;
  }
}

export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  number(): number {
    const bytes = this.#bytes;
    let byte = bytes[this.#at++] ?? broken();
    let value = byte & 0x7f;
    for (let scale = 128; byte > 0x7f; scale *= 128) {
      byte = bytes[this.#at++] ?? broken();
      value += (byte & 0x7f) * scale;
      if (value > Number.MAX_SAFE_INTEGER) broken();
    }
    return value;
  }

  signed(): number {
    const value = this.number();
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
  }

  /** A number of things that each take at least one byte of what is left. */
  count(): number {
    const count = this.number();
    return count <= this.#bytes.length - this.#at ? count : broken();
  }

  bytes(): Uint8Array {
    return this.raw(this.number());
  }

  /** A view, not a copy. */
  raw(length: number): Uint8Array {
    const end = this.#at + length;
    if (end > this.#bytes.length) broken();
    const part = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return part;
  }

  text(): string {
    return textFrom(this.bytes());
  }

  get isAtEnd(): boolean {
    return this.#at === this.#bytes.length;
  }
}

export function textFrom(bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch {
    return broken();
  }
}

export function broken(): never {
  throw new BrokenBytes();
}

/** What the reading gives, or undefined where the bytes are broken. */
export function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof BrokenBytes) return undefined;
    throw error;
  }
}

export type Whole = Uint8Array | Uint16Array | Uint32Array;

/** The numbers in the narrowest array that holds the largest of them. */
export function narrow(numbers: readonly number[]): Whole {
  let most = 0;
  for (const number of numbers) if (number > most) most = number;
  if (most < 0x100) return Uint8Array.from(numbers);
  return most < 0x1_0000 ? Uint16Array.from(numbers) : Uint32Array.from(numbers);
}

/** Writes an array with its width; bytes are little-endian, as is every machine we run on. */
export function writeWhole(out: ByteWriter, numbers: Whole): void {
  const width = numbers.BYTES_PER_ELEMENT;
  out.number(width).raw(new Uint8Array(numbers.buffer, numbers.byteOffset, numbers.length * width));
}

export function readWhole(from: ByteReader, length: number): Whole {
  const width = from.number();
  if (width !== 1 && width !== 2 && width !== 4) broken();
  const bytes = from.raw(length * width);
  if (width === 1) return bytes;
  const aligned = bytes.slice().buffer;
  return width === 2 ? new Uint16Array(aligned) : new Uint32Array(aligned);
}
