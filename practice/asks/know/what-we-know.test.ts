import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../fields.ts';
import { twelveWeeks } from '../../giving/weeks.ts';
import { weekRows } from '../../giving/what-we-can-give.ts';
import { tieFields } from '../../issues/tables.ts';
import { betweenUs } from '../../partners/between-us.ts';
import { contactFields } from '../../partners/tables.ts';
import { askFields } from '../tables.ts';
import { betweenKnown, lastTimes, roomKnown, whyOurs } from './what-we-know.ts';

const today = '2026-11-26';
const ask = (id: string, given: object = {}) => readFields(askFields, { id, ...given });
const tie = (id: string, given: object) =>
  readFields(tieFields, { id, state: 'kept', why: 'Same court', ...given });

describe('between us', () => {
  const partner = { ids: ['p'], isNamed: () => false };
  const contacts = [
    { id: 'a', partner: 'p', kind: 'they-showed-up', on: '2026-03-01' },
    { id: 'b', partner: 'p', kind: 'honest-conversation', on: '2026-06-01' },
    { id: 'c', partner: 'p', kind: 'they-showed-up', on: '2027-01-01' },
  ].map((contact) => readFields(contactFields, contact));
  const nothing = { asks: [], promises: [], conversations: [] };

  it('begins with the last thing that they did for us; what is yet to come says nothing', () => {
    const known = betweenKnown(betweenUs(partner, { ...nothing, contacts }), today);
    expect(known).toMatchObject({
      knownSince: '2026-03-01',
      lastHonest: '2026-06-01',
      fromThem: { on: '2026-03-01' },
      fromUs: null,
    });
  });

  it('is null where nothing is written down, so that the screen can say so', () => {
    expect(betweenKnown(betweenUs(partner, { ...nothing, contacts: [] }), today)).toBeNull();
  });
});

describe('have we room', () => {
  const weeks = twelveWeeks(today, 'sat-sun');
  const line = {
    kind: 'with-others',
    halfDays: 3,
    from: null,
    until: null,
    sureness: 'sure',
  } as const;

  it('is about the week of the day it is for', () => {
    const room = roomKnown({ on: '2026-12-10', by: today }, weekRows(weeks, 4, [line], []), today);
    expect(room).toMatchObject({ type: 'week', free: 1, over: 0 });
    expect('from' in room && room.from <= '2026-12-10').toBe(true);
  });

  it('says where it is not known, where it is too far away, and where its day is over', () => {
    expect(roomKnown({ on: null, by: null }, weekRows(weeks, null, [], []), today)).toEqual({
      type: 'not-known',
    });
    const rows = weekRows(weeks, 4, [], []);
    expect(roomKnown({ on: '2027-12-01', by: null }, rows, today)).toEqual({ type: 'too-far' });
    expect(roomKnown({ on: '2026-11-01', by: null }, rows, today)).toEqual({ type: 'over' });
  });
});

describe('why is this ours', () => {
  const source = { story: 's', piece: 'p', line: 3 };

  it('is a kept tie to its issue, else the story it began with, else nothing', () => {
    const ties = [tie('t', { from: 'issue', to: 'other' }), tie('u', { from: 'x', to: 'y' })];
    expect(whyOurs({ issue: 'issue', source }, ties)).toMatchObject({
      type: 'tie',
      tie: { id: 't' },
    });
    const proposed = [tie('t', { from: 'issue', state: 'proposed' })];
    expect(whyOurs({ issue: 'issue', source }, proposed)).toEqual({ type: 'story', source });
    expect(whyOurs({ issue: null, source: null }, ties)).toBeNull();
  });
});

describe('the last times', () => {
  it('are two at most, those with the same partner first, in whatever order the records come', () => {
    const answered = [
      ask('a', { partner: 'p', kind: 'space', answer: 'yes', answeredOn: '2026-01-01' }),
      ask('b', { partner: 'q', kind: 'funds', answer: 'no', answeredOn: '2026-05-01' }),
      ask('c', { partner: 'q', kind: 'funds', answer: 'yes', answeredOn: '2026-06-01' }),
      ask('d', { partner: 'q', kind: 'quiet', answer: 'yes', answeredOn: '2026-07-01' }),
      ask('e', { partner: 'p', kind: 'funds' }),
    ];
    const isSame = ({ partner }: { readonly partner: string | null }) => partner === 'p';
    fc.assert(
      fc.property(fc.shuffledSubarray(answered, { minLength: answered.length }), (given) => {
        const times = lastTimes({ id: 'x', kind: 'funds' }, given, isSame);
        expect(times.map(({ id }) => id)).toEqual(['a', 'c']);
      }),
    );
  });
});
