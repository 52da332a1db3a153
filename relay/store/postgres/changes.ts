/**
 * What may be changed in a stream, and how its row looks after it. Nothing here reads or writes: a
 * decision is made on a row as it was read, and made again where that row has changed meanwhile.
 */
import type {
  Append,
  Appended,
  Managed,
  ManageOp,
  Moved,
  NoStream,
  Position,
  QuotaSpent,
  SequenceBehind,
  StreamClosed,
  StreamState,
  Swap,
  TokensChanged,
} from '../store.ts';
import type { Held } from './held.ts';

/** What a change writes besides the stream's own row. */
export interface Effects {
  /** Blocks behind `tail` and `total` as they were before. */
  readonly blocks: readonly Uint8Array[];
  readonly formers: readonly { readonly verifier: Uint8Array; readonly until: Position }[];
  /** Where trimming went: what lies before waits for `sweep`, and the former verifiers that read no further go. */
  readonly before: Position;
}

export const noEffects: Effects = { blocks: [], formers: [], before: 0 };

export interface Decision<Answer> {
  readonly answer: Answer;
  /** The stream after it; null: taken away. Without it nothing changes: a refusal. */
  readonly next?: Held | null;
  readonly effects?: Partial<Effects>;
}

const noStream: NoStream = { type: 'NoStream' };
const tokensChanged: TokensChanged = { type: 'TokensChanged' };
const quotaSpent: QuotaSpent = { type: 'QuotaSpent' };

/** Bytes that a stream holds. */
export function used({ total, trimmedBytes }: Held): number {
  return total - trimmedBytes;
}

export function sizeOf(blocks: readonly Uint8Array[]): number {
  return blocks.reduce((sum, block) => sum + block.length, 0);
}

export function isOver({ expiresAt }: StreamState, now: number): boolean {
  return expiresAt !== null && expiresAt <= now;
}

function exceeds({ state, childrenBytes, ...held }: Held, bytes: number): boolean {
  const { quota } = state;
  return quota !== null && held.total - held.trimmedBytes + childrenBytes + bytes > quota.bytes;
}

/** A child's room is its parent's matter: see `reserve`. */
export function append(
  held: Held | undefined,
  { blocks, generation, swap, sequence, close }: Append,
): Decision<
  Appended | NoStream | TokensChanged | Moved | StreamClosed | SequenceBehind | QuotaSpent
> {
  if (!held) return { answer: noStream };
  const { state } = held;
  if (state.generation !== generation) return { answer: tokensChanged };
  if (state.closed) return { answer: { type: 'StreamClosed', state } };
  if (sequence !== undefined && state.sequence !== null && sequence <= state.sequence) {
    return { answer: { type: 'SequenceBehind' } };
  }
  if (swap && !fits(state, swap)) return { answer: moved(state) };
  const bytes = sizeOf(blocks);
  if (exceeds(held, bytes)) return { answer: quotaSpent };
  const longer: Held = {
    ...held,
    total: held.total + bytes,
    state: {
      ...state,
      tail: state.tail + blocks.length,
      ...(sequence !== undefined && { sequence }),
      ...(close && { closed: true }),
    },
  };
  const { next, effects } = swap ? turn(longer, swap) : { next: longer, effects: {} };
  return {
    answer: { type: 'Appended', state: next.state },
    next,
    effects: { ...effects, blocks },
  };
}

/** New verifiers; what the old reader may still read ends at the tail as it is now. */
function turn(held: Held, { counter, read, append: appends, manage }: Swap) {
  const { state } = held;
  const { access } = state;
  const next: Held = {
    ...held,
    state: {
      ...state,
      access: { read, append: appends, manage: manage ?? access?.manage ?? null },
      counter,
      generation: state.generation + 1,
    },
  };
  const formers = access ? [{ verifier: access.read, until: state.tail }] : [];
  return { next, effects: { formers } };
}

/** `bytesBetween` counts the bytes between two places of this stream. */
export async function manage(
  held: Held | undefined,
  op: ManageOp,
  generation: number,
  bytesBetween: (held: Held, start: Position, end: Position) => Promise<number>,
): Promise<Decision<Managed | NoStream | TokensChanged | Moved>> {
  if (!held) return { answer: noStream };
  const { state } = held;
  if (state.generation !== generation) return { answer: tokensChanged };
  if (op.counter <= state.counter) return { answer: moved(state) };
  switch (op.op) {
    case 'delete':
      return { answer: { type: 'Managed', state: null }, next: null };
    case 'swap': {
      if (!fits(state, op)) return { answer: moved(state) };
      const { next, effects } = turn(held, op);
      return managed(next, effects);
    }
    case 'expire':
      return managed({ ...held, state: { ...state, expiresAt: op.at, counter: op.counter } });
    case 'trim': {
      if (op.before > state.tail) return { answer: moved(state) };
      const start = Math.max(state.start, op.before);
      const bytes = await bytesBetween(held, state.start, start);
      const next = {
        ...held,
        trimmedBytes: held.trimmedBytes + bytes,
        state: { ...state, start, counter: op.counter },
      };
      return managed(next, { before: start });
    }
  }
}

function managed(next: Held, effects: Partial<Effects> = {}) {
  return { answer: { type: 'Managed', state: next.state } as const, next, effects };
}

export function touch(held: Held | undefined, now: number): Decision<undefined> {
  if (!held || held.state.ttl === null) return { answer: undefined };
  const expiresAt = now + held.state.ttl * 1000;
  return { answer: undefined, next: { ...held, state: { ...held.state, expiresAt } } };
}

/** What a main stream's children need. */
export interface Room {
  readonly bytes: number;
  readonly children: number;
}

/** Counts what a child is about to need, before it has it. */
export function reserve(
  main: Held | undefined,
  life: number,
  { bytes, children }: Room,
): Decision<{ readonly type: 'Reserved' } | NoStream | QuotaSpent> {
  if (!main || main.life !== life) return { answer: noStream };
  const { quota } = main.state;
  const tooMany = quota !== null && children > 0 && main.children + children > quota.children;
  if (tooMany || exceeds(main, bytes)) return { answer: quotaSpent };
  const next = {
    ...main,
    children: main.children + children,
    childrenBytes: main.childrenBytes + bytes,
  };
  return { answer: { type: 'Reserved' }, next };
}

/**
 * Counts what a child no longer has. `before`: the main stream as it was before the child gave it up;
 * where all was counted anew since, it is out of the count already, or will be with the next one.
 */
export function release(
  main: Held | undefined,
  before: Held,
  { bytes, children }: Room,
): Decision<undefined> {
  if (!main || main.life !== before.life || main.recounts !== before.recounts) {
    return { answer: undefined };
  }
  const next = {
    ...main,
    children: Math.max(0, main.children - children),
    childrenBytes: Math.max(0, main.childrenBytes - bytes),
  };
  return { answer: undefined, next };
}

function fits(state: StreamState, { tail, counter }: Swap): boolean {
  return tail === state.tail && counter > state.counter;
}

function moved(state: StreamState): Moved {
  return { type: 'Moved', state };
}
