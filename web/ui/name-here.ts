/**
 * What somebody is called. Anyone here can write the record that says it; of a person here only their own word
 * counts. Whoever was never here came with a backup, and keeps the name that came with it.
 */
import type { MemberId, Tables } from '@alongside/vault';
import type { Person } from '@alongside/vault/kept';

/** Empty where they have not said. `people` is undefined where nothing is kept and nobody else can write. */
export function nameHere(
  tables: Pick<Tables, 'get' | 'writtenBy'>,
  people: readonly Pick<Person, 'id'>[] | undefined,
  member: MemberId,
): string {
  const name = tables.get('names', member)?.name;
  if (typeof name !== 'string') return '';
  const isOwn = tables.writtenBy('names', member, 'name')?.member === member;
  return isOwn || people?.some(({ id }) => id === member) !== true ? name : '';
}
