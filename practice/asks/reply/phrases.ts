/** The sentences of a reply in one language: plain, warm, and only what was decided. */
import type { Day } from '../../day.ts';

export interface Phrases {
  readonly greeting: (from: string) => string;
  /** Thanks for asking; names what was asked. */
  readonly thanks: (what: string) => string;
  readonly thanksAlone: string;
  readonly yes: string;
  readonly inPart: string;
  readonly notNow: string;
  readonly no: string;
  readonly weCan: (what: string) => string;
  /** What we have understood of when, where and how many. */
  readonly understood: (what: string) => string;
  readonly instead: (what: string) => string;
  readonly betterAskedOf: (whom: string) => string;
  readonly andThen: (what: string) => string;
  /** What has to hold for our answer to hold. */
  readonly conditions: (what: string) => string;
  readonly weAreFor: (what: string) => string;
  readonly weOffer: (what: string) => string;
  readonly holding: (day: string) => string;
  readonly dayInWords: (day: Day, today: Day) => string;
  readonly afterYes: string;
  readonly afterNo: string;
  readonly closing: string;
}
