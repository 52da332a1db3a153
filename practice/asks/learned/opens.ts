/** When an ask that was said yes to opens what we learned: by itself, after its date. */
import { type Day, daysAfter } from '../../day.ts';
import type { Ask } from '../tables.ts';

/** Days after the answer, where neither the ask nor a promise has a date. */
const withoutDate = 30;

/**
 * The first day on which we can look back: the day after the last date it has, its own or a promise's.
 * Null where there was no yes, and nothing happened to look back on.
 */
export function learnedOpensOn(
  ask: Pick<Ask, 'answer' | 'answeredOn' | 'on'>,
  promised: readonly { readonly by: Day | null }[],
): Day | null {
  if (ask.answer !== 'yes' && ask.answer !== 'in-part') return null;
  const dates = [ask.on, ...promised.map(({ by }) => by)].filter((day) => day !== null).sort();
  const last = dates.at(-1);
  if (last !== undefined) return daysAfter(last, 1);
  return ask.answeredOn && daysAfter(ask.answeredOn, withoutDate);
}

/** Whether somebody has written down what happened. */
export function isLookedBackOn(
  learned: { readonly happened: string; readonly difference: string | null } | undefined,
): boolean {
  return learned !== undefined && (learned.happened !== '' || learned.difference !== null);
}
