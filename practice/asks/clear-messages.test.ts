import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { daysAfter } from '../day.ts';
import { terms } from '../house/terms.ts';
import { messagesToClear, type WithMessages } from './clear-messages.ts';

const today = '2026-11-27';
type OldAsk = WithMessages['asks'][number];

const ask = (id: string, fields: Partial<OldAsk> = {}): OldAsk => ({
  id,
  direction: 'asked-of-us',
  answer: 'yes',
  answeredOn: daysAfter(today, -400),
  on: null,
  joinedTo: null,
  text: 'Hello, this is Noor',
  reply: 'Dear Noor',
  atRisk: 'the drivers',
  ...fields,
});

/** The asks of which something goes. */
const clearedOf = (
  asks: readonly OldAsk[],
  promises: WithMessages['promises'] = [],
  keep: (typeof terms)[number] = 'year',
) => [
  ...new Set(
    messagesToClear({ asks, promises, arrivals: [] }, keep, today).map(({ record }) => record),
  ),
];

describe('what came with an ask', () => {
  it('goes with the way to reach whoever sent it; who asked, for what and the answer are not touched', () => {
    const arrivals = [
      { id: 'a', reach: 'noor@example.org' },
      { id: 'b', reach: 'sam@example.org' },
    ];
    const asks = [ask('a', { atRisk: '' }), ask('b', { answer: null, answeredOn: null })];
    expect(messagesToClear({ asks, promises: [], arrivals }, 'year', today)).toEqual([
      { table: 'asks', record: 'a', field: 'text', value: '' },
      { table: 'asks', record: 'a', field: 'reply', value: '' },
      { table: 'arrivals', record: 'a', field: 'reach', value: '' },
    ]);
  });

  it('goes when ninety days or a year have passed since it was over, and never where it is always kept', () => {
    const asks = [90, 91, 365, 366].map((ago) =>
      ask(`${ago}`, { answeredOn: daysAfter(today, -ago) }),
    );
    expect(terms.map((term) => clearedOf(asks, [], term))).toEqual([
      ['91', '365', '366'],
      ['366'],
      [],
    ]);
  });

  it('stays while the ask goes on: unanswered, its day not past, or a promise of it open or changed', () => {
    const asks = [
      ask('open', { answer: null }),
      ask('to come', { on: daysAfter(today, 3) }),
      ask('of last month', { on: daysAfter(today, -30) }),
      ask('promised'),
      ask('changed'),
      ask('kept lately'),
      ask('kept long ago'),
      ask('ours', { direction: 'we-ask' }),
      ask('no day', { answeredOn: null }),
    ];
    const promise = (of: string, state: WithMessages['promises'][number]['state'], ago = 500) => ({
      ask: of,
      state,
      stateOn: daysAfter(today, -ago),
    });
    const promises = [
      promise('promised', 'open'),
      promise('changed', 'changed'),
      promise('kept lately', 'kept', 10),
      promise('kept long ago', 'kept', 380),
      promise('kept long ago', 'set-down', 390),
    ];
    expect(clearedOf(asks, promises)).toEqual(['kept long ago']);
  });

  it('of an ask that came twice goes with the one it was joined to, and stays with it', () => {
    const asks = [
      ask('over'),
      ask('joined', { joinedTo: 'over', answer: null, answeredOn: null }),
      ask('open', { answer: null }),
      ask('joined to an open one', { joinedTo: 'open' }),
      ask('joined to none', { joinedTo: 'gone' }),
      ask('joined to a joined one', { joinedTo: 'joined', answer: null }),
    ];
    expect(clearedOf(asks)).toEqual(['over', 'joined', 'joined to none', 'joined to a joined one']);
  });

  it('depends on no order, goes once, and with a longer term never more than with a shorter one', () => {
    const day = fc.option(fc.integer({ min: -30, max: 800 }).map((ago) => daysAfter(today, -ago)));
    const asks = fc
      .array(
        fc.record({
          answer: fc.constantFrom(null, 'yes' as const, 'no' as const),
          answeredOn: day,
          on: day,
          joinedTo: fc.constantFrom(null, 'a0', 'a1'),
        }),
        { maxLength: 8 },
      )
      .map((all) => all.map((fields, at) => ask(`a${at}`, fields)));
    const promises = fc.array(
      fc.record({
        ask: fc.constantFrom('a0', 'a1', 'a2'),
        state: fc.constantFrom('open' as const, 'kept' as const, 'set-down' as const),
        stateOn: day,
      }),
      { maxLength: 5 },
    );
    fc.assert(
      fc.property(asks, promises, (some, made) => {
        const [season = [], year = [], always = []] = terms.map((term) =>
          clearedOf(some, made, term),
        );
        expect(always).toEqual([]);
        for (const id of year) expect(season).toContain(id);
        const turned = clearedOf([...some].reverse(), [...made].reverse(), 'season');
        expect(turned.sort()).toEqual([...season].sort());
        const after = some.map((one) =>
          season.includes(one.id) ? { ...one, text: '', reply: '', atRisk: '' } : one,
        );
        expect(clearedOf(after, made, 'season')).toEqual([]);
      }),
    );
  });
});
