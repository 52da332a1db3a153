import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KeptDate } from './dates/kept-dates.ts';
import { haveRoom } from './have-room.ts';
import { ifWeSayYes } from './if-we-say-yes.ts';
import type { Offer } from './offers.ts';
import type { WorkLine } from './tables.ts';
import { twelveWeeks } from './weeks.ts';
import { weCanGive, weekRows } from './what-we-can-give.ts';
import { whatWouldMove } from './what-would-move.ts';

const weeks = twelveWeeks('2026-11-26', 'sat-sun');
const line = (id: string, more: Partial<WorkLine> = {}): WorkLine => ({
  ...{ id, kind: 'own', name: id, halfDays: 2, from: null, until: null, sureness: 'sure' },
  ...{ ask: null, talkedOn: null, needsUpdate: [] },
  ...more,
});
const date = (from: string, more: Partial<KeptDate> = {}): KeptDate => ({
  ...{ id: from, name: 'x', key: '', from, until: from, about: false, evening: false },
  gives: 'none',
  ...more,
});

const aLine = fc.record({
  id: fc.uuid(),
  kind: fc.constantFrom('own' as const, 'with-others' as const),
  halfDays: fc.nat(8),
  from: fc.option(fc.constantFrom('2026-11-30', '2026-12-20')),
  until: fc.option(fc.constantFrom('2026-12-10', '2027-01-15')),
  sureness: fc.constantFrom('maybe' as const, 'sure' as const),
});

describe('twelve weeks', () => {
  it('in each: what is with others and what is free make what is offered, unless it is over', () => {
    fc.assert(
      fc.property(fc.array(aLine, { maxLength: 8 }), fc.nat(20), (some, sum) => {
        const lines = some.map(({ id, ...more }) => line(id, more));
        const rows = weekRows(weeks, sum, lines, []);
        for (const { sure, maybe, free, over, offered } of rows) {
          expect(sure + maybe + (free ?? 0) - over).toBe(offered);
          expect(Math.min(free ?? 0, over)).toBe(0);
        }
        expect(weekRows(weeks, sum, [...lines].reverse(), [])).toEqual(rows);
      }),
    );
  });

  it('without a sum nothing is said to be free, and no week to be over', () => {
    const rows = weekRows(weeks, null, [line('a', { kind: 'with-others' })], []);
    expect(rows.every(({ free, over, offered }) => free === null && over === 0 && !offered)).toBe(
      true,
    );
    expect(weCanGive(rows)).toEqual({ type: 'NotKnown' });
  });

  it('a date that takes half or all makes a short week, and the least of several holds', () => {
    const rows = weekRows(
      weeks,
      7,
      [],
      [
        date('2026-12-01', { gives: 'half' }),
        date('2026-12-09', { gives: 'half' }),
        date('2026-12-10', { gives: 'none' }),
        date('2026-12-16', { gives: 'as-usual' }),
      ],
    );
    expect(rows.slice(0, 4).map(({ offered }) => offered)).toEqual([7, 3, 0, 7]);
    expect(rows.slice(0, 4).map(({ short }) => short)).toEqual([false, true, true, false]);
  });
});

describe('the sentence', () => {
  const saying = (lines: readonly WorkLine[], sum = 6) =>
    weCanGive(weekRows(weeks, sum, lines, []));

  it('says what is free in all twelve weeks', () => {
    expect(saying([])).toEqual({ type: 'Free', halfDays: 6, until: null });
  });

  it('says until when it holds', () => {
    const later = line('a', { kind: 'with-others', from: '2027-01-05' });
    expect(saying([later])).toEqual({ type: 'Free', halfDays: 6, until: '2027-01-03' });
  });

  it('promises no week more than it has: the least of the next four counts', () => {
    const soon = line('a', { kind: 'with-others', from: '2026-12-08', until: '2026-12-08' });
    expect(saying([soon])).toEqual({ type: 'Free', halfDays: 4, until: null });
  });

  it('says from when there is something, or that there is nothing', () => {
    const now = line('a', { kind: 'with-others', halfDays: 9, until: '2026-12-01' });
    expect(saying([now])).toEqual({ type: 'Nothing', before: '2026-12-07' });
    expect(saying([line('a', { kind: 'with-others', halfDays: 9 })])).toEqual({
      type: 'Nothing',
      before: null,
    });
  });

  it('holds in every week up to its end', () => {
    fc.assert(
      fc.property(fc.array(aLine, { maxLength: 6 }), fc.nat(20), (some, sum) => {
        const rows = weekRows(
          weeks,
          sum,
          some.map(({ id, ...more }) => line(id, more)),
          [],
        );
        const answer = weCanGive(rows);
        if (answer.type !== 'Free') return;
        const until = answer.until ?? '9999';
        const held = rows.filter(({ week }) => week.until <= until);
        expect(held.length).toBeGreaterThan(0);
        expect(held.every(({ free }) => (free ?? 0) >= answer.halfDays)).toBe(true);
      }),
    );
  });
});

