/** Bytes and their text form. Everything the vault signs, seals or hashes passes through here. */

export type Bytes = Uint8Array<ArrayBuffer>;

const utf8 = new TextEncoder();

export function utf8Bytes(text: string): Bytes {
  return utf8.encode(text);
}

export function concat(...parts: readonly Uint8Array[]): Bytes {
  let length = 0;
  for (const part of parts) length += part.length;
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** A copy on memory of its own: what WebCrypto and stored state are given. */
export function copyOf(bytes: Uint8Array): Bytes {
  return Uint8Array.from(bytes);
}

export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  if (a.length !== b.length) return false;
  let differs = 0;
  for (let i = 0; i < a.length; i++) differs |= (a[i] as number) ^ (b[i] as number);
  return differs === 0;
}

/** Big-endian, four bytes. */
export function uint32(value: number): Bytes {
  assert(Number.isInteger(value) && value >= 0 && value < 2 ** 32, 'a number below 2^32');
  const bytes = new Uint8Array(4);
  new DataView(bytes.buffer).setUint32(0, value);
  return bytes;
}

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const DIGITS = new Map([...ALPHABET].map((letter, value) => [letter, value]));

/** base64url without padding. */
export function bytesToText(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 6) {
      bits -= 6;
      text += ALPHABET[(held >> bits) & 63];
    }
    held &= (1 << bits) - 1;
  }
  if (bits > 0) text += ALPHABET[(held << (6 - bits)) & 63];
  return text;
}

/** The bytes of canonical base64url text, or null: one text for each value, no padding, no spaces. */
export function textToBytes(text: string): Bytes | null {
  if (text.length % 4 === 1) return null;
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8));
  let at = 0;
  let held = 0;
  let bits = 0;
  for (const letter of text) {
    const digit = DIGITS.get(letter);
    if (digit === undefined) return null;
    held = (held << 6) | digit;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? bytes : null;
}

/** A 16-byte id from its text, or null. */
export function idToBytes(id: string): Bytes | null {
  if (id.length !== 22) return null;
  return textToBytes(id);
}

/** Stops where one of our own promises does not hold. */
export function assert(condition: unknown, what: string): asserts condition {
  if (!condition) throw new Error(`Must hold: ${what}`);
}
