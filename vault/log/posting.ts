/**
 * Appends what a device sealed. Every entry of its own is on its way until it is seen at a position; it
 * is written down before the first try and sent again unchanged. Nothing else of the device may
 * follow its last entry as long as one is open: whatever comes second of two with one p is refused,
 * and looks like a cloned device.
 */
import type { State } from '../membership/state.ts';
import { previousOf } from './make-entry.ts';
import type { Outbox } from './outbox.ts';
import type { Reader } from './reader.ts';
import { NotStored } from './stream-errors.ts';
import type { Sent, Stream } from './types.ts';

export interface Posting {
  /**
   * Writes entries down, then appends them. `Moved` where the last was not taken because others were
   * first; null where they could not be written down, or were refused.
   */
  appendAll(entries: readonly Sent[]): Promise<'Perhaps' | 'Moved' | null>;
  /** Sends again what was sent and not seen. */
  settleUnseen(): Promise<'Clear' | 'NotSent' | 'Blocked'>;
  /** What was sent, was not seen, and may still be accepted. */
  unseen(): readonly Sent[];
}

export interface PostingParts {
  readonly state: State;
  readonly device: number;
  readonly stream: Stream;
  readonly outbox: Outbox;
  readonly reader: Reader;
  readonly beforeAppend: ((entries: readonly Sent[]) => Promise<void>) | undefined;
}

export function createPosting(parts: PostingParts): Posting {
  const { state, device, stream, outbox, reader, beforeAppend } = parts;
  const unseen = () => outbox.unseen(state.kid, previousOf(state, device));

  /** Appends what is written down already. An entry with a turn goes by itself. */
  async function appendAgain(entries: readonly Sent[]): Promise<'Perhaps' | 'Moved' | null> {
    for (const group of byTurn(entries)) {
      const turn = group[0]?.turn;
      const wires = group.map(({ wire }) => wire);
      try {
        await (turn === undefined ? stream.append(wires) : stream.append(wires, turn));
      } catch (error) {
        if (!(error instanceof NotStored)) continue;
        for (const { hash, tickets } of group) if (tickets.length === 0) outbox.forget(hash);
        return error.because === 'moved' ? 'Moved' : null;
      }
    }
    return 'Perhaps';
  }

  return {
    async appendAll(entries) {
      outbox.sealed(entries);
      try {
        await beforeAppend?.(entries);
      } catch (error) {
        for (const { hash } of entries) outbox.forget(hash);
        if (error instanceof NotStored) return null;
        throw error;
      }
      return appendAgain(entries);
    },
    async settleUnseen() {
      if (unseen().length === 0) return 'Clear';
      await appendAgain(outbox.sent());
      if ((await reader.catchUp()) !== null) return 'Blocked';
      return unseen().length === 0 ? 'Clear' : 'NotSent';
    },
    unseen,
  };
}

/** Entries in order, in as few appends as may be. */
function byTurn(entries: readonly Sent[]): readonly (readonly Sent[])[] {
  const groups: Sent[][] = [];
  let open: Sent[] | undefined;
  for (const entry of entries) {
    if (entry.turn !== undefined || open === undefined) {
      groups.push([entry]);
      open = entry.turn === undefined ? groups.at(-1) : undefined;
    } else open.push(entry);
  }
  return groups;
}
