/**
 * What a device has written and not read back. A write leaves when an accepted entry with it is read
 * at a position, not when a server says yes. Sealed bytes are kept and sent again unchanged while
 * they can still be counted; when they come back foreign or refused, their ops are sealed anew.
 */

import { bytesToText } from '../envelope/bytes.ts';
import type { MadeEntry } from './make-entry.ts';
import type { Held, Verdict, Wire } from './types.ts';

export interface Outbox {
  held(): readonly Held[];
  /** What no sealed entry on its way carries. */
  waiting(): readonly Held[];
  add(write: Omit<Held, 'ticket'>): number;
  sealed(kid: string, entries: readonly { made: MadeEntry; tickets: readonly number[] }[]): void;
  /** Sealed bytes that were sent and not seen again, as long as `kid` is current. */
  unseen(kid: string): readonly Wire[];
  settle(hash: string, verdict: Verdict): readonly number[];
}

interface OnItsWay {
  readonly kid: string;
  readonly wire: Wire;
  readonly tickets: readonly number[];
}

export function createOutbox(before: readonly Held[]): Outbox {
  const writes = new Map(before.map((write) => [write.ticket, write]));
  const onTheirWay = new Map<string, OnItsWay>();
  /** By ticket: entries that carry a part of the write and are not accepted yet. */
  const open = new Map<number, number>();
  let next = Math.max(0, ...writes.keys()) + 1;
  return {
    held: () => [...writes.values()],
    waiting() {
      const carried = new Set([...onTheirWay.values()].flatMap(({ tickets }) => tickets));
      return [...writes.values()].filter(({ ticket }) => !carried.has(ticket));
    },
    add(write) {
      const ticket = next++;
      writes.set(ticket, { ticket, ...write });
      return ticket;
    },
    sealed(kid, entries) {
      for (const { tickets } of entries) for (const ticket of tickets) open.set(ticket, 0);
      for (const { made, tickets } of entries) {
        for (const ticket of tickets) open.set(ticket, (open.get(ticket) ?? 0) + 1);
        onTheirWay.set(bytesToText(made.hash), { kid, wire: made.wire, tickets });
      }
    },
    unseen(kid) {
      for (const [hash, sent] of onTheirWay) if (sent.kid !== kid) onTheirWay.delete(hash);
      return [...onTheirWay.values()].map(({ wire }) => wire);
    },
    settle(hash, verdict) {
      const sent = onTheirWay.get(hash);
      if (sent === undefined) return [];
      onTheirWay.delete(hash);
      if (verdict.type !== 'Accepted') return [];
      return sent.tickets.filter((ticket) => {
        const left = (open.get(ticket) ?? 1) - 1;
        open.set(ticket, left);
        return left === 0 && writes.delete(ticket);
      });
    },
  };
}
