/**
 * All that stood in an ask and its arrival when it was set aside, as one text, so that the people named for it
 * can put it back as it was. Fields of a later version go and come along: none is known here by name.
 */
import * as v from 'valibot';
import type { Change } from '../../stories/record.ts';
import type { Arrival } from './tables.ts';

const arrivalPart = v.object({
  reach: v.optional(v.string(), ''),
  checkedHow: v.optional(v.string(), ''),
});
const kept = v.object({ ask: v.record(v.string(), v.unknown()), arrival: arrivalPart });

/** What the record is, rather than what stands in it. */
const notWords = new Set(['id', 'deleted']);

export function wholeOf(
  ask: { readonly [field: string]: unknown },
  { reach, checkedHow }: Pick<Arrival, 'reach' | 'checkedHow'>,
): string {
  const fields = Object.entries(ask).filter(([field]) => !notWords.has(field));
  return JSON.stringify({ ask: Object.fromEntries(fields), arrival: { reach, checkedHow } });
}

/** Nothing where it was set aside by an earlier version, or is no such text. */
export function fieldsOfWhole(whole: string): {
  readonly asks: Readonly<Record<string, Change['value']>>;
  readonly arrival: Partial<Pick<Arrival, 'reach' | 'checkedHow'>>;
} {
  try {
    const { ask, arrival } = v.parse(kept, JSON.parse(whole));
    const fields = Object.entries(ask).filter(([field]) => !notWords.has(field));
    return { asks: Object.fromEntries(fields) as Record<string, Change['value']>, arrival };
  } catch {
    return { asks: {}, arrival: {} };
  }
}
