/** The same question to three ways of keeping records: ours, TinyBase with an index, and bare lists. */

import { askFields, readFields } from '@alongside/practice';
import type { Tables } from '@alongside/vault';
import { createFold } from '@alongside/vault';
import { createIndexes, createStore } from 'tinybase';
import { know } from '../../web/rooms/asks/know/know.ts';
import { spread } from '../report.ts';
import type { Contender } from '../subject.ts';
import { type Records, type Row, records } from './records.ts';

/** What `know` asks of the tables. */
type Asked = Pick<Tables, 'all' | 'where' | 'get'>;
type Write = (table: string, row: Row) => void;
type Open = (all: Records) => { readonly tables: Asked; readonly write: Write };

const day = '2026-06-15';
const asked = 60;

function contender(open: Open): () => Promise<Contender> {
  return async () => ({
    prepare: async (size) => new TextEncoder().encode(JSON.stringify(records(size))),
    async measure(bytes) {
      const all = JSON.parse(new TextDecoder().decode(bytes)) as Records;
      const { tables, write } = open(all);
      const asks = (all.asks ?? []).map((row) => readFields(askFields, row));
      const question = (at: number) => {
        const ask = asks[(at * 7919) % asks.length];
        if (!ask) throw new Error('There is no ask');
        return { partner: ask.partner, known: know(tables as Tables, ask, day) };
      };
      const seen: unknown[] = [];
      const time = (at: number) => {
        const begin = performance.now();
        const { known } = question(at);
        const took = performance.now() - begin;
        seen.push(known);
        return took;
      };
      const first = time(0);
      const next = Array.from({ length: asked }, (_, at) => time(at + 1));
      const changed = Array.from({ length: asked }, (_, at) => {
        const { partner } = question(at);
        write('contacts', {
          id: `new-${at}`.padEnd(21, '_').concat('A'),
          partner,
          kind: 'meeting',
          on: day,
        });
        return time(at);
      });
      return {
        ms: {
          first,
          'another ask': spread(next).median,
          'after a change': spread(changed).median,
        },
        facts: { check: checkOf(seen) },
      };
    },
  });
}

/** A few characters by which answers are compared, whatever the order in which records are kept. */
function checkOf(seen: readonly unknown[]): string {
  let sum = 0;
  const text = JSON.stringify(seen);
  for (let at = 0; at < text.length; at += 1) sum = (Math.imul(sum, 31) + text.charCodeAt(at)) | 0;
  return `${text.length} ${sum}`;
}

export const alongside = contender((all) => {
  const fold = createFold({ me: 'me', random: (bytes) => new Uint8Array(bytes), now: () => 0 });
  let position = 0;
  const write = (table: string, rows: readonly Row[]) =>
    fold.applyAccepted(
      rows.map(({ id, ...fields }) => {
        position += 1;
        return {
          position,
          device: 0,
          member: 'member',
          hlc: position * 1024,
          audience: 'everyone',
          runs: [
            {
              seen: position - 1,
              ops: Object.entries(fields).map(([field, value]) => ({
                table,
                record: id,
                field,
                value,
              })),
            },
          ],
        };
      }),
    );
  for (const [table, rows] of Object.entries(all)) write(table, rows);
  return { tables: fold.tables, write: (table, row) => write(table, [row]) };
});

export const tinybase = contender((all) => {
  const store = createStore();
  const indexes = createIndexes(store);
  const write: Write = (table, { id, ...cells }) => {
    const known = Object.entries(cells).filter(([, value]) => value !== null);
    store.setRow(table, id, Object.fromEntries(known) as Record<string, string>);
  };
  store.transaction(() => {
    for (const [table, rows] of Object.entries(all)) for (const row of rows) write(table, row);
  });
  const rowOf = (table: string, id: string) => ({ ...store.getRow(table, id), id }) as Row;
  return {
    write,
    tables: {
      get: (table, id) => (store.hasRow(table, id) ? rowOf(table, id) : undefined),
      all: (table) => store.getRowIds(table).map((id) => rowOf(table, id)),
      where(table, field, value) {
        const name = `${table} by ${field}`;
        if (!indexes.hasIndex(name)) indexes.setIndexDefinition(name, table, field);
        return indexes.getSliceRowIds(name, String(value)).map((id) => rowOf(table, id));
      },
    },
  };
});

/** Lists of plain records, gone through whole for each question. */
export const lists = contender((all) => {
  const own = new Map(Object.entries(all).map(([table, rows]) => [table, [...rows]]));
  const of = (table: string) => own.get(table) ?? [];
  return {
    write: (table, row) => void of(table).push(row),
    tables: {
      get: (table, id) => of(table).find((row) => row.id === id),
      all: of,
      where: (table, field, value) => of(table).filter((row) => row[field] === value),
    },
  };
});
