/**
 * Changes of streams, one after the other for each stream. What arrives while a change of the same stream
 * is being committed waits for the next commit and shares it; different streams never share one.
 *
 * A change is decided on the row as this relay knows it and written only if the row still is that
 * version; where another relay was faster, it is read and decided again. So a change is one statement,
 * nothing is locked between two, and whoever loses has lost to someone who got on. A refusal is
 * never given on a row that was held in memory: it is read first.
 *
 * A child's bytes are counted at its main stream before the child has them, and after it no longer
 * has them: what stops in between leaves too much counted, which `recounting.ts` finds.
 */
import { createRecent } from '../recent.ts';
import type { News, StreamId, WriteTrouble } from '../store.ts';
import {
  type Decision,
  type Effects,
  isOver,
  noEffects,
  type Room,
  release,
  reserve,
  used,
} from './changes.ts';
import { Met } from './connections.ts';
import type { Held } from './held.ts';
import type { Rows } from './rows.ts';

/** A stream that is there, with the main stream that it belongs to. */
export interface Found {
  readonly held: Held;
  readonly main: Held | undefined;
}

type Decide<Answer> = (held: Held | undefined) => Decision<Answer> | Promise<Decision<Answer>>;

interface Waiting {
  readonly decide: Decide<unknown>;
  readonly bytes: number;
  readonly answer: (answer: unknown) => void;
  readonly fail: (mistake: unknown) => void;
}

export interface WriterSurroundings {
  readonly now: () => number;
  /** Hears of every change in the order in which a stream had them. `held`: the row after all of them. */
  readonly tell: (id: StreamId, news: News, held: Held | undefined) => void;
  /** Called with a main stream whose children were refused room. */
  readonly onNoRoom: (main: Held) => void;
}

export type Writer = ReturnType<typeof createWriter>;

const heldAtMost = 10_000;
/** More than this in one statement would keep the first of it waiting too long. */
const atMost = { changes: 512, bytes: 8 * 1024 * 1024 };
/** How often a change is decided anew before it is given up. */
const attemptsAtMost = 200;

