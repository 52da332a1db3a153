/** What comes by our public page, as changes: taken in as an ask that nobody has checked, and checked. */
import { cleanLine } from '../../clean.ts';
import type { Day } from '../../day.ts';
import type { Change } from '../../stories/record.ts';
import { askChanges } from '../ask-changes.ts';
import { publicAskAsMessage, readPublicAsk } from '../public/public-page.ts';
import type { Arrival } from './tables.ts';

/** Where and when a device takes something in. */
export interface TakenIn {
  readonly page: string;
  readonly today: Day;
  readonly timeZone: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/**
 * What came, as an ask and its arrival, both under the id that came with it: taken in by several devices, it is one,
 * with the same words. When it was taken in, its day and its time zone are those of each device: the latest are
 * shown. None where it is no ask.
 */
export function keepPublicAsk(
  reply: { readonly id: string; readonly says: unknown },
  { page, today, timeZone, at }: TakenIn,
): Change[] {
  const letter = readPublicAsk(reply.says);
  if (letter === null) return [];
  const { from, what, mostAffected, theyAskedFor, kind, by, reach, language, key } = letter;
  return [
    ...askChanges(reply.id, {
      text: publicAskAsMessage(letter),
      from,
      what,
      mostAffected,
      theyAskedFor,
      kind,
      by: by !== null && by < today ? null : by,
      language,
      receivedOn: today,
      timeZone,
    }),
    ...arrivalChanges(reply.id, { page, key, cameAt: at, reach }),
  ];
}

/** The letter that its sender's browser gave this name, so that one sent twice is known; empty for none. */
export function keyOf(says: unknown): string {
  return readPublicAsk(says)?.key ?? '';
}

/** What is known of how the ask came, under the ask's own id. */
export function arrivalChanges(
  record: string,
  values: Partial<Omit<Arrival, 'id' | 'needsUpdate'>>,
): Change[] {
  return Object.entries(values).map(([field, value]) => ({
    table: 'arrivals',
    record,
    field,
    value: value ?? null,
  }));
}

/** Nobody here has checked who sent it. */
export function isUnverified(arrival: Pick<Arrival, 'checkedOn'> | undefined): boolean {
  return arrival !== undefined && arrival.checkedOn === null;
}

/** Somebody here knows who sent it. `how` in a sentence, or empty. */
export function checkSender(ask: string, how: string, on: Day): Change[] {
  return arrivalChanges(ask, { checkedOn: on, checkedHow: cleanLine(how) });
}
