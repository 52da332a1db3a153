/**
 * What the reader of messages needs to know of a language: small lists, no model and no network.
 * Patterns are matched against `matchable` text, so Arabic ones are written with a bare alif
 * and Spanish ones without accents.
 */
import type { AskKind } from '../../kinds.ts';

export interface ReadingRules {
  /** A sentence with one of these asks for something. */
  readonly request: RegExp;
  /** A request that only asks to be answered ("let us know"): taken when there is no other. */
  readonly onlyReply: RegExp;
  /** Ends right before a day by which they need to hear. */
  readonly deadline: RegExp;
  /** Beside a weekday, on that very weekday: it is today. */
  readonly thisDay: { readonly before: RegExp; readonly after: RegExp };
  /** Ends right before a day that is past ("last"), or begins right after one. */
  readonly past: { readonly before: RegExp; readonly after: RegExp };
  readonly months: Readonly<Record<string, number>>;
  readonly weekdays: Readonly<Record<string, number>>;
  /** Weekdays cut short, which are words of their own as well: read only where days stand. */
  readonly shortWeekdays?: {
    readonly words: Readonly<Record<string, number>>;
    readonly before: string;
    readonly after: string;
  };
  /** A day of this month or the next, by its number alone. Group: day. */
  readonly dayOfMonth: string;
  /** Ends right before the day that it is for, where another sentence says so: "it is for". */
  readonly dayFor: RegExp;
  /** Days from today. */
  readonly relative: Readonly<Record<string, number>>;
  /** A day and a month in words; `M` stands for the months. Groups: day, month, year. */
  readonly dayAndMonth: readonly string[];
  /** How 11/12 is read: month first, or not at all unless only one reading exists. */
  readonly slashes: 'month-first' | 'only-when-clear';
  /** An organization says who it is. Group `who`. In the order of trust. */
  readonly introductions: readonly RegExp[];
  /** An organization that a sentence tells of, where nobody says who writes. Group `who`. */
  readonly subjects: readonly RegExp[];
  /** Begins a sentence that greets or says who writes, before it asks for something. */
  readonly greeting: RegExp;
  /** A line that is an organization's name: the last lines of a message are looked at. */
  readonly organization: RegExp;
  /** Words of each kind of ask. */
  readonly kinds: Readonly<Partial<Record<AskKind, RegExp>>>;
  /** A sentence that says who is most affected. */
  readonly mostAffected: RegExp;
  /** A sentence that says what the people affected have asked for. */
  readonly theyAskedFor: RegExp;
}