describe('if we say yes', () => {
  const rows = weekRows(weeks, 3, [line('a', { kind: 'with-others', halfDays: 2 })], []);

  it('fits where every week has room, and says by how much it does not', () => {
    expect(ifWeSayYes(rows, { from: '2026-11-27', weeks: 2, halfDays: 1 }).short).toEqual([]);
    expect(ifWeSayYes(rows, { from: '2026-11-27', weeks: 2, halfDays: 2 }).short).toEqual([
      { from: '2026-11-23', halfDays: 1 },
      { from: '2026-11-30', halfDays: 1 },
    ]);
  });

  it('takes as many weeks as it says, beginning in the middle of one', () => {
    const { rows: after } = ifWeSayYes(rows, { from: '2026-11-29', weeks: 3, halfDays: 1 });
    expect(after.filter(({ added }) => added > 0)).toHaveLength(3);
  });

  it('adds to a week that was over only what it adds itself', () => {
    const full = weekRows(weeks, 2, [line('a', { kind: 'with-others', halfDays: 5 })], []);
    expect(full.filter(({ over }) => over > 0)).toHaveLength(12);
    const { short } = ifWeSayYes(full, { from: '2026-11-27', weeks: 1, halfDays: 2 });
    expect(short).toEqual([{ from: '2026-11-23', halfDays: 2 }]);
  });
});

describe('what would have to move', () => {
  const short = [{ from: '2026-11-30', halfDays: 2 }];
  const promise = { what: 'rides', by: '2026-12-02', sureness: 'maybe', state: 'open' } as const;

  it('names lines and open promises of those weeks, first what is enough, never a carrier', () => {
    const lines = [
      line('small', { halfDays: 1 }),
      line('sure', { kind: 'with-others' }),
      line('maybe', { kind: 'with-others', sureness: 'maybe' }),
      line('later', { from: '2026-12-20' }),
    ];
    const carried = { ...promise, id: 'p', carriedBy: 'amina' };
    const kept = { ...promise, id: 'kept', state: 'kept' };
    const moves = whatWouldMove({ lines, promises: [carried, kept] }, short);
    expect(moves.map(({ id }) => id)).toEqual(['maybe', 'sure', 'p', 'small']);
    expect(JSON.stringify(moves)).not.toContain('amina');
  });

  it('is the same in any order of records, and nothing where nothing is short', () => {
    fc.assert(
      fc.property(fc.array(aLine, { maxLength: 8 }), (some) => {
        const lines = some.map(({ id, ...more }) => line(id, more));
        const moves = whatWouldMove({ lines, promises: [] }, short);
        expect(whatWouldMove({ lines: [...lines].reverse(), promises: [] }, short)).toEqual(moves);
        expect(whatWouldMove({ lines, promises: [] }, [])).toEqual([]);
      }),
    );
  });
});

describe('have we room?', () => {
  const offer = (by: string, more: Partial<Offer> = {}): Offer => ({
    ...{ by, usual: 'day', steppedBack: false, sayName: false, skills: ['interpret'], away: [] },
    ...more,
  });
  const need = {
    from: '2026-12-02',
    weeks: 1,
    halfDays: 1,
    skills: [{ skill: 'interpret', people: 4 }],
  };
  const have = { rows: weekRows(weeks, 4, [], []), lines: [], promises: [] };

  it('tells a planner how many can interpret in that week, and the names of those who chose it', () => {
    const offers = [
      offer('ruth', { sayName: true }),
      offer('amina'),
      offer('sam', { away: [{ from: '2026-11-30', until: '2026-12-06' }], sayName: true }),
      offer('leila', { steppedBack: true }),
    ];
    const room = haveRoom({ ...have, known: { offers } }, need);
    expect(room.answer).toBe('missing');
    expect(room.skills[0]).toMatchObject({
      missing: 2,
      offered: { type: 'Exactly', weeks: [{ people: 2, named: ['ruth'] }] },
    });
    expect(JSON.stringify(room)).not.toContain('amina');
  });

  it('tells others only that five or more do, or nothing', () => {
    const told = haveRoom({ ...have, known: { toldSkills: ['interpret'] } }, need);
    expect(told).toMatchObject({ answer: 'fits', skills: [{ missing: 0 }] });
    const not = haveRoom({ ...have, known: { toldSkills: [] } }, need);
    expect(not.skills[0]).toMatchObject({ missing: null, offered: { type: 'NotTold' } });
  });

  it('says what is free and what is missing in its weeks, and what would have to move', () => {
    const lines = [line('clinic', { kind: 'with-others', halfDays: 4 })];
    const room = haveRoom(
      { ...have, rows: weekRows(weeks, 4, lines, []), lines, known: { toldSkills: [] } },
      { ...need, weeks: 2, skills: [] },
    );
    expect(room.answer).toBe('missing');
    expect(room.weeks.map(({ free, missing }) => [free, missing])).toEqual([
      [0, 1],
      [0, 1],
    ]);
    expect(room.moves).toMatchObject([{ id: 'clinic', isEnough: true }]);
  });

  it('says that it is not known without a sum, and that it is too far away', () => {
    const open = { ...need, skills: [] };
    const rows = weekRows(weeks, null, [], []);
    const unknown = { ...have, rows, known: { toldSkills: [] } };
    expect(haveRoom(unknown, open).answer).toBe('not-known');
    expect(haveRoom(unknown, { ...open, from: '2027-06-01' }).answer).toBe('too-far');
  });
});
