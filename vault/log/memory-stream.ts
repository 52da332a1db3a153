/** A stream in memory: for tests, and for a workspace that nothing is kept of. */

import { copyOf } from '../envelope/bytes.ts';
import type { Batch, Offset, Stream, Wire } from './types.ts';

export interface MemoryStream extends Stream {
  /** All messages, for tests that drop, swap or repeat them. */
  readonly wires: Wire[];
}

export function createMemoryStream(id: Uint8Array, wires: Wire[] = []): MemoryStream {
  const waiting = new Set<() => void>();
  const batchFrom = (from: Offset): Batch => {
    const start = from === '' ? 0 : Number(from);
    return { wires: wires.slice(start), next: String(Math.max(start, wires.length)) };
  };
  return {
    id,
    wires,
    async append(added) {
      wires.push(...added.map(copyOf));
      for (const wake of waiting) wake();
    },
    async read(from) {
      return batchFrom(from);
    },
    async *follow(from, signal) {
      let at = from;
      while (!signal.aborted) {
        const batch = batchFrom(at);
        if (batch.wires.length > 0) {
          at = batch.next;
          yield batch;
        } else await new Promise<void>((resolve) => wakeOn(waiting, signal, resolve));
      }
    },
  };
}

function wakeOn(waiting: Set<() => void>, signal: AbortSignal, resolve: () => void): void {
  const wake = () => {
    waiting.delete(wake);
    signal.removeEventListener('abort', wake);
    resolve();
  };
  waiting.add(wake);
  signal.addEventListener('abort', wake);
}
