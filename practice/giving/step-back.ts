/**
 * Stepping back: one's promises are offered to others, who take one with their own yes. No reason and no
 * day is written down. Coming back takes back what nobody has taken.
 */
import type { Change } from '../stories/record.ts';

export interface CarriedPromise {
  readonly id: string;
  readonly state: string;
  readonly carriedBy: string | null;
}

export interface HandOver {
  readonly id: string;
  readonly promise: string | null;
  readonly taken: boolean;
}

export type TakeOverRefused =
  | { readonly type: 'AlreadyTaken' }
  | { readonly type: 'YourOwn' }
  /** It was kept, changed or set down meanwhile, or is not there any more. */
  | { readonly type: 'NotOpen' };

/** Offers every open promise of theirs that is not offered yet. */
export function offerPromises(
  me: string,
  promises: readonly CarriedPromise[],
  handOvers: readonly HandOver[],
  newId: () => string,
): readonly Change[] {
  const offered = new Set(handOvers.filter(({ taken }) => !taken).map(({ promise }) => promise));
  return promises
    .filter(({ id, state, carriedBy }) => carriedBy === me && state === 'open' && !offered.has(id))
    .map(({ id }) => ({ table: 'handOvers', record: newId(), field: 'promise', value: id }));
}

/** Takes back what is offered of theirs and not taken. */
export function keepPromises(
  me: string,
  promises: readonly CarriedPromise[],
  handOvers: readonly HandOver[],
): readonly Change[] {
  const mine = new Set(promises.filter(({ carriedBy }) => carriedBy === me).map(({ id }) => id));
  return handOvers
    .filter(({ promise, taken }) => !taken && promise !== null && mine.has(promise))
    .map(({ id }) => ({ table: 'handOvers', record: id, field: 'deleted', value: true }));
}

/** Somebody carries it from now on: by their own yes. */
export function takeHandOver(
  by: string,
  handOver: HandOver,
  promise: CarriedPromise | undefined,
): readonly Change[] | TakeOverRefused {
  if (handOver.taken) return { type: 'AlreadyTaken' };
  if (promise?.state !== 'open') return { type: 'NotOpen' };
  if (promise.carriedBy === by) return { type: 'YourOwn' };
  return [
    { table: 'promises', record: promise.id, field: 'carriedBy', value: by },
    { table: 'handOvers', record: handOver.id, field: 'taken', value: true },
  ];
}

/** Promises that are offered and can still be taken, each once, in the order of their ids. */
export function promisesOffered<Promised extends CarriedPromise>(
  promises: readonly Promised[],
  handOvers: readonly HandOver[],
): readonly { readonly promise: Promised; readonly handOver: HandOver }[] {
  return promises
    .filter(({ state }) => state === 'open')
    .flatMap((promise) => {
      const found = handOvers
        .filter((one) => !one.taken && one.promise === promise.id)
        .sort((a, b) => (a.id < b.id ? -1 : 1))[0];
      return found ? [{ promise, handOver: found }] : [];
    })
    .sort((a, b) => (a.promise.id < b.promise.id ? -1 : 1));
}