export function createWriter(rows: Rows, { now, tell, onNoRoom }: WriterSurroundings) {
  const known = createRecent<Held>(heldAtMost);
  const queues = new Map<StreamId, Waiting[]>();

  return { write, load, look, belonging, mainOf, discard, reserveFor, releaseFor, keep };

  /** Makes a change, together with others of the same stream that wait. `bytes`: roughly what it writes. */
  function write<Answer>(
    id: StreamId,
    decide: Decide<Answer>,
    bytes = 0,
  ): Promise<Answer | WriteTrouble> {
    return new Promise((resolve, reject) => {
      const one = { decide, bytes, answer: resolve as (answer: unknown) => void, fail: reject };
      const queue = queues.get(id);
      if (queue) {
        queue.push(one);
        return;
      }
      queues.set(id, [one]);
      void work(id);
    });
  }

  async function work(id: StreamId): Promise<void> {
    for (let queue = queues.get(id); queue && queue.length > 0; ) {
      const together: Waiting[] = [];
      let bytes = 0;
      for (const next of queue) {
        bytes += next.bytes;
        if (together.length > 0 && (bytes > atMost.bytes || together.length === atMost.changes)) {
          break;
        }
        together.push(next);
      }
      queue.splice(0, together.length);
      await commit(id, together);
    }
    queues.delete(id);
  }

  async function commit(id: StreamId, together: readonly Waiting[]): Promise<void> {
    try {
      const answers = await change(id, together);
      if (answers) together.forEach(({ answer }, at) => void answer(answers[at]));
      else for (const one of together) await commit(id, [one]);
    } catch (error) {
      known.delete(id);
      for (const { answer, fail } of together) {
        if (error instanceof Met) answer(error.trouble);
        else fail(error);
      }
    }
  }

  /** Undefined where the main stream has no room for all of them together. */
  async function change(
    id: StreamId,
    together: readonly Waiting[],
  ): Promise<readonly unknown[] | undefined> {
    let reserved = 0;
    for (let attempt = 0; attempt < attemptsAtMost; attempt++) {
      const held = attempt === 0 ? known.get(id) : undefined;
      const found = await (held ? belonging(held, known.get(held.state.parent ?? '')) : look(id));
      const { decisions, next, effects } = await decideAll(found?.held, together);
      if (held && decisions.some((decision) => decision.next === undefined)) continue;
      const { main } = found ?? {};
      const grows = found && next ? used(next) - used(found.held) : 0;
      if (main && grows > reserved) {
        const room = await reserveFor(main, { bytes: grows - reserved, children: 0 });
        if (room.type === 'QuotaSpent') {
          if (reserved > 0) await releaseFor(main, { bytes: reserved, children: 0 });
          return together.length > 1 ? undefined : [room];
        }
        if (room.type === 'NoStream') continue;
        reserved = grows;
      }
      if (found && next !== found.held) {
        const { held: from } = found;
        const to = next && { ...next, version: from.version + 1 };
        const isDone = await (to ? rows.change(from, to, effects) : rows.remove(from));
        known.delete(id);
        if (!isDone) continue;
        if (to) known.set(id, to);
        tellAll(id, decisions, to);
      }
      const gone = found !== undefined && next === undefined;
      const given = reserved - grows + (gone ? used(found.held) : 0);
      if (main && (given > 0 || gone)) {
        await releaseFor(main, { bytes: given, children: gone ? 1 : 0 });
      }
      return decisions.map(({ answer }) => answer);
    }
    throw new Met('StoreAway');
  }

  async function decideAll(begin: Held | undefined, together: readonly Waiting[]) {
    const decisions: Decision<unknown>[] = [];
    let next = begin;
    let effects = noEffects;
    for (const { decide } of together) {
      const decision = await decide(next);
      decisions.push(decision);
      if (decision.next === undefined) continue;
      next = decision.next ?? undefined;
      effects = joined(effects, decision.effects);
    }
    return { decisions, next, effects };
  }

  function tellAll(
    id: StreamId,
    decisions: readonly Decision<unknown>[],
    held: Held | undefined,
  ): void {
    for (const { next, effects } of decisions) {
      if (next === undefined) continue;
      if (next === null) {
        tell(id, { state: null }, undefined);
        return;
      }
      const { state } = next;
      const { blocks = [] } = effects ?? {};
      const appended = { from: state.tail - blocks.length, blocks };
      tell(id, { state, ...(blocks.length > 0 && { appended }) }, held);
    }
  }

  /** A stream's row as it is now, whatever became of the stream. */
  async function load(id: StreamId): Promise<Held | undefined> {
    const held = await rows.find(id);
    if (held) keep(held);
    else known.delete(id);
    return held;
  }

  /** Remembers a row, unless a later one of the same stream is remembered. */
  function keep(held: Held): void {
    const { id } = held.state;
    const other = known.get(id);
    if (!other || other.life !== held.life || other.version < held.version) known.set(id, held);
  }

  /** A stream that is there now, and what it belongs to. */
  async function look(id: StreamId): Promise<Found | undefined> {
    const held = await load(id);
    return held && belonging(held);
  }

  async function belonging(held: Held, knownMain?: Held): Promise<Found | undefined> {
    if (isOver(held.state, now())) return undefined;
    if (held.state.parent === null) return { held, main: undefined };
    const main = knownMain ?? (await mainOf(held));
    const isThere = main && main.life === held.parentLife && !isOver(main.state, now());
    return isThere ? { held, main } : undefined;
  }

  /** The main stream of a child, where it is still the one that the child was made for. */
  async function mainOf({ state, parentLife }: Held): Promise<Held | undefined> {
    const main = state.parent === null ? undefined : await load(state.parent);
    return main?.life === parentLife ? main : undefined;
  }

  /** Takes away what expired or lost its main stream. False where it changed meanwhile. */
  async function discard(held: Held): Promise<boolean> {
    const main = await mainOf(held);
    known.delete(held.state.id);
    const isDone = await rows.remove(held);
    if (isDone && main) await releaseFor(main, { bytes: used(held), children: 1 });
    return isDone;
  }

  async function reserveFor(main: Held, room: Room) {
    const answer = await write(main.state.id, (current) => reserve(current, main.life, room));
    if (answer.type === 'StoreAway' || answer.type === 'DiskFull' || answer.type === 'Damaged') {
      throw new Met(answer.type);
    }
    if (answer.type === 'QuotaSpent') onNoRoom(main);
    return answer;
  }

  /** Where that cannot be done, too much stays counted until it is counted anew. */
  async function releaseFor(before: Held, room: Room): Promise<void> {
    await write(before.state.id, (main) => release(main, before, room));
  }
}

function joined(effects: Effects, more: Partial<Effects> = {}): Effects {
  return {
    blocks: [...effects.blocks, ...(more.blocks ?? [])],
    formers: [...effects.formers, ...(more.formers ?? [])],
    before: Math.max(effects.before, more.before ?? 0),
  };
}
