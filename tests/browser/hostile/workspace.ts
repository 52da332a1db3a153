/**
 * The filled workspace with other words: each word that a person wrote is one of the payloads, and
 * of each table one more record has them in every field that takes words, whatever it is meant for.
 */
import { type Change, tables } from '../../../practice/index.ts';
import { mark, planted } from '../filled/planted.ts';
import { type Backup, backupOf, type Part, soon } from '../filled/workspace.ts';

/** Gives what stands in the next field, or in one item of a list, of which a field holds many. */
export type NextWords = (isItem?: boolean) => string;

export function hostileBackup(next: NextWords): Promise<Backup> {
  return backupOf((me) => hostileParts(next, me), next());
}

function hostileParts(next: NextWords, me: string): readonly Part[] {
  const filled = planted(soon()).map(({ readers, changes }) => ({
    readers,
    changes: changes.map((change) => ({ ...change, value: replaced(change.value, next) })),
  }));
  const name: Change = { table: 'names', record: me, field: 'name', value: next() };
  return [...filled, ...inEveryField(next), { readers: 'everyone', changes: [name] }];
}

/** What was planted is exchanged, wherever in a value it stands; the rest is as it was. */
function replaced(value: Change['value'], next: NextWords, isItem = false): Change['value'] {
  if (typeof value === 'string') return value.includes(mark) ? next(isItem) : value;
  if (Array.isArray(value)) {
    return (value as readonly Change['value'][]).map((part) => replaced(part, next, true));
  }
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [key, replaced(part as Change['value'], next)]),
  );
}

/** One more record of each table, with words in each of its fields, days and choices among them. */
function inEveryField(next: NextWords): readonly Part[] {
  return Object.entries(tables).map(([table, { readers, fields }]) => ({
    readers,
    changes: Object.keys(fields).map((field) => ({
      table,
      record: `${table.slice(0, 18).padEnd(18, '-')}allA`,
      field,
      value: next(),
    })),
  }));
}
