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

const base64url = { alphabet: 'base64url', omitPadding: true } as const;
const LETTERS = /^[A-Za-z0-9_-]*$/;
/** Last letters that leave no bits unread, by how many letters stand in the last group of four. */
const LAST = ['', '', 'AQgw', 'AEIMQUYcgkosw048'] as const;

/** base64url without padding. */
export function bytesToText(bytes: Uint8Array): string {
  return bytes.toBase64(base64url);
}

/** The bytes of canonical base64url text, or null: one text for each value, no padding, no spaces. */
export function textToBytes(text: string): Bytes | null {
  const rest = text.length % 4;
  // What the machine's own reading would also take is refused first: padding, spaces, bits nobody reads.
  if (rest === 1 || !LETTERS.test(text)) return null;
  if (rest > 0 && !LAST[rest]?.includes(text.at(-1) ?? '')) return null;
  return Uint8Array.fromBase64(text, base64url);
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
