/**
 * How long the day of a contact is kept. Anyone here can write the record that says it; it counts from
 * somebody who is a steward now. Written by another, nothing goes until a steward decides.
 */
import { type ContactDays, readFields, spaceFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { only } from './only.ts';

export function contactDaysKept({
  tables,
  together,
}: Pick<KeptWorkspace, 'tables' | 'together'>): ContactDays | 'undecided' {
  const by = tables.writtenBy('space', only, 'contactDays')?.member;
  if (by === undefined) return 'season';
  const { contactDays } = readFields(spaceFields, tables.get('space', only) ?? { id: only });
  const isSteward = together
    .get()
    .people.some(({ id, active, role }) => id === by && active && role === 'steward');
  return isSteward && contactDays !== null ? contactDays : 'undecided';
}
