/**
 * What a device has written and not read back. A write leaves when an accepted entry with it is read
 * at a position, not when a server says yes. Sealed bytes are kept and sent again unchanged while
 * they can still be accepted; when they come back foreign or refused, their ops are sealed anew.
 */

import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import type { MadeEntry } from './make-entry.ts';
import type { Held, Sent, Turn, Verdict } from './types.ts';

export interface Outbox {
  held(): readonly Held[];
  /** What no sealed entry on its way carries. */
  waiting(): readonly Held[];
  add(write: Omit<Held, 'ticket'>): number;
  sealed(entries: readonly Sent[]): void;
  /**
   * Sealed entries that were sent and not seen again, in order. Those that can never be accepted any
   * more are let go: another key is current, or their device has gone on from another entry.
   */
  unseen(kid: string, last: Uint8Array): readonly Sent[];
  /** On their way, as far as is known. */
  sent(): readonly Sent[];
  /** Lets an entry go that was certainly not stored. */
  forget(hash: string): void;
  settle(hash: string, verdict: Verdict): readonly number[];
  adopt(held: readonly Held[], sent: readonly Sent[]): void;
}

export function createOutbox(before: readonly Held[], sentBefore: readonly Sent[] = []): Outbox {
  const writes = new Map<number, Held>();
  const onTheirWay = new Map<string, Sent>();
  /** By ticket: entries that carry a part of the write and are not accepted yet. */
  const open = new Map<number, number>();
  let next = 1;

  function note(entries: readonly Sent[]) {
    for (const { tickets } of entries) for (const ticket of tickets) open.set(ticket, 0);
    for (const entry of entries) {
      for (const ticket of entry.tickets) open.set(ticket, (open.get(ticket) ?? 0) + 1);
      onTheirWay.set(entry.hash, entry);
    }
  }

  function adopt(held: readonly Held[], sent: readonly Sent[]) {
    const turns = new Map([...onTheirWay].map(([hash, { turn }]) => [hash, turn]));
    writes.clear();
    onTheirWay.clear();
    open.clear();
    for (const write of held) {
      writes.set(write.ticket, write);
      next = Math.max(next, write.ticket + 1);
    }
    note(sent.map((one) => withTurn(one, turns.get(one.hash))));
  }

  adopt(before, sentBefore);
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
    sealed: note,
    unseen(kid, last) {
      let previous = last;
      for (const [hash, sent] of onTheirWay) {
        if (sent.kid === kid && sameBytes(sent.previous, previous)) previous = sent.id;
        else onTheirWay.delete(hash);
      }
      return [...onTheirWay.values()];
    },
    sent: () => [...onTheirWay.values()],
    forget: (hash) => void onTheirWay.delete(hash),
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
    adopt,
  };
}

/** A made entry as it goes on its way. */
export function sentOf(
  made: MadeEntry,
  about: Pick<Sent, 'previous' | 'kid' | 'tickets'> & { readonly turn?: Turn | null },
): Sent {
  const { turn, ...rest } = about;
  const sent = { hash: bytesToText(made.hash), id: made.id, wire: made.wire, ...rest };
  return withTurn(sent, turn ?? undefined);
}

function withTurn(sent: Sent, turn: Turn | undefined): Sent {
  return turn === undefined ? sent : { ...sent, turn };
}
