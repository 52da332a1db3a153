/**
 * Quiet: one switch stops every reminder until a date. It ends by itself on that date; nothing that waits
 * is changed by it, only left unsaid.
 */
import { type Day, isDay } from '../day.ts';

export type QuietRefused =
  | { readonly type: 'NotADay'; readonly written: string }
  /** Quiet lasts until a day still to come. */
  | { readonly type: 'NotLater'; readonly until: Day };

/** Whether reminders are stopped on that day: until the given day, which is not quiet any more. */
export function isQuiet(until: Day | null, today: Day): boolean {
  return until !== null && today < until;
}

/** Why it cannot be quiet until then, or null. */
export function quietRefusal(until: string, today: Day): QuietRefused | null {
  if (!isDay(until)) return { type: 'NotADay', written: until };
  return until > today ? null : { type: 'NotLater', until };
}
