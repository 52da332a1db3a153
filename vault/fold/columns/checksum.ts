/**
 * A checksum at the end of each block, so that damage is found before columns are read lazily, also
 * where blocks are not sealed. It holds off accidents; against people there is the seal.
 */
import { broken } from './bytes.ts';

const trailer = 8;

export function withChecksum(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(bytes.length + trailer);
  whole.set(bytes);
  const view = new DataView(whole.buffer, bytes.length);
  const [sum, sums] = checksum(bytes);
  view.setUint32(0, sum, true);
  view.setUint32(4, sums, true);
  return whole;
}

/** A view of the bytes before the checksum, which is not looked at where `isSealed`. */
export function withoutChecksum(whole: Uint8Array, isSealed: boolean): Uint8Array {
  const length = whole.length - trailer;
  if (length < 0) broken();
  const bytes = whole.subarray(0, length);
  if (isSealed) return bytes;
  const view = new DataView(whole.buffer, whole.byteOffset + length);
  const [sum, sums] = checksum(bytes);
  if (view.getUint32(0, true) !== sum || view.getUint32(4, true) !== sums) broken();
  return bytes;
}

/** Fletcher's two sums over 32-bit words: the second sees order. The length begins the first. */
function checksum(bytes: Uint8Array): [number, number] {
  const aligned = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice();
  const words = new Uint32Array(aligned.buffer, aligned.byteOffset, aligned.length >>> 2);
  let sum = aligned.length | 0;
  let sums = 1;
  for (let at = 0; at < words.length; at += 1) {
    sum = (sum + (words[at] ?? 0)) | 0;
    sums = (sums + sum) | 0;
  }
  for (let at = words.length * 4; at < aligned.length; at += 1) {
    sum = (sum + (aligned[at] ?? 0)) | 0;
    sums = (sums + sum) | 0;
  }
  return [sum >>> 0, sums >>> 0];
}
