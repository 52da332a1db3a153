/**
 * What somebody leaves to others who is no longer here: promises they carried, asks they wrote down
 * that nobody has answered, and partners they wrote down or were last in touch with. Nothing says why they went.
 * Also the pages that are open, whoever it was.
 */
import type { PromiseMade } from '../asks/promises/tables.ts';
import type { Ask } from '../asks/tables.ts';
import type { Contact, Partner } from '../partners/tables.ts';
import { type OpenPage, openPages, type Pages } from './open-pages.ts';

export interface Kept extends Pages {
  readonly promises: readonly PromiseMade[];
  readonly partners: readonly Partner[];
  readonly contacts: readonly Contact[];
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
