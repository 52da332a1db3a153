/** The workspace's weekend, after which its week begins. */
import { readFields, spaceFields, type Weekend } from '@alongside/practice';
import type { Tables } from '@alongside/vault';

/** The id of the one record of the table: sixteen zero bytes. */
const only = 'A'.repeat(22);

export function weekendOf(tables: Tables): Weekend {
  return readFields(spaceFields, tables.get('space', only) ?? { id: only }).weekend ?? 'sat-sun';
}
