/**
 * Handing something on to another person, with their consent: it stays with whoever carries it until the
 * other says yes. Nobody is handed what they have handed on before, so nothing goes round in a circle.
 */
import type { Plain } from '../../stories/record.ts';

export interface Carried {
  readonly carriedBy: string | null;
  readonly handTo: string | null;
  readonly handedOnBy: readonly string[];
}

export type Carrying = { readonly [Field in keyof Carried]?: Plain };

export type HandOnRefused =
  | { readonly type: 'CarriesItAlready'; readonly member: string }
  | { readonly type: 'HandedItOnBefore'; readonly member: string }
  /** Only whoever was asked can take it. */
  | { readonly type: 'NotAsked' };

/** Asks somebody to take it over. It is not theirs until they say so. */
export function handOn(it: Carried, to: string): Carrying | HandOnRefused {
  if (it.carriedBy === to) return { type: 'CarriesItAlready', member: to };
  if (it.handedOnBy.includes(to)) return { type: 'HandedItOnBefore', member: to };
  return { handTo: to };
}

/** Whoever was asked says yes. */
export function takeOver(it: Carried, me: string): Carrying | HandOnRefused {
  if (it.handTo !== me) return { type: 'NotAsked' };
  const before = it.carriedBy === null ? [] : [it.carriedBy];
  return { carriedBy: me, handTo: null, handedOnBy: [...it.handedOnBy, ...before] };
}

/** Whoever was asked says no, or the one who asked takes it back. */
export const leaveIt: Carrying = { handTo: null };
