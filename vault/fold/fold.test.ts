import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Audience } from '../types.ts';
import { stateHash } from './state-hash.ts';
import { anyHistory, entry, foldForTest, set, start } from './testing.ts';

const core: Audience = { circle: 'core' };

test('a write that saw another replaces it, whatever the clocks say', () => {
  const fold = foldForTest();
  fold.applyAccepted([
    entry({ position: 1, device: 1, hlc: (start + 1e12) * 1024 }, set('a', 'title', 'year 55000')),
    entry({ position: 2, device: 0, hlc: 0 }, set('a', 'title', 'repaired')),
  ]);
  expect(fold.tables.get('asks', 'a')).toEqual({ id: 'a', title: 'repaired' });
  expect(fold.tables.alsoWritten('asks', 'a', 'title')).toEqual([]);
});

test('of concurrent values the latest clock is shown and the rest are listed', () => {
  const fold = foldForTest();
  fold.applyAccepted([
    entry({ position: 1, device: 1, seen: 0, hlc: 9 }, set('a', 'title', 'nine')),
    entry({ position: 2, device: 2, seen: 0, hlc: 5 }, set('a', 'title', 'five')),
    entry({ position: 3, device: 3, seen: 0, hlc: 9 }, set('a', 'title', 'nine, higher device')),
  ]);
  expect(fold.tables.get('asks', 'a')?.title).toBe('nine, higher device');
  expect(fold.tables.alsoWritten('asks', 'a', 'title')).toEqual(['nine', 'five']);
  expect(fold.tables.writtenBy('asks', 'a', 'title')).toEqual({ member: 'm3', at: 0 });
});

test('a deletion hides what it had seen, and an edit made at the same time keeps the record', () => {
  const fold = foldForTest();
  fold.applyAccepted([
    entry({ position: 1 }, set('a', 'title', 'a'), set('b', 'title', 'b')),
    entry({ position: 2, device: 1 }, set('a', 'deleted', true), set('b', 'deleted', true)),
    entry({ position: 3, device: 2, seen: 1 }, set('b', 'title', 'still needed')),
  ]);
  expect(fold.tables.get('asks', 'a')).toBeUndefined();
  expect(fold.tables.all('asks').map(({ id }) => id)).toEqual(['b']);
  fold.applyAccepted([entry({ position: 4 }, set('a', 'deleted', false))]);
  expect(fold.tables.all('asks').map(({ id }) => id)).toEqual(['a', 'b']);
});

test('any order of arrival of the same entries folds to the same state', () => {
  const histories = anyHistory.chain((entries) =>
    fc.tuple(
      fc.constant(entries),
      fc.shuffledSubarray([...entries], { minLength: entries.length }),
    ),
  );
  fc.assert(
    fc.property(histories, ([entries, shuffled]) => {
      const inOrder = foldForTest();
      inOrder.applyAccepted(entries);
      const asTheyCome = foldForTest();
      for (const one of shuffled) asTheyCome.applyAccepted([one]);
      for (const audience of ['everyone', core] as const) {
        expect(stateHash(asTheyCome.state, audience)).toEqual(stateHash(inOrder.state, audience));
      }
      expect(asTheyCome.tables.all('asks')).toEqual(inOrder.tables.all('asks'));
    }),
    { numRuns: 150 },
  );
});

test('what a circle wrote never changes what everyone folds', () => {
  fc.assert(
    fc.property(anyHistory, (entries) => {
      const member = foldForTest();
      member.applyAccepted(entries);
      const other = foldForTest();
      other.applyAccepted(entries.filter(({ audience }) => audience === 'everyone'));
      expect(stateHash(member.state, 'everyone')).toEqual(stateHash(other.state, 'everyone'));
    }),
    { numRuns: 60 },
  );
});

test('indexes, arrays and single records say the same after any history', () => {
  fc.assert(
    fc.property(anyHistory, (entries) => {
      const watched = foldForTest();
      for (const one of entries) {
        watched.tables.where('asks', 'deleted', true);
        watched.tables.where('asks', 'size', null);
        watched.tables.all('asks');
        watched.applyAccepted([one]);
      }
      const fresh = foldForTest();
      fresh.applyAccepted(entries);
      const all = fresh.tables.all('asks');
      expect(watched.tables.all('asks')).toEqual(all);
      expect(watched.tables.where('asks', 'deleted', true)).toEqual(
        all.filter((record) => record.deleted === true),
      );
      expect(watched.tables.where('asks', 'size', null)).toEqual(
        all.filter((record) => record.size === null),
      );
      for (const record of all) expect(watched.tables.get('asks', record.id)).toEqual(record);
    }),
    { numRuns: 100 },
  );
});

test('pending changes show at once, then give way to what is read back', () => {
  const fold = foldForTest();
  fold.applyAccepted([entry({ position: 1, device: 1 }, set('a', 'title', 'theirs'))]);
  const { batch, seen } = fold.applyLocal([set('a', 'title', 'mine') as never], 'everyone');
  expect(seen).toBe(1);
  expect(fold.tables.get('asks', 'a')?.title).toBe('mine');
  expect(fold.tables.writtenBy('asks', 'a', 'title')).toEqual({ member: 'amina', at: start });
  fold.applyAccepted([entry({ position: 2, device: 1 }, set('a', 'title', 'theirs again'))]);
  expect(fold.tables.get('asks', 'a')?.title).toBe('mine');
  fold.applyAccepted(
    [entry({ position: 3, device: 0, seen, hlc: 1 }, set('a', 'title', 'mine'))],
    [batch],
  );
  expect(fold.tables.get('asks', 'a')?.title).toBe('theirs again');
  expect(fold.tables.alsoWritten('asks', 'a', 'title')).toEqual(['mine']);
});

