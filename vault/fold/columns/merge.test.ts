import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Accepted, Audience } from '../../types.ts';
import type { Fold } from '../fold.ts';
import { stateHash } from '../state-hash.ts';
import { anyHistory, entry, foldForTest, set } from '../testing.ts';
import { mergeColumns } from './merge.ts';
import { audiencesOf, blocksOf, joinBlocks } from './select.ts';
import { columnsToTables, tablesToColumns } from './snapshot.ts';

const core: Audience = { circle: 'core' };
const inCore = ({ audience }: Accepted) => audience !== 'everyone';

function folded(entries: readonly Accepted[]): Fold {
  const fold = foldForTest();
  fold.applyAccepted(entries);
  return fold;
}

const partOf = (fold: Fold) => [
  ...tablesToColumns(fold.state, (audience) => audience !== 'everyone'),
];

function expectSame(fold: Fold, whole: Fold): void {
  for (const audience of ['everyone', core] as const) {
    expect(stateHash(fold.state, audience)).toEqual(stateHash(whole.state, audience));
  }
  expect(fold.tables.all('asks')).toEqual(whole.tables.all('asks'));
  for (const value of [true, 0, 'x']) {
    expect(fold.tables.where('asks', 'title', value)).toEqual(
      whole.tables.where('asks', 'title', value),
    );
  }
}

test('a circle’s blocks merged into a fold give what reading every entry would have given', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), fc.nat(), fc.boolean(), (entries, cut, early, again) => {
      const at = cut % (entries.length + 1);
      const had = early % (at + 1);
      const whole = folded(entries);
      // Reads what everyone reads, and of the circle only what came before `had`.
      const fold = folded(entries.filter((one, i) => !inCore(one) || i < had));
      fold.tables.where('asks', 'title', true);
      const part = partOf(folded(entries.slice(0, at)));
      expect(mergeColumns(fold.state, part)).toEqual([]);
      if (again) mergeColumns(fold.state, part);
      fold.applyAccepted(entries.filter((one, i) => inCore(one) && i >= at));
      expectSame(fold, whole);
      const { state } = columnsToTables([...tablesToColumns(fold.state)]);
      expectSame(foldForTest(state), whole);
    }),
    { numRuns: 200 },
  );
});

test('a text that two wrote in a circle comes whole with its blocks, and typing goes on', () => {
  const doc = new Y.Doc();
  doc.clientID = 7;
  const typed: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => typed.push(update));
  for (const word of ['one ', 'two ', 'three']) doc.getText('text').insert(0, word);
  const entries = typed.map((update, at) =>
    entry(
      { position: at + 1, audience: core },
      { table: 'asks', record: 'a', field: 'note', update },
    ),
  );
  const fold = folded([entry({ position: 9 }, set('b', 'title', 'for all'))]);
  expect(mergeColumns(fold.state, partOf(folded(entries.slice(0, 2))))).toEqual([]);
  expect(fold.applyAccepted(entries.slice(2))).toEqual([]);
  const whole = folded([...entries, entry({ position: 9 }, set('b', 'title', 'for all'))]);
  expectSame(fold, whole);
  expect(fold.texts.open('asks', 'a', 'note', core).toString()).toBe('threetwo one ');
});

test('listeners hear of the merged records, once', () => {
  const fold = folded([]);
  const heard: unknown[] = [];
  fold.tables.subscribe('asks', () => heard.push(fold.tables.all('asks').length));
  const part = partOf(
    folded([1, 2].map((n) => entry({ position: n, audience: core }, set(`r${n}`, 'title', n)))),
  );
  mergeColumns(fold.state, part);
  expect(heard).toEqual([2]);
});

test('blocks are chosen by audience and joined again without being looked into', () => {
  fc.assert(
    fc.property(anyHistory, (entries) => {
      const whole = folded(entries);
      const all = [...tablesToColumns(whole.state)];
      const forAll = blocksOf(all, (audience) => audience === 'everyone') ?? [];
      const part = blocksOf(all, (audience) => audience !== 'everyone') ?? [];
      expect(audiencesOf(forAll)?.every((audience) => audience === 'everyone')).toBe(true);
      const names = forAll.map(({ name }) => name).filter((name) => name !== 'head');
      expect(part.some(({ name }) => names.includes(name))).toBe(false);
      const { state, refused } = columnsToTables(joinBlocks([forAll, part]) ?? []);
      expect(refused).toEqual([]);
      expectSame(foldForTest(state), whole);
    }),
    { numRuns: 100 },
  );
  expect(blocksOf([], () => true)).toBeUndefined();
  expect(joinBlocks([[{ name: 'head', bytes: new Uint8Array(20) }]])).toBeUndefined();
});

test('a part in which somebody has another’s client id is left out and named', () => {
  const doc = new Y.Doc();
  doc.clientID = 7;
  doc.getText('text').insert(0, 'mine');
  const update = Y.encodeStateAsUpdate(doc);
  const op = { table: 'asks', record: 'a', field: 'note', update };
  const fold = folded([entry({ position: 1, device: 1, audience: core }, op)]);
  const forged = partOf(folded([entry({ position: 1, device: 2, audience: core }, op)]));
  expect(mergeColumns(fold.state, forged)).toEqual([{ type: 'BlockDamaged', name: 'asks/a' }]);
  expect(fold.texts.open('asks', 'a', 'note', core).toString()).toBe('mine');
});
