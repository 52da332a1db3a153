import fc from 'fast-check';
import { expect, test } from 'vitest';
import { columnsToTables, tablesToColumns } from './columns/snapshot.ts';
import { countErasable, eraseHidden } from './erase-hidden.ts';
import { stateHash } from './state-hash.ts';
import { anyHistory, entry, foldForTest, set, start } from './testing.ts';

test('what a deleted record said goes, and the record stays deleted', () => {
  const fold = foldForTest();
  fold.applyAccepted([
    entry({ position: 1 }, set('a', 'title', 'Stays'), set('b', 'title', 'Withdrawn')),
    entry({ position: 2 }, set('b', 'deleted', true)),
  ]);
  expect(countErasable(fold.state)).toBe(1);
  eraseHidden(fold.state);
  expect(countErasable(fold.state)).toBe(0);
  expect(fold.tables.all('asks').map(({ title }) => title)).toEqual(['Stays']);
  const blocks = [...tablesToColumns(fold.state)];
  const said = blocks.map(({ bytes }) => Buffer.from(bytes).toString('latin1')).join();
  expect(said).toContain('Stays');
  expect(said).not.toContain('Withdrawn');
});

test('what was deleted just now does not count as waiting since yesterday', () => {
  const fold = foldForTest();
  fold.applyAccepted([
    entry({ position: 1 }, set('a', 'title', 'Withdrawn')),
    entry({ position: 2 }, set('a', 'deleted', true)),
  ]);
  expect(countErasable(fold.state, start)).toBe(0);
  expect(countErasable(fold.state, start + 1000)).toBe(1);
});

test('somebody who had not seen the deletion keeps the record, with what they write after it was erased', () => {
  const fold = foldForTest();
  fold.applyAccepted([
    entry({ position: 1 }, set('a', 'title', 'Withdrawn')),
    entry({ position: 2 }, set('a', 'deleted', true)),
  ]);
  eraseHidden(fold.state);
  fold.applyAccepted([entry({ position: 3, device: 1, seen: 1 }, set('a', 'note', 'Meanwhile'))]);
  expect(fold.tables.get('asks', 'a')).toMatchObject({ title: null, note: 'Meanwhile' });
});

test('whatever was written in whatever order, every device erases to the same state', () => {
  fc.assert(
    fc.property(anyHistory, (history) => {
      const one = foldForTest();
      const other = foldForTest();
      one.applyAccepted(history);
      other.applyAccepted([...history].reverse());
      for (const { state } of [one, other]) eraseHidden(state);
      expect(stateHash(one.state, 'everyone')).toEqual(stateHash(other.state, 'everyone'));
      expect(countErasable(one.state)).toBe(0);
      const { state: read } = columnsToTables([...tablesToColumns(one.state)]);
      if (!read) throw new Error('Must hold: what was written can be read');
      expect(stateHash(read, 'everyone')).toEqual(stateHash(one.state, 'everyone'));
      expect(foldForTest(read).tables.all('asks')).toEqual(one.tables.all('asks'));
    }),
  );
});
