/** The page's half of what concerns the others: the last state that the worker told, and what is asked. */
import type { Together, TogetherRefusal, TogetherState } from '../together-types.ts';
import type { Line } from './connect.ts';

/** What this vault does about the others so far. */
export type TogetherHere = Pick<Together, 'get' | 'subscribe' | 'serve' | 'tryNow' | 'settleAlarm'>;

export interface KeptTogether extends TogetherHere {
  heard(state: TogetherState): void;
}

export function createTogether(first: TogetherState, line: Line): KeptTogether {
  let shown = first;
  const listeners = new Set<() => void>();
  return {
    get: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    heard(state) {
      shown = state;
      for (const listener of listeners) listener();
    },
    async serve({ server, voucher }) {
      const answer = await line.ask({ do: 'serve', server, voucher });
      return (answer as TogetherRefusal | null) ?? undefined;
    },
    tryNow: () => line.send({ type: 'try now' }),
    async settleAlarm(alarm) {
      await line.ask({ do: 'settleAlarm', alarm });
    },
  };
}
