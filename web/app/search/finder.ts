/**
 * Search over everything a room calls findable: an index in memory, made when search is first opened
 * and kept true as records change. Nothing of it is stored.
 */
import type { StoredRecord, Tables } from '@alongside/vault';
import MiniSearch from 'minisearch';
import type { Findable } from '../../ui/room.ts';
import { askedBy, wordsOf } from './fold-words.ts';

interface Found {
  readonly key: string;
  readonly title: string;
  readonly path: string;
  /** The table it stands in, and its id there. */
  readonly table: string;
  readonly record: string;
}

export interface Finder {
  /** Up to `most` records that hold every word, the last as a beginning; best first. */
  find(query: string, most?: number): readonly Found[];
  close(): void;
}

interface Entry {
  readonly key: string;
  readonly title: string;
  readonly words: string;
}

interface Known {
  readonly record: StoredRecord;
  readonly findable: Findable;
  readonly entry: Entry;
}

export function createFinder(tables: Tables, findables: readonly Findable[]): Finder {
  const index = new MiniSearch<Entry>({
    idField: 'key',
    fields: ['title', 'words'],
    tokenize: wordsOf,
    processTerm: (word) => word,
    searchOptions: { boost: { title: 3 }, tokenize: (form) => [form] },
  });
  const known = new Map<string, Known>();
  const stale = new Set<Findable>(findables);
  const stops = findables.map((findable) =>
    tables.subscribe(findable.table, () => void stale.add(findable)),
  );

  const catchUp = () => {
    for (const findable of stale) follow(findable, tables.all(findable.table), known, index);
    stale.clear();
  };

  return {
    find(query, most = 20) {
      catchUp();
      const asked = askedBy(query);
      if (asked.length === 0) return [];
      const results = index.search({
        combineWith: 'AND',
        queries: asked.map(({ forms, forgiving }, at) => ({
          combineWith: 'OR',
          queries: [...forms],
          prefix: at === asked.length - 1,
          fuzzy: forgiving ? 0.2 : false,
        })),
      });
      return results.slice(0, most).flatMap(({ id }) => {
        const found = known.get(String(id));
        if (!found) return [];
        const { findable, record, entry } = found;
        return [
          {
            key: entry.key,
            title: entry.title,
            path: findable.path(record),
            table: findable.table,
            record: record.id,
          },
        ];
      });
    },
    close() {
      for (const stop of stops) stop();
    },
  };
}

/** Brings one table of the index up to date: only records that changed are read again. */
function follow(
  findable: Findable,
  records: readonly StoredRecord[],
  known: Map<string, Known>,
  index: MiniSearch<Entry>,
): void {
  const there = new Set<string>();
  for (const record of records) {
    const key = `${findable.table}/${record.id}`;
    there.add(key);
    const before = known.get(key);
    if (before?.record === record) continue;
    const entry = { key, title: findable.title(record), words: findable.words(record) };
    if (before) index.replace(entry);
    else index.add(entry);
    known.set(key, { record, findable, entry });
  }
  const prefix = `${findable.table}/`;
  for (const key of known.keys()) {
    if (!key.startsWith(prefix) || there.has(key)) continue;
    index.discard(key);
    known.delete(key);
  }
}
