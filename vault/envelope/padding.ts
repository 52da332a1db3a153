/**
 * Padding, so that the size of a message says little. The binary wire has 512, 1024, 2048 or 4096
 * bytes, or above that a PADMÉ length (at most 12 % more): PADMÉ keeps only the leading
 * ⌊log2⌊log2 L⌋⌋ + 1 bits below the first of a length free (Nikitin et al., PETS 2019, "Reducing
 * metadata leakage from encrypted files and communication with PURBs").
 */

import type { Bytes } from './bytes.ts';

/** The size of the wire that carries at least `length` bytes. */
export function bucketFor(length: number): number {
  for (const size of [512, 1024, 2048, 4096]) if (length <= size) return size;
  const exponent = Math.floor(Math.log2(length));
  const kept = Math.floor(Math.log2(exponent)) + 1;
  const step = 2 ** (exponent - kept);
  return Math.ceil(length / step) * step;
}

/** The plaintext, a byte 0x80 and zeros, so that with `around` bytes more it fills its bucket. */
export function pad(plaintext: Uint8Array, around: number): Bytes {
  const padded = new Uint8Array(bucketFor(plaintext.length + 1 + around) - around);
  padded.set(plaintext);
  padded[plaintext.length] = 0x80;
  return padded;
}

/** What was padded, or null where the padding is not the one that `pad` gives. */
export function unpad(padded: Uint8Array, around: number): Uint8Array | null {
  let end = padded.length - 1;
  while (end >= 0 && padded[end] === 0) end--;
  if (end < 0 || padded[end] !== 0x80) return null;
  if (padded.length + around !== bucketFor(end + 1 + around)) return null;
  return padded.subarray(0, end);
}
