/**
 * Deleting a partner takes along what says nothing without it, so that nothing stays stored out of
 * sight: its contacts, harm, roles, the conversations that can be read here, and that it comes to a discussion.
 * Its people stay, in the
 * list of people; its asks and promises stay in Asks, under the name that asked. `undoOf` these changes
 * brings everything back.
 */
import type { Change } from '../stories/record.ts';

/** A record that points at a partner. */
export interface Pointing {
  readonly id: string;
  readonly partner: string | null;
}

/** Everything here that points at partners, by its table. */
export interface Hanging {
  readonly contacts: readonly Pointing[];
  readonly harms: readonly Pointing[];
  readonly roles: readonly Pointing[];
  readonly conversations: readonly Pointing[];
  readonly discussionPartners: readonly Pointing[];
}

const hangingTables: readonly (keyof Hanging)[] = [
  'contacts',
  'harms',
  'roles',
  'conversations',
  'discussionPartners',
];

/** The changes that delete the partner (all its records) and what hangs on it. */
export function removePartner(ids: readonly string[], hanging: Hanging): Change[] {
  const gone = new Set(ids);
  return [
    ...ids.map((record) => deleted('partners', record)),
    ...inTables(hanging, ({ partner }) => partner !== null && gone.has(partner)),
  ];
}

/**
 * What points at a partner that is not here: somebody deleted it while another, without a network,
 * wrote this down. Found again by the changes that would delete it.
 */
export function leftBehind(known: ReadonlySet<string>, hanging: Hanging): Change[] {
  return inTables(hanging, ({ partner }) => partner !== null && !known.has(partner));
}

function inTables(hanging: Hanging, isIt: (one: Pointing) => boolean): Change[] {
  return hangingTables.flatMap((table) =>
    hanging[table].filter(isIt).map(({ id }) => deleted(table, id)),
  );
}

function deleted(table: string, record: string): Change {
  return { table, record, field: 'deleted', value: true };
}
