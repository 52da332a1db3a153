/** Who plans, what they read, and what I said to them: read by What we can give and beside an ask. */
import {
  type OwnOffer,
  offerFields,
  ownOfferFields,
  planningFields,
  readFields,
  readOffers,
  type SignedOffer,
} from '@alongside/practice';
import type { Tables, Workspace } from '@alongside/vault';
import type { TogetherState } from '@alongside/vault/kept';
import { only } from './only.ts';
import { ownRecord } from './own-record.ts';

export interface Planners {
  readonly circle: string;
  /** Who is here and in the circle, in the order of their ids. */
  readonly people: readonly string[];
  readonly iPlan: boolean;
}

/** The one or two people whom the team chose; null where nobody was chosen, or nobody of them is left. */
export function plannersOf(tables: Tables, now: TogetherState | null): Planners | null {
  const id = readPlanning(tables).circle;
  const circle = now?.circles.find((one) => one.kind === 'named' && one.id === id);
  if (!now || !circle) return null;
  const here = new Set(now.people.filter(({ active }) => active).map((person) => person.id));
  const people = circle.members.filter((member) => here.has(member)).sort();
  if (people.length === 0) return null;
  return { circle: circle.id, people, iPlan: circle.readable && people.includes(now.me) };
}

export function readPlanning(tables: Tables) {
  return readFields(planningFields, tables.get('planning', only) ?? { id: only });
}

export function readOwnOffer(workspace: Pick<Workspace, 'tables' | 'me' | 'onlyMe'>): OwnOffer {
  return readFields(ownOfferFields, ownRecord(workspace, 'ownOffers') ?? { id: '' });
}

/** What people said to the planners' circle, as one of them reads it. */
export function offersHere(tables: Tables, now: TogetherState, { circle }: Planners) {
  const here = new Set(now.people.filter(({ active }) => active).map(({ id }) => id));
  const signed = tables.all('offers').flatMap((record): readonly SignedOffer[] => {
    const audience = tables.audienceOf('offers', record.id);
    const first = tables.writtenBy('offers', record.id, 'usual');
    if (!first || audience === undefined || audience === 'everyone') return [];
    if (audience.circle !== circle) return [];
    // A field that somebody else wrote into the record is not theirs.
    const own = Object.keys(offerFields).filter(
      (field) => tables.writtenBy('offers', record.id, field)?.member === first.member,
    );
    const fields = Object.fromEntries(own.map((field) => [field, record[field]]));
    return [{ record: { ...fields, id: record.id }, by: first.member, at: first.at }];
  });
  return readOffers(signed, (person) => here.has(person));
}
