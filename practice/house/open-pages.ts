/**
 * The pages for people with nothing installed that are open and ours: whoever was in the core team keeps what
 * opens them, so others end them and make new ones.
 */
import type { PublicPage } from '../asks/arrivals/tables.ts';
import type { Call } from '../asks/calls/tables.ts';
import type { MemberPage } from '../asks/members/tables.ts';
import type { Ask } from '../asks/tables.ts';
import type { AskPage } from '../asks/we-ask/tables.ts';
import type { Day } from '../day.ts';

export interface Pages {
  readonly asks: readonly Ask[];
  readonly askPages: readonly AskPage[];
  readonly calls: readonly Call[];
  readonly memberPages: readonly MemberPage[];
  readonly publicPages: readonly PublicPage[];
  readonly today: Day;
  /**
   * Whether somebody wrote this field who is in the core team or not here any more: a page that somebody else
   * planted is not ours, and is not named among ours.
   */
  readonly isOfTheTeam: (table: string, record: string, field: string) => boolean;
}

export interface OpenPage {
  readonly id: string;
  readonly kind: 'ask of ours' | 'call' | 'members' | 'public page';
  /** The record that its page in the application is of. */
  readonly of: string;
  readonly what: string;
  readonly until: Day;
}

/** What makes a page lead to us. */
const opening = ['fragment', 'secret', 'until'];

/** What was taken back, or whose last day has passed, takes no more answers. */
export function openPages(kept: Pages): OpenPage[] {
  const { asks, today } = kept;
  const ours = <Page extends { readonly id: string }>(table: string, pages: readonly Page[]) =>
    pages.filter(({ id }) => opening.every((field) => kept.isOfTheTeam(table, id, field)));
  const what = new Map(asks.map((ask) => [ask.id, ask.what]));
  const pages: OpenPage[] = [
    ...ours('askPages', kept.askPages).flatMap(({ id, ask, until, closedOn }) =>
      until === null || closedOn !== null || ask === null
        ? []
        : [{ id, kind: 'ask of ours' as const, of: ask, what: what.get(ask) ?? '', until }],
    ),
    ...ours('calls', kept.calls).flatMap((call) =>
      call.until === null || call.closedOn !== null
        ? []
        : [{ id: call.id, kind: 'call' as const, of: call.id, what: call.what, until: call.until }],
    ),
    ...ours('memberPages', kept.memberPages).flatMap(({ id, ask, what: words, until, closedOn }) =>
      until === null || closedOn !== null || ask === null
        ? []
        : [{ id, kind: 'members' as const, of: ask, what: words, until }],
    ),
    ...ours('publicPages', kept.publicPages).flatMap(({ id, us, until, endedOn }) =>
      until === null || endedOn !== null
        ? []
        : [{ id, kind: 'public page' as const, of: id, what: us, until }],
    ),
  ];
  return pages
    .filter(({ until }) => until >= today)
    .sort((a, b) => (a.until === b.until ? 0 : a.until < b.until ? -1 : 1));
}
