/** Chance for tests: bytes that look random and are the same in every run. */
import { concat, uint32, utf8Bytes } from '../envelope/bytes.ts';
import { plainHash } from '../envelope/contexts.ts';
import type { Random } from '../identity/types.ts';

export function seededRandom(seed: string): Random {
  let counter = 0;
  return (length) => {
    let bytes = new Uint8Array(0);
    while (bytes.length < length) {
      bytes = concat(bytes, plainHash(concat(utf8Bytes(seed), uint32(counter++))));
    }
    return bytes.slice(0, length);
  };
}
