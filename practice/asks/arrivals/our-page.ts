/** Our public page for asks, as changes: what it needs, how long its link leads anywhere, what it says. */
import { cleanLine } from '../../clean.ts';
import type { Day } from '../../day.ts';
import type { Change } from '../../stories/record.ts';
import { furthestDay } from '../public/last-day.ts';
import { publicNotice } from '../public/public-page.ts';
import type { PublicPage } from './tables.ts';

export interface PublicWords {
  readonly us: string;
  readonly about: string;
  readonly instead: string;
}

export type PublicPageRefused = { readonly type: 'WhoWeAreMissing' };

/** What stands in the way of making the page: it says at least a name. */
export function whatIsWrongWithPublicPage({ us }: PublicWords): PublicPageRefused[] {
  return cleanLine(us) === '' ? [{ type: 'WhoWeAreMissing' }] : [];
}

/** A link lasts a year. */
export function publicPageEnds(today: Day): Day {
  return furthestDay(today);
}

/** Whether this link still leads to the page. */
export function isPublicPageOpen(
  { endedOn, until }: Pick<PublicPage, 'endedOn' | 'until'>,
  today: Day,
): boolean {
  return endedOn === null && until !== null && until >= today;
}

export function noticeOfPublicPage(
  page: Pick<PublicPage, 'us' | 'about' | 'instead' | 'pausedOn'>,
): ReturnType<typeof publicNotice> {
  const { us, about, instead, pausedOn } = page;
  return publicNotice({ us, about, instead, paused: pausedOn !== null });
}

type BytesChange = Omit<Change, 'value'> & { readonly value: Change['value'] | Uint8Array };

type PublicPageValues = Partial<Omit<PublicPage, 'id' | 'needsUpdate' | 'secret'>> & {
  readonly secret?: Uint8Array | null;
};

export function publicPageChanges(record: string, values: PublicPageValues): BytesChange[] {
  return Object.entries(values).map(([field, value]) => ({
    table: 'publicPages',
    record,
    field,
    value: value ?? null,
  }));
}
