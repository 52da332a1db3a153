import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayWhere } from '../day.ts';
import { type TodayAsk, type TodayGiven, type TodayPromise, todayThings } from './things.ts';
import { thisWeek } from './this-week.ts';

const today = '2026-11-20';
let next = 0;
const ask = (given: Partial<TodayAsk> = {}): TodayAsk => ({
  id: `ask-${String(next++).padStart(4, '0')}`,
  direction: 'asked-of-us',
  from: `Organization ${next}`,
  answer: null,
  by: null,
  on: null,
  receivedOn: today,
  holdingUntil: null,
  putOffUntil: null,
  joinedTo: null,
  gathering: null,
  ...given,
});
const promise = (given: Partial<TodayPromise> = {}): TodayPromise => ({
  id: `promise-${next++}`,
  by: today,
  carriedBy: null,
  ...given,
});
const given = (
  some: Partial<TodayGiven<TodayAsk, TodayPromise>>,
): TodayGiven<TodayAsk, TodayPromise> => ({
  asks: [],
  due: [],
  proposed: [],
  offered: [],
  toMove: [],
  withoutDay: [],
  envelopes: [],
  withOthers: [],
  replied: [],
  toLookBackOn: [],
  call: null,
  quietUntil: null,
  carrierOf: () => null,
  dayThere: () => today,
  me: 'amina',
  ...some,
});
const types = (things: ReturnType<typeof todayThings>) => things.shown.map(({ type }) => type);

