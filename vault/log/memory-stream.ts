/** A stream in memory: for tests, and for a workspace that nothing is kept of. */

import { copyOf } from '../envelope/bytes.ts';
import type { Stream, Wire } from './types.ts';

export interface MemoryStream extends Stream {
  /** All messages, for tests that drop, swap or repeat them. */
  readonly wires: Wire[];
}

export function createMemoryStream(id: Uint8Array, wires: Wire[] = []): MemoryStream {
  return {
    id,
    wires,
    async append(added) {
      wires.push(...added.map(copyOf));
    },
    async read(from) {
      const start = from === '' ? 0 : Number(from);
      return { wires: wires.slice(start), next: String(Math.max(start, wires.length)) };
    },
  };
}
