import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Accepted, Audience } from '../../types.ts';
import { structuredKey } from '../field-index.ts';
import type { Fold } from '../fold.ts';
import { stateHash } from '../state-hash.ts';
import { anyHistory, anyValue, entry, foldForTest, set } from '../testing.ts';
import { type Block, columnsToTables, tablesToColumns } from './snapshot.ts';

const audiences: readonly Audience[] = ['everyone', { circle: 'core' }];

function reopened(fold: Fold): Fold {
  const { state, refused } = columnsToTables([...tablesToColumns(fold.state)]);
  expect(refused).toEqual([]);
  return foldForTest(state);
}

function folded(entries: readonly Accepted[]): Fold {
  const fold = foldForTest();
  fold.applyAccepted(entries);
  return fold;
}

test('a state written down and read again is the same, and goes on folding the same', () => {
  fc.assert(
    fc.property(anyHistory, fc.nat(), (entries, cut) => {
      const at = entries.length === 0 ? 0 : cut % (entries.length + 1);
      const fold = reopened(folded(entries.slice(0, at)));
      fold.applyAccepted(entries.slice(at));
      const whole = folded(entries);
      for (const audience of audiences) {
        expect(stateHash(fold.state, audience)).toEqual(stateHash(whole.state, audience));
      }
      expect(fold.tables.all('asks')).toEqual(whole.tables.all('asks'));
      const again = reopened(fold);
      expect(again.tables.all('asks')).toEqual(whole.tables.all('asks'));
    }),
    { numRuns: 150 },
  );
});

test('every kind of value comes back as it was, in full columns and in ones with gaps', () => {
  const columns = fc.array(
    fc.record({
      kind: fc.constantFrom(
        fc.integer(),
        fc.nat({ max: 200 }),
        fc.double({ noNaN: true, noDefaultInfinity: true }),
        fc.constantFrom('one-on-one', 'meeting', 'événement'),
        fc.string({ unit: 'grapheme', maxLength: 30 }),
        anyValue,
      ),
      gaps: fc.boolean(),
    }),
    { minLength: 1, maxLength: 4 },
  );
  const histories = columns.chain((kinds) =>
    fc.array(
      fc.tuple(
        ...kinds.map(({ kind, gaps }) => (gaps ? fc.option(kind, { nil: undefined }) : kind)),
      ),
      { minLength: 1, maxLength: 40 },
    ),
  );
  fc.assert(
    fc.property(histories, (rows) => {
      const fold = folded(
        rows.map((values, at) =>
          entry(
            { position: at + 1 },
            ...values.flatMap((value, field) =>
              value === undefined ? [] : [set(`r${at}`, `f${field}`, value)],
            ),
          ),
        ),
      );
      const again = reopened(fold);
      expect(again.tables.all('asks')).toEqual(fold.tables.all('asks'));
      expect(stateHash(again.state, 'everyone')).toEqual(stateHash(fold.state, 'everyone'));
    }),
    { numRuns: 150 },
  );
});

test('a text that begins with U+FEFF keeps it, alone, in a list and as a concurrent value', () => {
  const text = '\uFEFFword';
  const fold = folded([
    entry({ position: 1 }, set('a', 'text', text), set('a', 'list', [text]), set('b', 'list', 1)),
    entry({ position: 2, device: 1 }, set('a', 'text', 'another')),
  ]);
  const again = reopened(fold);
  expect(again.tables.all('asks')).toEqual(fold.tables.all('asks'));
  expect(again.tables.get('asks', 'a')?.list).toEqual([text]);
  expect(stateHash(again.state, 'everyone')).toEqual(stateHash(fold.state, 'everyone'));
});

test('records are equal however they are asked for: one by one, by index, all at once', () => {
  const ids = Array.from({ length: 50 }, (_, at) =>
    new Uint8Array(16).fill(at).toBase64({ alphabet: 'base64url', omitPadding: true }),
  );
  const fold = folded(
    ids.map((id, at) => entry({ position: at + 1 }, set(id, 'kind', at % 3), set(id, 'n', at))),
  );
  const all = fold.tables.all('asks');
  expect(ids.map((id) => reopened(fold).tables.get('asks', id))).toEqual(all);
  expect(reopened(fold).tables.where('asks', 'kind', 1)).toEqual(
    all.filter((record) => record.kind === 1),
  );
  const some = reopened(fold);
  const first = some.tables.get('asks', ids[0] ?? '');
  expect(some.tables.all('asks')).toEqual(all);
  expect(some.tables.all('asks')[0]).toBe(first);
});

test('an index that is asked for late finds what a look at each record finds', () => {
  fc.assert(
    fc.property(
      anyHistory,
      fc.nat(),
      fc.array(anyValue, { maxLength: 3 }),
      (entries, cut, local) => {
        const at = entries.length === 0 ? 0 : cut % (entries.length + 1);
        const fold = reopened(folded(entries.slice(0, at)));
        fold.applyAccepted(entries.slice(at));
        const records = fold.tables.all('asks');
        for (const [place, value] of local.entries()) {
          const record = records[place % Math.max(1, records.length)]?.id ?? 'new';
          fold.applyLocal([{ table: 'asks', record, field: 'size', value }], 'everyone');
        }
        const all = fold.tables.all('asks');
        for (const value of new Set([null, ...all.map(({ size }) => size)])) {
          if (value === undefined) continue;
          expect(fold.tables.where('asks', 'size', value)).toEqual(
            all.filter(
              ({ size }) =>
                structuredKey(size ?? null) === structuredKey(value) && size !== undefined,
            ),
          );
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a circle can be left out, and its records are then unknown', () => {
  const circle: Audience = { circle: 'core' };
  const fold = folded([
    entry({ position: 1 }, set('a', 'title', 'for all')),
    entry({ position: 2, audience: circle }, set('b', 'title', 'for the core team')),
  ]);
  const shared = [...tablesToColumns(fold.state, (audience) => audience === 'everyone')];
  const { state } = columnsToTables(shared);
  expect(foldForTest(state).tables.all('asks')).toEqual([{ id: 'a', title: 'for all' }]);
  expect(Buffer.concat(shared.map(({ bytes }) => bytes)).includes('core team')).toBe(false);
});

test('any damage to a block is refused by name, and the other blocks stay readable', () => {
  const fold = folded([
    entry({ position: 1 }, set('a', 'title', 'an ask')),
    entry({ position: 2 }, set('s', 'title', 'a story', 'stories')),
  ]);
  const blocks = [...tablesToColumns(fold.state)];
  const target = blocks.find(({ name }) => name.endsWith('asks'));
  const damages = fc.record({ at: fc.nat(), bit: fc.nat({ max: 7 }), cut: fc.nat({ max: 20 }) });
  fc.assert(
    fc.property(damages, fc.boolean(), ({ at, bit, cut }, isCut) => {
      const damaged = blocks.map((block): Block => {
        if (block !== target) return block;
        if (isCut) return { ...block, bytes: block.bytes.slice(0, -1 - cut) };
        const bytes = block.bytes.slice();
        bytes[at % bytes.length] = (bytes[at % bytes.length] ?? 0) ^ (1 << bit);
        return { ...block, bytes };
      });
      const { state, refused } = columnsToTables(damaged);
      expect(refused).toEqual([{ type: 'BlockDamaged', name: target?.name }]);
      expect(foldForTest(state).tables.all('stories')).toHaveLength(1);
    }),
    { numRuns: 200 },
  );
  const missing = columnsToTables(blocks.filter((block) => block !== target));
  expect(missing.refused).toEqual([{ type: 'BlockMissing', name: target?.name }]);
});
