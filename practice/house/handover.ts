/**
 * What somebody leaves to others who is no longer here: promises they carried, asks they wrote down
 * that nobody has answered, and partners they wrote down or were last in touch with. Nothing says why they went.
 * Also the pages for people with nothing installed that are open: whoever was in the core team keeps what
 * opens them, so others end them and make new ones.
 */
import type { PublicPage } from '../asks/arrivals/tables.ts';
import type { Call } from '../asks/calls/tables.ts';
import type { MemberPage } from '../asks/members/tables.ts';
import type { PromiseMade } from '../asks/promises/tables.ts';
import type { Ask } from '../asks/tables.ts';
import type { AskPage } from '../asks/we-ask/tables.ts';
import type { Day } from '../day.ts';
import type { Contact, Partner } from '../partners/tables.ts';

export interface Kept {
  readonly promises: readonly PromiseMade[];
  readonly asks: readonly Ask[];
  readonly partners: readonly Partner[];
  readonly contacts: readonly Contact[];
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
  /** Who wrote this field last, by the member's id; undefined where that is not known. */
  readonly writtenBy: (table: string, record: string, field: string) => string | undefined;
}

export interface Handover {
  /** With the organization that each was promised to, where that is known. */
  readonly promises: readonly { readonly promise: PromiseMade; readonly to: string }[];
  readonly asks: readonly Ask[];
  readonly partners: readonly Partner[];
  /** Open today, the first to end first. */
  readonly pages: readonly OpenPage[];
}

export interface OpenPage {
  readonly id: string;
  readonly kind: 'ask of ours' | 'call' | 'members' | 'public page';
  /** The record that its page in the application is of. */
  readonly of: string;
  readonly what: string;
  readonly until: Day;
}

export function handoverOf(who: ReadonlySet<string>, kept: Kept): Handover {
  const { promises, asks, partners, contacts, writtenBy } = kept;
  const wrote = (table: string, record: string, field: string) =>
    who.has(writtenBy(table, record, field) ?? '');
  const asked = new Map(asks.map((ask) => [ask.id, ask]));
  const carried = promises.filter(
    ({ state, carriedBy }) => state === 'open' && carriedBy !== null && who.has(carriedBy),
  );
  const inTouch = new Set(
    partners.filter(({ id }) => {
      const last = contacts
        .filter(({ partner }) => partner === id)
        .reduce<Contact | undefined>((a, b) => (whenOf(a) > whenOf(b) ? a : b), undefined);
      // Who wrote its day may be a device that left its month only.
      return last !== undefined && wrote('contacts', last.id, 'kind');
    }),
  );
  return {
    promises: carried.map((promise) => ({
      promise,
      to: (promise.ask === null ? undefined : asked.get(promise.ask))?.from ?? '',
    })),
    asks: asks.filter((ask) => ask.answer === null && wrote('asks', ask.id, 'what')),
    partners: partners.filter(
      (partner) => inTouch.has(partner) || wrote('partners', partner.id, 'name'),
    ),
    pages: who.size === 0 ? [] : openPages(kept),
  };
}

function whenOf(contact: Contact | undefined): string {
  return contact?.on ?? contact?.month ?? '';
}

/** What makes a page lead to us. */
const opening = ['fragment', 'secret', 'until'];

/** What was taken back, or whose last day has passed, takes no more answers. */
function openPages(kept: Kept): OpenPage[] {
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