describe('todayThings', () => {
  it('puts a holding answer past its date first, then what is due, then what can wait', () => {
    const late = ask({ holdingUntil: '2026-11-18' });
    const waits = ask({ by: '2026-11-25' });
    const over = ask({ answer: 'yes' });
    const things = todayThings(
      given({ asks: [waits, late], due: [promise()], toLookBackOn: [over] }),
      today,
    );
    expect(types(things)).toEqual(['answer', 'promise', 'answer']);
    expect(things.shown[0]).toMatchObject({ ask: late, isLateHolding: true });
    expect(things.more).toBe(1);
    expect(things.moreIsForToday).toBe(false);
  });

  it('keeps a late holding answer in front of whoever looks after it, and not of the others', () => {
    const late = ask({ holdingUntil: '2026-11-18' });
    const asks = [ask({ by: today }), late];
    const carrierOf = (id: string) => (id === late.id ? 'ruth' : null);
    const first = (me: string) => todayThings(given({ asks, carrierOf, me }), today).shown[0];
    expect(first('ruth')).toMatchObject({ ask: late });
    expect(first('amina')).toMatchObject({ ask: asks[0] });
  });

  it('asks whether a promise could move before what can wait, and never forgets one without a day', () => {
    const [undated, moving] = [promise({ by: null }), promise({ by: '2026-12-01' })];
    const waits = ask({ by: '2026-11-25' });
    const some = given({
      asks: [waits],
      toMove: [{ ask: waits, promise: moving }],
      withoutDay: [undated, promise({ by: null, carriedBy: 'ruth' })],
    });
    const things = todayThings(some, today);
    expect(types(things)).toEqual(['move', 'answer', 'without-day']);
    expect(things.shown[2]).toMatchObject({ promise: undated });
    expect(things.more).toBe(0);
  });

  it('puts an ask that waits for others behind what this person can do, once, and still counts who waits', () => {
    const [waits, mine] = [ask({ by: '2026-11-21' }), ask({ by: '2026-11-25' })];
    const withOthers = [{ ask: waits, waitsFor: 'envelopes' as const }];
    const things = todayThings(given({ asks: [waits, mine], withOthers }), today);
    expect(types(things)).toEqual(['answer', 'with-others']);
    expect(things.organizations).toBe(2);
    const late = { ...waits, holdingUntil: '2026-11-18' };
    const first = todayThings(
      given({ asks: [late, mine], withOthers: [{ ask: late, waitsFor: 'proposal' }] }),
      today,
    );
    expect(types(first)).toEqual(['with-others', 'answer']);
  });

  it('gives the step that is this person’s, where others have one too', () => {
    const asked = ask();
    const withOthers = [{ ask: asked, waitsFor: 'proposal' as const }];
    const things = todayThings(given({ asks: [asked], proposed: [asked], withOthers }), today);
    expect(types(things)).toEqual(['proposed']);
  });

  it('says that an ask of ours was answered, before what can wait, and as no organization that waits', () => {
    const ours = ask({ direction: 'we-ask', by: '2026-12-10' });
    const waits = ask({ by: '2026-11-25' });
    const over = ask({ answer: 'yes' });
    const things = todayThings(
      given({ asks: [waits, ours], replied: [ours], toLookBackOn: [over] }),
      today,
    );
    expect(types(things)).toEqual(['replied', 'answer', 'learned']);
    expect(things.shown[0]).toMatchObject({ ask: ours });
    expect(things.organizations).toBe(1);
  });

  it('shows promises to whoever carries them, and those that nobody carries to all', () => {
    const due = [promise({ carriedBy: 'ruth' }), promise({ carriedBy: 'amina' }), promise()];
    expect(todayThings(given({ due }), today).shown).toHaveLength(2);
  });

  it('shows one partner who is worth a call where there is room, and harm to them before what can wait', () => {
    const call = { partner: 'harbor', isHarm: false };
    const waits = [1, 2, 3].map((day) => ask({ by: `2026-11-2${day}` }));
    const shown = (some: Partial<TodayGiven<TodayAsk, TodayPromise>>) =>
      todayThings(given(some), today);
    expect(types(shown({ call, asks: waits.slice(1) }))).toEqual(['answer', 'answer', 'call']);
    const full = shown({ call, asks: waits });
    expect(types(full)).toEqual(['answer', 'answer', 'answer']);
    expect(full.more).toBe(0);
    const harm = shown({ call: { ...call, isHarm: true }, asks: waits });
    expect(types(harm)).toEqual(['call', 'answer', 'answer']);
    expect(harm.more).toBe(1);
    const due = [promise(), promise(), promise()];
    expect(types(shown({ call: { ...call, isHarm: true }, due }))).not.toContain('call');
    expect(shown({ call, quietUntil: '2026-11-22' }).shown).toEqual([]);
  });

  it('shows asks about one event as one thing', () => {
    const asks = Array.from({ length: 14 }, () => ask({ gathering: 'fire' }));
    const things = todayThings(given({ asks }), today);
    expect(things.shown).toEqual([{ type: 'gathering', gathering: 'fire', asks }]);
    expect(things.organizations).toBe(14);
  });

  it('leaves out an ask that is joined to another, and shows one under way once', () => {
    const proposed = ask();
    const asks = [proposed, ask({ joinedTo: proposed.id })];
    const things = todayThings(given({ asks, proposed: [proposed] }), today);
    expect(types(things)).toEqual(['proposed']);
  });

  it('is silent while it is quiet, and has lost nothing when that ends', () => {
    const asks = [ask(), ask(), ask(), ask()];
    const quiet = given({ asks, due: [promise()], quietUntil: '2026-11-22' });
    expect(todayThings(quiet, today)).toMatchObject({
      shown: [],
      more: 5,
      quietUntil: '2026-11-22',
    });
    const after = todayThings(quiet, '2026-11-22');
    expect(after.quietUntil).toBeNull();
    expect(after.shown.length + after.more).toBe(5);
  });

  it('never shows more than three things, loses none, and does not depend on the order', () => {
    const day = fc.option(fc.integer({ min: 10, max: 28 }).map((date) => `2026-11-${date}`));
    const some = fc.array(
      fc.record({ by: day, holdingUntil: day, gathering: fc.option(fc.constantFrom('a', 'b')) }),
      { maxLength: 9 },
    );
    fc.assert(
      fc.property(some, fc.array(day, { maxLength: 5 }), fc.nat(4), (asksGiven, days, looked) => {
        const asks = asksGiven.map(ask);
        const all = given({
          asks,
          due: days.map((by) => promise({ by })),
          toLookBackOn: Array.from({ length: looked }, () => ask({ answer: 'yes' })),
        });
        const things = todayThings(all, today);
        const gatherings = new Set(asks.map(({ gathering }) => gathering).filter(Boolean)).size;
        const alone = asks.filter(({ gathering }) => gathering === null).length;
        expect(things.shown.length).toBeLessThanOrEqual(3);
        expect(things.shown.length + things.more).toBe(gatherings + alone + days.length + looked);
        const reversed = todayThings(
          {
            ...all,
            asks: [...asks].reverse(),
            due: [...all.due].reverse(),
            toLookBackOn: [...all.toLookBackOn].reverse(),
          },
          today,
        );
        expect(reversed).toEqual(things);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a day where it was asked', () => {
  const moment = new Date('2026-11-21T06:30:00Z');

  it('"by Friday" ends when Friday ends there, wherever it is read', () => {
    expect(dayWhere(moment, 'America/Los_Angeles', today)).toBe('2026-11-20');
    expect(dayWhere(moment, 'Asia/Amman', today)).toBe('2026-11-21');
    const late = ask({ holdingUntil: '2026-11-20' });
    const read = (zone: string) =>
      todayThings(given({ asks: [late], dayThere: () => dayWhere(moment, zone, today) }), today);
    expect(read('America/Los_Angeles').shown[0]).toMatchObject({ isLateHolding: false });
    expect(read('Asia/Amman').shown[0]).toMatchObject({ isLateHolding: true });
  });

  it('is our own day where no zone is written, or none that is known', () => {
    expect(dayWhere(moment, '', today)).toBe(today);
    expect(dayWhere(moment, 'Nowhere/At all', today)).toBe(today);
  });
});

describe('thisWeek', () => {
  it('lists seven days in their order, and leaves out what we said no to', () => {
    const promised = { id: 'p', by: '2026-11-26' };
    const court = ask({ on: '2026-11-22', answer: 'yes' });
    const asks = [
      court,
      ask({ on: '2026-11-27' }),
      ask({ on: '2026-11-21', answer: 'no' }),
      ask({ on: '2026-11-21', joinedTo: court.id }),
      ask({ holdingUntil: today }),
    ];
    const evenings = [
      { id: 'e', on: '2026-11-24' },
      { id: 'undated', on: null },
      { id: 'over', on: '2026-11-19' },
    ];
    const week = thisWeek(asks, [promised], evenings, today);
    expect(week.map(({ type, day }) => `${day} ${type}`)).toEqual([
      '2026-11-20 hear',
      '2026-11-22 on',
      '2026-11-24 evening',
      '2026-11-26 promise',
    ]);
    expect(thisWeek([...asks].reverse(), [promised], [...evenings].reverse(), today)).toEqual(week);
  });
});
