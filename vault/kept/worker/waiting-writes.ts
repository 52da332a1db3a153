/**
 * The writes of a served workspace that wait, as one tab knows them: which of its page's batches each
 * belongs to, what other tabs wrote, and what is settled since somebody looked.
 */
import type { HeldNow, HeldWrite, HeldWrites } from '../../local/rest/held-writes.ts';
import type { WriteRefusal } from '../../local/storage.ts';
import type { Audience, CircleId } from '../../types.ts';
import type { WrittenBefore } from '../messages.ts';
import type { Batch } from './outbox.ts';

export interface WaitingWrites {
  /** Writes that wait, of every tab, as far as this one has looked. */
  readonly size: number;
  /** Records that wait and could not be read. */
  readonly damaged: number;
  /** Writes batches down; from then on they wait for the server. */
  hold(batches: readonly Batch[]): Promise<WriteRefusal | undefined>;
  /** What was held when something was about to be read: to compare with afterwards. */
  look(): Promise<Look>;
  /** What is settled since, and what other tabs wrote. */
  compare(look: Look): Compared;
}

export interface Look {
  readonly before: readonly string[];
  readonly now: HeldNow;
}

export interface Compared {
  readonly settled: readonly number[];
  readonly waiting: readonly WrittenBefore[];
}

export function createWaitingWrites(held: HeldWrites, onlyMe: CircleId): WaitingWrites {
  /** By the id of what is held: the batches under which the page shows it. */
  const shown = new Map<string, readonly number[]>();
  /** Of a batch of the page's own that was parted: pieces that are left. */
  const pieces = new Map<number, number>();
  let damaged = 0;
  let named = 0;

  /** A closed envelope shows what is in it only to who is one of its first readers. */
  function audienceOf(audience: HeldWrite['audience']): Audience | null {
    if (audience === 'everyone' || 'circle' in audience) return audience;
    return audience.capsuleTo[0] === onlyMe ? { circle: onlyMe } : null;
  }

  /** What another tab wrote, or this one before it was closed, under names below zero. */
  function show({ audience, runs, id }: HeldWrite): readonly WrittenBefore[] {
    const ops = runs.flatMap((run) => run.ops);
    const values = ops.filter((op) => 'value' in op);
    const parts = [
      ...(values.length > 0 ? [values] : []),
      ...ops.filter((op) => 'update' in op).map((op) => [op]),
    ];
    const batches: WrittenBefore[] = [];
    for (const part of parts) {
      const readers = audienceOf(audience);
      if (readers === null) continue;
      named -= 1;
      batches.push({ batch: named, audience: readers, ops: part });
    }
    const names = batches.map(({ batch }) => batch);
    shown.set(id, names);
    return batches;
  }

  /** A batch of this page's own is settled with its last piece. */
  function isLast(batch: number): boolean {
    if (batch < 0) return true;
    const left = (pieces.get(batch) ?? 1) - 1;
    if (left > 0) pieces.set(batch, left);
    else pieces.delete(batch);
    return left <= 0;
  }

  return {
    get size() {
      return shown.size;
    },
    get damaged() {
      return damaged;
    },
    async hold(batches) {
      const writes = batches.map(({ batch, audience, run, releases = [] }) => ({
        batch,
        audience,
        runs: [run],
        releases,
      }));
      const made = await held.hold(writes);
      if ('type' in made) return made;
      for (const { id, batch } of made) {
        if (batch === null) continue;
        shown.set(id, [batch]);
        pieces.set(batch, (pieces.get(batch) ?? 0) + 1);
      }
      return undefined;
    },
    async look() {
      const before = [...shown.keys()];
      const now = await held.read();
      damaged = now.damaged;
      return { before, now };
    },
    compare({ before, now }) {
      const left = new Set(now.held.map(({ id }) => id));
      const gone = before.filter((id) => !left.has(id));
      const settled = gone.flatMap((id) => shown.get(id) ?? []).filter(isLast);
      for (const id of gone) shown.delete(id);
      const fresh = now.held.filter(({ id, batch }) => batch === null && !shown.has(id));
      return { settled, waiting: fresh.flatMap(show) };
    },
  };
}