test('a batch that is given up leaves no trace', () => {
  const fold = foldForTest();
  const before = stateHash(fold.state, 'everyone');
  const { batch } = fold.applyLocal([set('a', 'title', 'mine') as never], core);
  expect(fold.tables.all('asks')).toHaveLength(1);
  expect(stateHash(fold.state, 'everyone')).toEqual(before);
  fold.giveUp([batch]);
  expect(fold.tables.all('asks')).toEqual([]);
  expect(fold.tables.where('asks', 'title', 'mine')).toEqual([]);
});

test('a record is the same frozen object until it changes, and arrays likewise', () => {
  const fold = foldForTest();
  fold.applyAccepted([entry({ position: 1 }, set('a', 'tags', ['x']), set('b', 'title', 'b'))]);
  const [a, b] = [fold.tables.get('asks', 'a'), fold.tables.get('asks', 'b')];
  const all = fold.tables.all('asks');
  expect(fold.tables.all('asks')).toBe(all);
  expect(Object.isFrozen(a) && Object.isFrozen(a?.tags) && Object.isFrozen(all)).toBe(true);
  fold.applyAccepted([entry({ position: 2 }, set('a', 'title', 'new'))]);
  expect(fold.tables.get('asks', 'b')).toBe(b);
  expect(fold.tables.get('asks', 'a')).not.toBe(a);
  expect(fold.tables.all('asks')).not.toBe(all);
});

test('listeners of a table and of a record hear once per batch, and not after they stopped', () => {
  const fold = foldForTest();
  const heard = { table: 0, a: 0, b: 0 };
  const stop = fold.tables.subscribe('asks', () => (heard.table += 1));
  fold.tables.subscribe('asks', () => (heard.a += 1), 'a');
  fold.tables.subscribe('asks', () => (heard.b += 1), 'b');
  fold.applyAccepted([
    entry({ position: 1 }, set('a', 'title', 'a'), set('a', 'size', 'hard')),
    entry({ position: 2 }, set('a', 'title', 'aa')),
  ]);
  expect(heard).toEqual({ table: 1, a: 1, b: 0 });
  stop();
  fold.applyAccepted([entry({ position: 3 }, set('b', 'title', 'b'))]);
  expect(heard).toEqual({ table: 1, a: 1, b: 1 });
});

test('what cannot be kept is set aside with its reason, and the rest goes on', () => {
  const fold = foldForTest();
  const deep = JSON.parse('['.repeat(40) + ']'.repeat(40));
  const aside = fold.applyAccepted([
    entry(
      { position: 1 },
      set('a', 'title', 'kept'),
      set('a', '__proto__', 'x'),
      set('a', 'id', 'x'),
      set('a', 'deep', deep),
      set('a', 'nan', Number.NaN),
      set('a', 'half', '\ud800'),
      set('a', 'long', 'ü'.repeat(40_000)),
      { table: 'asks', record: 'a', field: 'body', update: new Uint8Array([1, 2, 3]) },
    ),
    entry({ position: 2, seen: 2 }, set('a', 'title', 'from the future')),
    entry({ position: 3, hlc: -5 }, set('a', 'title', 'before time')),
  ]);
  expect(aside.map(({ reason }) => ('because' in reason ? reason.because : reason.type))).toEqual([
    'BadName',
    'BadName',
    'depth',
    'number',
    'text',
    'size',
    'unreadable',
    'SeenAhead',
    'BadClock',
  ]);
  expect(fold.tables.all('asks')).toEqual([{ id: 'a', title: 'kept' }]);
  expect(({} as Record<string, unknown>).x).toBeUndefined();
});

test('a record lives in one audience: the same id elsewhere is set aside and not shown', () => {
  const fold = foldForTest();
  fold.applyAccepted([entry({ position: 1, audience: core }, set('a', 'title', 'private'))]);
  const aside = fold.applyAccepted([entry({ position: 2, device: 1 }, set('a', 'title', 'loud'))]);
  expect(aside).toMatchObject([{ position: 2, reason: { type: 'OtherAudience' } }]);
  expect(fold.tables.all('asks')).toEqual([{ id: 'a', title: 'private' }]);
  expect(fold.tables.audienceOf('asks', 'a')).toEqual(core);
});

test('who a record is for is known still when it is deleted, and of one that was never written it is not', () => {
  const fold = foldForTest();
  fold.applyAccepted([
    entry({ position: 1, audience: core }, set('a', 'title', 'a')),
    entry({ position: 2, audience: core, seen: 1 }, set('a', 'deleted', true)),
  ]);
  expect(fold.tables.get('asks', 'a')).toBeUndefined();
  expect(fold.tables.audienceOf('asks', 'a')).toEqual(core);
  expect(fold.tables.audienceOf('asks', 'b')).toBeUndefined();

  const { batch } = fold.applyLocal([set('b', 'title', 'b') as never], core);
  fold.applyLocal([set('b', 'deleted', true) as never], core);
  expect(fold.tables.audienceOf('asks', 'b'), 'deleted before it was written').toEqual(core);
  fold.giveUp([batch, batch + 1]);
  expect(fold.tables.audienceOf('asks', 'b'), 'given up').toBeUndefined();
});
