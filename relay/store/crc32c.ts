/**
 * CRC-32C (Castagnoli), the checksum that every kept row carries: it finds a disk's lost bits, it
 * does not stop anyone who changes bytes on purpose (that is what the members' hashes are for).
 * Eight bytes a step, with tables made once.
 */
const polynomial = 0x82f63b78;
const tables = makeTables();

/** The checksum of `bytes`, or of what `start` is the checksum of with `bytes` behind it. */
export function crc32c(bytes: Uint8Array, start = 0): number {
  let crc = ~start;
  let at = 0;
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables as Tables;
  for (const last = bytes.length - 8; at <= last; at += 8) {
    const low =
      crc ^
      (byte(bytes, at) |
        (byte(bytes, at + 1) << 8) |
        (byte(bytes, at + 2) << 16) |
        (byte(bytes, at + 3) << 24));
    crc =
      entry(t7, low & 0xff) ^
      entry(t6, (low >>> 8) & 0xff) ^
      entry(t5, (low >>> 16) & 0xff) ^
      entry(t4, low >>> 24) ^
      entry(t3, byte(bytes, at + 4)) ^
      entry(t2, byte(bytes, at + 5)) ^
      entry(t1, byte(bytes, at + 6)) ^
      entry(t0, byte(bytes, at + 7));
  }
  for (; at < bytes.length; at++) crc = step(crc, byte(bytes, at));
  return ~crc >>> 0;
}

/** The checksum that a block is kept with: over the stream, the block's place, and its bytes. */
export function blockChecksum(id: string, position: number, bytes: Uint8Array): number {
  return crc32c(bytes, withNumber(ofText(id), position));
}

/** The checksum of what `start` is the checksum of, with a whole number of up to 2^53 behind it. */
export function withNumber(start: number, value: number): number {
  return withWord(withWord(start, value >>> 0), Math.floor(value / 2 ** 32));
}

/** Of a text's UTF-16 code units, without making bytes of them first. */
function ofText(text: string): number {
  let crc = ~0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    crc = step(step(crc, unit & 0xff), unit >>> 8);
  }
  return ~crc >>> 0;
}

function withWord(start: number, word: number): number {
  let crc = ~start;
  for (let shift = 0; shift < 32; shift += 8) crc = step(crc, (word >>> shift) & 0xff);
  return ~crc >>> 0;
}

function step(crc: number, value: number): number {
  return entry((tables as Tables)[0], (crc ^ value) & 0xff) ^ (crc >>> 8);
}

/** The checksum of a row of plain values; a row that was changed in any column has another. */
export function rowChecksum(values: readonly RowValue[]): number {
  const plain = values.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value).toString('hex') : value,
  );
  return crc32c(encoder.encode(JSON.stringify(plain)));
}

export type RowValue = string | number | null | Uint8Array;

type Tables = readonly [
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
  Int32Array,
];

const encoder = new TextEncoder();

function byte(bytes: Uint8Array, at: number): number {
  return bytes[at] as number;
}

function entry(table: Int32Array, at: number): number {
  return table[at] as number;
}

function makeTables(): readonly Int32Array[] {
  const made = Array.from({ length: 8 }, () => new Int32Array(256));
  const first = made[0] as Int32Array;
  for (let value = 0; value < 256; value++) {
    let crc = value;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ polynomial : crc >>> 1;
    first[value] = crc;
  }
  for (let table = 1; table < 8; table++) {
    for (let value = 0; value < 256; value++) {
      const before = entry(made[table - 1] as Int32Array, value);
      (made[table] as Int32Array)[value] = entry(first, before & 0xff) ^ (before >>> 8);
    }
  }
  return made;
}
