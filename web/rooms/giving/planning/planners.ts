/**
 * Who plans, and saying to them what one can give: the own record, which only I read, and a copy that is
 * sealed to the planners' circle (docs/decisions/0012). Nothing here draws anything.
 */
import {
  type OwnOffer,
  offerFields,
  ownOfferFields,
  planningFields,
  readFields,
  readOffers,
  type SignedOffer,
} from '@alongside/practice';
import type { Change, Tables, Value, Workspace } from '@alongside/vault';
import type { KeptWorkspace, TogetherState } from '@alongside/vault/kept';
import { only } from '../../../ui/only.ts';
import { ownRecord, writeOwn } from '../../../ui/own-record.ts';

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

export type OfferValues = Pick<OwnOffer, 'usual' | 'steppedBack' | 'away' | 'skills' | 'sayName'>;

/** Keeps what I can give, and says it to the planners where there are any. */
export function sayOffer(
  workspace: Workspace,
  values: OfferValues,
  planners: Planners | null,
): void {
  const own = readOwnOffer(workspace);
  if (own.circle !== null && own.circle !== planners?.circle) unsay(workspace, own);
  const isSame = own.circle === planners?.circle;
  const record = (isSame && own.record) || workspace.newId();
  const said = planners
    ? { circle: planners.circle, record, planners: planners.people }
    : { circle: null, record: null, planners: [] };
  const written = stored(values);
  writeOwn(workspace, 'ownOffers', { ...written, ...said });
  if (planners && isKept(workspace)) {
    workspace.envelopes.give(fieldsOf('offers', record, written), [planners.circle]);
  }
}

/** The planners are told nothing of mine any more; what they have read they have. */
export function takeBack(workspace: Workspace): void {
  unsay(workspace, readOwnOffer(workspace));
  const nobody = { circle: null, record: null, planners: [] };
  writeOwn(workspace, 'ownOffers', nobody);
}

function unsay(workspace: Workspace, { circle, record }: OwnOffer): void {
  if (circle === null || record === null || !isKept(workspace)) return;
  workspace.envelopes.give(fieldsOf('offers', record, { deleted: true }), [circle]);
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

export function fieldsOf(
  table: string,
  record: string,
  fields: Readonly<Record<string, Value>>,
): readonly Change[] {
  return Object.entries(fields).map(([field, value]) => ({ table, record, field, value }));
}

function stored({ usual, steppedBack, away, skills, sayName }: OfferValues) {
  return { usual, steppedBack, away: away.map((one) => ({ ...one })), skills, sayName };
}

function isKept(workspace: Workspace): workspace is KeptWorkspace {
  return workspace.kind === 'kept';
}
