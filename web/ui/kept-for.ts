/**
 * How long what is old is kept. Anyone here can write the record that says it, and delete it; it counts from
 * somebody who is a steward now. Written by another, or deleted, nothing goes until a steward decides.
 */
import { readFields, spaceFields, type Term } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { only } from './only.ts';

/** What has a term, and the one that holds as long as nobody chose. */
const unlessChosen = { contactDays: 'season', askWords: 'always' } as const;
export type HasTerm = keyof typeof unlessChosen;

export function keptFor(
  { tables, together }: Pick<KeptWorkspace, 'tables' | 'together'>,
  what: HasTerm,
): Term | 'undecided' {
  const record = tables.get('space', only);
  if (record === undefined && tables.audienceOf('space', only) !== undefined) return 'undecided';
  const by = tables.writtenBy('space', only, what)?.member;
  if (by === undefined) return unlessChosen[what];
  const chosen = readFields(spaceFields, record ?? { id: only })[what];
  const isSteward = together
    .get()
    .people.some(({ id, active, role }) => id === by && active && role === 'steward');
  return isSteward && chosen !== null ? chosen : 'undecided';
}
