import type { StoredRecord, Tables } from '@alongside/vault';
import { describe, expect, it } from 'vitest';
import type { Findable } from '../../ui/room.ts';
import { createFinder } from './finder.ts';

const partners: Findable = {
  table: 'partners',
  title: (record) => String(record.name),
  words: (record) => String(record.note ?? ''),
  path: (record) => `/partners/${record.id}`,
};

/** A table that can be written in a test, and tells its listeners. */
function writable(initial: readonly StoredRecord[]) {
  let records = initial;
  const listeners = new Set<() => void>();
  const tables = {
    all: () => records,
    subscribe: (_: string, heard: () => void) => {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
  } as unknown as Tables;
  return {
    tables,
    write(next: readonly StoredRecord[]) {
      records = next;
      for (const heard of listeners) heard();
    },
  };
}

const bayview: StoredRecord = { id: 'a', name: 'Bayview Elders', note: 'lent us their hall' };
const union: StoredRecord = { id: 'b', name: 'اتحاد المستأجرين', note: 'Southside' };

const titles = (found: readonly { title: string }[]) => found.map(({ title }) => title);

describe('createFinder', () => {
  it('finds by the beginning of the last word and by words of the text', () => {
    const finder = createFinder(writable([bayview, union]).tables, [partners]);
    expect(titles(finder.find('bayv'))).toEqual(['Bayview Elders']);
    expect(titles(finder.find('lent hall'))).toEqual(['Bayview Elders']);
  });

  it('finds Arabic names typed without hamza and without the article', () => {
    const finder = createFinder(writable([bayview, union]).tables, [partners]);
    expect(titles(finder.find('مستاجرين'))).toEqual(['اتحاد المستأجرين']);
  });

  it('leads to the record’s page', () => {
    const finder = createFinder(writable([bayview]).tables, [partners]);
    expect(finder.find('elders')[0]?.path).toBe('/partners/a');
  });

  it('follows what is added, changed and deleted', () => {
    const { tables, write } = writable([bayview]);
    const finder = createFinder(tables, [partners]);
    expect(finder.find('mission')).toEqual([]);
    write([bayview, { id: 'c', name: 'Mission Families Network' }]);
    expect(titles(finder.find('mission'))).toEqual(['Mission Families Network']);
    write([{ ...bayview, name: 'Harbor Elders' }]);
    expect(titles(finder.find('harbor'))).toEqual(['Harbor Elders']);
    expect(finder.find('bayview')).toEqual([]);
    expect(finder.find('mission')).toEqual([]);
  });

  it('hears nothing more once closed', () => {
    const { tables, write } = writable([bayview]);
    const finder = createFinder(tables, [partners]);
    expect(finder.find('bayview')).toHaveLength(1);
    finder.close();
    write([]);
    expect(finder.find('bayview')).toHaveLength(1);
  });
});
