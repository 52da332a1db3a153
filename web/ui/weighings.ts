/** Weighings in closed envelopes, as only their own people can have made them: read by Asks and by Today. */
import {
  asBegun,
  type Enclosed,
  enclosedFields,
  readFields,
  type WeighingRound,
  weighingFields,
} from '@alongside/practice';
import type { StoredRecord, Tables } from '@alongside/vault';
import type { TogetherState } from '@alongside/vault/kept';

/** That envelopes are in, each with who put it in. */
export function enclosedIn(tables: Tables): readonly (Enclosed & { readonly by: string })[] {
  return tables.all('enclosed').map((record) => ({
    ...readFields(enclosedFields, record),
    by: onlyWriter(tables, 'enclosed', record.id, ['envelope', 'weighing']),
  }));
}

/** A weighing as only its own people can have made it. */
export function roundIn(
  tables: Tables,
  record: StoredRecord,
  here: ReadonlySet<string>,
): WeighingRound {
  const by = (field: string) => tables.writtenBy('weighings', record.id, field)?.member ?? null;
  return asBegun(readFields(weighingFields, record), by, here);
}

/** Who is in the workspace now. */
export function peopleHere({ people }: Pick<TogetherState, 'people'>): ReadonlySet<string> {
  return new Set(people.flatMap(({ active, id }) => (active ? [id] : [])));
}

/** Who wrote all of these fields; nobody's name where several did. */
function onlyWriter(
  tables: Tables,
  table: string,
  record: string,
  fields: readonly string[],
): string {
  const [first, ...others] = fields.map((field) => tables.writtenBy(table, record, field)?.member);
  return first !== undefined && others.every((other) => other === first) ? first : '';
}
