/**
 * Looks over an archive before anything in it is unpacked: its list of entries, their sizes as
 * declared, names that point outside, encryption. Then unpacks the few parts that are wanted, each
 * only up to its limit whatever its declared size says.
 */
import { Inflate } from 'fflate';
import { refuse } from './broken.ts';
import { limits } from './limits.ts';

export interface Entry {
  readonly name: string;
  readonly method: number;
  readonly packed: number;
  readonly size: number;
  readonly offset: number;
}

/** The entries of an archive, by name. Refuses one that is cut off, locked, unsafe or too big. */
export function entriesOf(bytes: Uint8Array): Map<string, Entry> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endRecord(view);
  if (end < 0) refuse({ type: 'Truncated' });
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count === 0xffff || at === 0xffffffff) refuse({ type: 'Damaged' });
  if (count > limits.entries) refuse({ type: 'TooComplex', limit: limits.entries });
  const entries = new Map<string, Entry>();
  let total = 0;
  let packed = 0;
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== 0x02014b50)
      refuse({ type: 'Damaged' });
    const flags = view.getUint16(at + 8, true);
    const nameLength = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const entry = {
      name,
      method: view.getUint16(at + 10, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      offset: view.getUint32(at + 42, true),
    };
    if (flags & 1) refuse({ type: 'PasswordProtected' });
    if (pointsOutside(name)) refuse({ type: 'UnsafeArchive' });
    if (/\.(?:xml|rels)$/i.test(name)) total += entry.size;
    if (total > limits.inflated) refuse({ type: 'UnpacksTooBig', limit: limits.inflated });
    if (entry.offset + 30 + entry.packed > bytes.length) refuse({ type: 'Truncated' });
    // Entries that share bytes would unpack the same ones again and again.
    packed += entry.packed;
    if (packed > bytes.length) refuse({ type: 'UnsafeArchive' });
    if (entries.has(name)) refuse({ type: 'Damaged' });
    entries.set(name, entry);
    at += 46 + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  return -1;
}

function pointsOutside(name: string): boolean {
  return (
    name.startsWith('/') ||
    name.includes('\\') ||
    /^[a-z]:/i.test(name) ||
    name.split('/').includes('..') ||
    name.includes('\0')
  );
}

/** One entry's bytes, up to `limit`. */
export function unpack(bytes: Uint8Array, entry: Entry, limit: number): Uint8Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(entry.offset, true) !== 0x04034b50) refuse({ type: 'Damaged' });
  const from =
    entry.offset +
    30 +
    view.getUint16(entry.offset + 26, true) +
    view.getUint16(entry.offset + 28, true);
  const packed = bytes.subarray(from, from + entry.packed);
  if (entry.method === 0) {
    if (packed.length > limit) refuse({ type: 'UnpacksTooBig', limit });
    return packed;
  }
  if (entry.method !== 8) refuse({ type: 'Damaged' });
  return inflateUpTo(packed, limit);
}

/** Inflates, and stops as soon as more than `limit` bytes have come out. */
export function inflateUpTo(packed: Uint8Array, limit: number): Uint8Array {
  const parts: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate((part) => {
    size += part.length;
    parts.push(part);
  });
  const step = 4_096;
  try {
    for (let at = 0; at < packed.length && size <= limit; at += step) {
      inflate.push(packed.subarray(at, at + step), at + step >= packed.length);
    }
  } catch {
    refuse({ type: 'Damaged' });
  }
  if (size > limit) refuse({ type: 'UnpacksTooBig', limit });
  const all = new Uint8Array(size);
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}
