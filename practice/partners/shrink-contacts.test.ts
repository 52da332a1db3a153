import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dayInWords, daysAfter } from '../day.ts';
import { type Term, terms } from '../house/terms.ts';
import { type BetweenUs, betweenUs, recordOf } from './between-us.ts';
import { contactsToShrink } from './shrink-contacts.ts';
import { type Contact, contactKinds } from './tables.ts';
import { contact, conversation, harm, nothing } from './testing.ts';
import { whatItSays } from './what-it-says.ts';
import { worthACall } from './worth-a-call.ts';

const today = '2026-11-27';
const theirs = { ids: ['p'], isNamed: () => false };

function shrunk(contacts: readonly Contact[]): Contact[] {
  const changes = contactsToShrink(contacts, 'season', today);
  return contacts.map((one) => ({
    ...one,
    ...Object.fromEntries(
      changes.filter(({ record }) => record === one.id).map(({ field, value }) => [field, value]),
    ),
  }));
}

describe('the day of a contact', () => {
  it('becomes its month when ninety days, or a year, have passed, and never where it is always kept', () => {
    const days = [90, 91, 365, 366].map((ago) => ({
      id: `${ago}`,
      on: daysAfter(today, -ago),
    }));
    const gone = (keep: Term) =>
      contactsToShrink(days, keep, today).flatMap(({ record, field, value }) =>
        field === 'on' && value === null ? [record] : [],
      );
    expect(terms.map(gone)).toEqual([['91', '365', '366'], ['366'], []]);
    expect(contactsToShrink([days[1] ?? { id: '', on: null }], 'season', today)).toEqual([
      { table: 'contacts', record: '91', field: 'month', value: '2026-08' },
      { table: 'contacts', record: '91', field: 'on', value: null },
    ]);
  });

  it('is left where it is no day, is to come, or is a month already', () => {
    const left = ['2026-99-99', '2027-01-01', null].map((on, at) => ({ id: `${at}`, on }));
    expect(contactsToShrink(left, 'season', today)).toEqual([]);
  });

  it('is said as a month with its year', () => {
    expect(dayInWords('2026-08', 'en', today)).toBe('August 2026');
    expect(dayInWords('2026-08', 'es', today)).toBe('agosto de 2026');
    expect(dayInWords('2026-08', 'ar', today)).toMatch(/أغسطس.*(2026|٢٠٢٦)/);
  });
});

const contacts = fc
  .array(
    fc.record({
      kind: fc.constantFrom(...contactKinds),
      on: fc.option(fc.integer({ min: 0, max: 800 }).map((ago) => daysAfter(today, -ago))),
    }),
    { maxLength: 12 },
  )
  .map((all) => all.map((one, at) => contact(`c${at}`, one)));

describe('what passed between us, with months only', () => {
  const counts = (passed: BetweenUs) =>
    [passed.fromThem, passed.fromUs, passed.together].map((side) => side.map(recordOf).sort());

  it('is the same things on the same sides, told once where the conversation itself can be read', () => {
    fc.assert(
      fc.property(contacts, fc.func(fc.boolean()), (all, mine) => {
        // Whoever held it told its day.
        const conversations = all
          .filter(({ id, kind, on }) => kind === 'honest-conversation' && on !== null && mine(id))
          .map(({ id, on }) => conversation(`t${id}`, { on }));
        const once = { ...nothing, contacts: all, conversations };
        const passed = betweenUs(theirs, once);
        const later = betweenUs(theirs, { ...once, contacts: shrunk(all) });
        expect(counts(later).map(({ length }) => length)).toEqual(
          counts(passed).map(({ length }) => length),
        );
        if (conversations.length === 0) expect(counts(later)).toEqual(counts(passed));
      }),
      { numRuns: 2000 },
    );
  });

  it('of two contacts on one day one is told as the conversation that can be read, by day and by month', () => {
    const all = ['c1', 'c2'].map((id) =>
      contact(id, { kind: 'honest-conversation', on: '2026-03-05' }),
    );
    for (const contacts of [all, shrunk(all)]) {
      const conversations = [conversation('t', { on: '2026-03-05' })];
      const { together } = betweenUs(theirs, { ...nothing, contacts, conversations });
      expect(together.map(recordOf).sort()).toEqual(['c2', 't']);
    }
  });

  it('never depends on the order of records', () => {
    fc.assert(
      fc.property(contacts, (all) => {
        const later = shrunk(all);
        const conversations = [conversation('t', { on: '2026-03-05' })];
        const one = betweenUs(theirs, { ...nothing, contacts: later, conversations });
        const other = betweenUs(theirs, {
          ...nothing,
          contacts: [...later].reverse(),
          conversations,
        });
        expect(other).toEqual(one);
        expect(whatItSays(other, today)).toEqual(whatItSays(one, today));
      }),
    );
  });

  it('says the same months, calls for the same call, and never that we only ask where the day did not', () => {
    const harmed = fc.option(fc.integer({ min: 0, max: 120 }).map((ago) => daysAfter(today, -ago)));
    fc.assert(
      fc.property(contacts, harmed, fc.boolean(), (all, on, hasPart) => {
        const say = (contacts: readonly Contact[]) =>
          whatItSays(betweenUs(theirs, { ...nothing, contacts }), today);
        const [day, month] = [say(all), say(shrunk(all))];
        for (const field of ['knownSince', 'lastHonest', 'lastForItself', 'lastInTouch'] as const)
          expect(month[field]?.slice(0, 7), field).toBe(day[field]?.slice(0, 7));
        if (!day.onlyAsks) expect(month.onlyAsks).toBe(false);
        const call = (says: typeof day) =>
          worthACall(
            [{ id: 'p', hasPart, says, harms: on ? [harm('h', { on })] : [], conversations: [] }],
            today,
          ).map(({ reason }) => reason.type);
        expect(call(month)).toEqual(call(day));
      }),
      { numRuns: 300 },
    );
  });

  it('does not hold against us that we only asked, where a day in that month might tell otherwise', () => {
    const asked = { type: 'we-asked', on: '2026-10-01', ask: {} } as never;
    const met = contact('c', { kind: 'meeting', month: '2025-11' });
    const passed = betweenUs(theirs, { ...nothing, contacts: [met] });
    expect(whatItSays({ ...passed, fromThem: [asked] }, today).onlyAsks).toBe(false);
    expect(whatItSays({ ...passed, fromThem: [asked] }, '2026-12-27').onlyAsks).toBe(true);
  });
});
