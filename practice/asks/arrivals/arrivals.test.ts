import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../fields.ts';
import { type Change, undoOf } from '../../stories/record.ts';
import { publicAsk, readPublicAsk, readPublicNotice } from '../public/public-page.ts';
import { publicLine } from '../public/words.ts';
import { askFields } from '../tables.ts';
import {
  isPublicPageOpen,
  noticeOfPublicPage,
  publicPageChanges,
  publicPageEnds,
  whatIsWrongWithPublicPage,
} from './our-page.ts';
import { clearedAgain, putBack, setAside } from './set-aside.ts';
import { arrivalFields, publicPageFields, setAsideFields } from './tables.ts';
import { checkSender, isUnverified, keepPublicAsk, keyOf } from './take-in.ts';

const today = '2026-11-20';
const taken = { page: 'page', today, timeZone: 'America/Los_Angeles', at: 1_795_000_000_000 };
const letter = {
  from: 'Bayview Elders (example)',
  what: 'Four interpreters',
  mostAffected: 'Thirty families',
  theyAskedFor: 'Somebody beside them',
  kind: 'translation',
  by: '2026-11-27',
  reach: '+1 555 0100',
  more: 'At the court,\nFriday.',
  language: 'es',
  key: 'one letter',
} as const;

type Stored = Map<string, { readonly id: string; readonly [field: string]: unknown }>;

/** Writes changes as the fold shows them, one after the other. */
function written(store: Stored, changes: readonly Change[]): void {
  for (const { table, record, field, value } of changes) {
    const key = `${table}/${record}`;
    store.set(key, { ...(store.get(key) ?? { id: record }), [field]: value });
  }
}
function shown(store: Stored, table: string, record: string) {
  const found = store.get(`${table}/${record}`);
  return found === undefined || found.deleted === true ? undefined : found;
}
const get = (store: Stored) => (table: string, record: string) => shown(store, table, record);
const asideIn = (store: Stored) =>
  readFields(setAsideFields, store.get('setAside/s') ?? { id: 's' });
const askIn = (store: Stored, id = 'a') =>
  readFields(askFields, shown(store, 'asks', id) ?? { id });
const arrivalIn = (store: Stored, id = 'a') =>
  readFields(arrivalFields, shown(store, 'arrivals', id) ?? { id });

function came(says: unknown = publicAsk(letter)): Stored {
  const store: Stored = new Map();
  written(store, keepPublicAsk({ id: 'a', says }, taken));
  return store;
}

describe('what comes by our public page', () => {
  it('is an ask like any other, whole, that nobody has checked', () => {
    const store = came();
    const { from, what, mostAffected, theyAskedFor, kind, by, language } = letter;
    expect(askIn(store)).toMatchObject({
      ...{ from, what, mostAffected, theyAskedFor, kind, by, language },
      direction: 'asked-of-us',
      receivedOn: today,
      needsUpdate: [],
    });
    expect(askIn(store).text).toBe(
      'Thirty families\n\nSomebody beside them\n\nFour interpreters\n\nAt the court,\nFriday.\n\n' +
        '2026-11-27\n\nBayview Elders (example)\n\n+1 555 0100',
    );
    expect(arrivalIn(store)).toMatchObject({ page: 'page', cameAt: taken.at, reach: letter.reach });
    expect(isUnverified(arrivalIn(store))).toBe(true);
    expect(keyOf(publicAsk(letter))).toBe('one letter');
  });

  it('is no ask without who asks and for what, and none of the rest is required', () => {
    for (const missing of [{ from: ' ' }, { what: '\u202e' }]) {
      expect(readPublicAsk({ ...letter, ...missing })).toBeNull();
      expect(keepPublicAsk({ id: 'a', says: { ...letter, ...missing } }, taken)).toEqual([]);
    }
    const bare = { from: 'Harbor', what: 'A hall', by: '', kind: '' };
    expect(readPublicAsk(bare)).toMatchObject({ by: null, kind: null, reach: '', language: 'en' });
    expect(readPublicAsk({ ...bare, by: '2026-13-44' })?.by).toBeNull();
  });

  it('waits for no day that has passed', () => {
    expect(askIn(came({ ...letter, by: '2026-11-19' })).by).toBeNull();
  });

  it('is an ordinary ask once somebody has checked who sent it', () => {
    const store = came();
    written(store, checkSender('a', ' I called\nthem back ', '2026-11-21'));
    expect(isUnverified(arrivalIn(store))).toBe(false);
    expect(arrivalIn(store).checkedHow).toBe('I called them back');
    expect(isUnverified(undefined)).toBe(false);
  });

  it('whatever a stranger sends, it is an ask within its lengths or nothing', () => {
    const anything = fc.oneof(
      fc.anything({ maxDepth: 2, maxKeys: 4 }),
      fc.dictionary(
        fc.constantFrom(...Object.keys(letter)),
        fc.oneof(fc.string({ unit: 'binary', maxLength: 900 }), fc.anything({ maxDepth: 1 })),
      ),
    );
    fc.assert(
      fc.property(anything, (says) => {
        expect(readPublicNotice(says)?.page ?? 'public').toBe('public');
        for (const { table, field, value } of keepPublicAsk({ id: 'a', says }, taken)) {
          expect(Object.keys(table === 'asks' ? askFields : arrivalFields)).toContain(field);
          if (typeof value !== 'string' || field === 'text') continue;
          expect(value.length).toBeLessThanOrEqual(publicLine);
          expect(value).not.toMatch(/[\n\u202e]/);
        }
        expect(askIn(came(says)).needsUpdate).toEqual([]);
      }),
    );
  });
});

describe('a message that is set aside as a threat', () => {
  const aside = (store: Stored) =>
    setAside('s', askIn(store), arrivalIn(store), shown(store, 'asks', 'a') ?? {}, '2026-11-21');

  it('is kept whole with its time for those named, and of it nothing is left for the others', () => {
    const store = came();
    const whole = askIn(store).text;
    const { kept, cleared } = aside(store);
    written(store, cleared);
    expect(JSON.stringify([...store])).not.toMatch(/Elders|interpreters|families|555 0100|court/);
    expect(shown(store, 'asks', 'a')).toBeUndefined();
    expect(
      shown(store, 'arrivals', 'a'),
      'that it came is known, so it comes in no more',
    ).toBeDefined();
    expect(kept.every(({ table }) => table === 'setAside')).toBe(true);
    written(store, kept);
    expect(readFields(setAsideFields, store.get('setAside/s') ?? { id: 's' })).toMatchObject({
      message: whole,
      cameAt: taken.at,
      setAsideOn: '2026-11-21',
      needsUpdate: [],
    });
  });

  it('comes back whole by Undo, and by those named when Undo has passed', () => {
    const store = came();
    const before = askIn(store);
    const { kept, cleared } = aside(store);
    const back = undoOf(cleared, (table, record) => shown(store, table, record));
    written(store, cleared);
    written(store, back);
    expect({ ...askIn(store) }).toEqual({ ...before });
    written(store, [...cleared, ...kept]);
    const one = asideIn(store);
    written(store, putBack(one, '2027-01-01', get(store)));
    expect({ ...askIn(store) }).toEqual({ ...before });
    const arrival = { setAsideOn: null, checkedOn: null, reach: letter.reach };
    expect(arrivalIn(store)).toMatchObject(arrival);
  });

  it('put back is the same ask, whatever had been written into it, in any field and of any version', () => {
    const fields = fc.constantFrom(...Object.keys(askFields), 'ofALaterVersion');
    const value = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.boolean(),
      fc.integer(),
      fc.constantFrom(null, [{ skill: 's', people: 2 }]),
    );
    fc.assert(
      fc.property(fc.dictionary(fields, value), fc.string(), (more, how) => {
        const store = came();
        const changes = Object.entries(more).map(([field, value]) => ({ field, value }));
        written(store, [
          ...changes.map((change) => ({ table: 'asks', record: 'a', ...change })),
          ...checkSender('a', how, '2026-11-22'),
        ]);
        const before = [shown(store, 'asks', 'a'), arrivalIn(store)];
        const { kept, cleared } = aside(store);
        written(store, [...kept, ...cleared]);
        written(store, putBack(asideIn(store), today, get(store)));
        const { deleted, ...ask } = get(store)('asks', 'a') ?? { deleted: true };
        expect([ask, arrivalIn(store)]).toEqual(before);
        expect(deleted).toBe(false);
      }),
    );
  });

  it('that an earlier version set aside comes back with who asks and for what', () => {
    for (const whole of ['', 'no such text', '{"ask":1}']) {
      const store = came();
      const { kept, cleared } = aside(store);
      written(store, [...kept, ...cleared]);
      written(store, [{ table: 'setAside', record: 's', field: 'whole', value: whole }]);
      written(store, putBack(asideIn(store), today, get(store)));
      const { from, what } = letter;
      expect(askIn(store)).toMatchObject({ from, what, receivedOn: today, kind: null });
    }
  });

  it('is never put back over an ask that stands, nor where the ask was not set aside', () => {
    const store = came();
    const { kept } = aside(store);
    written(store, kept);
    expect(putBack(asideIn(store), today, get(store)), 'it stands').toEqual([]);
    written(store, [{ table: 'asks', record: 'a', field: 'deleted', value: true }]);
    expect(putBack(asideIn(store), today, get(store)), 'deleted, not set aside').toEqual([]);
    written(store, [{ table: 'arrivals', record: 'a', field: 'setAsideOn', value: today }]);
    expect(putBack(asideIn(store), today, get(store))).not.toEqual([]);
    written(store, [{ table: 'asks', record: 'a', field: 'deleted', value: false }]);
    expect(putBack(asideIn(store), today, get(store)), 'it stands again').toEqual([]);
  });

  it('whatever devices that were away write again, in whatever order, nothing of it stands', () => {
    const again = [
      ...keepPublicAsk({ id: 'a', says: publicAsk(letter) }, { ...taken, at: taken.at + 60_000 }),
      ...checkSender('a', 'Elders, I think', '2026-11-22'),
      { table: 'asks', record: 'a', field: 'why', value: 'Thirty families' },
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(again, { minLength: 1 }), (late) => {
        const store = came();
        written(store, aside(store).cleared);
        // Whatever is written without having seen that it was deleted shows it again.
        written(
          store,
          late.flatMap((one) => [{ ...one, field: 'deleted', value: false }, one]),
        );
        const stored = (id: string) => shown(store, 'asks', id);
        written(store, clearedAgain([arrivalIn(store)], stored));
        expect(shown(store, 'asks', 'a')).toBeUndefined();
        expect(JSON.stringify([...store])).not.toMatch(
          /Elders|interpreters|families|555 0100|court/,
        );
        expect(clearedAgain([arrivalIn(store)], stored), 'once is enough').toEqual([]);
      }),
    );
  });

  it('does not touch what was not set aside', () => {
    const store = came();
    expect(clearedAgain([arrivalIn(store)], (id) => shown(store, 'asks', id))).toEqual([]);
  });
});

describe('our public page', () => {
  const page = { us: 'Harbor', about: 'We stand\nby.', instead: 'Call 555', pausedOn: null };

  it('says who we are and how else we can be reached, and whether it is paused', () => {
    expect(readPublicNotice(noticeOfPublicPage(page))).toEqual({
      page: 'public',
      us: 'Harbor',
      about: 'We stand\nby.',
      instead: 'Call 555',
      paused: false,
    });
    expect(readPublicNotice(noticeOfPublicPage({ ...page, pausedOn: today }))?.paused).toBe(true);
  });

  it('needs a name', () => {
    expect(whatIsWrongWithPublicPage(page)).toEqual([]);
    expect(whatIsWrongWithPublicPage({ ...page, us: ' ' })).toEqual([{ type: 'WhoWeAreMissing' }]);
  });

  it('lasts a year, unless it is ended', () => {
    const until = publicPageEnds(today);
    expect(until).toBe('2027-11-20');
    const open = { until, endedOn: null };
    expect([until, '2027-11-21'].map((day) => isPublicPageOpen(open, day))).toEqual([true, false]);
    expect(isPublicPageOpen({ until, endedOn: today }, today)).toBe(false);
  });

  it('is kept as it was made', () => {
    const link = {
      secret: new Uint8Array(16),
      fragment: 'abc',
      until: '2027-11-20',
      sealedUnder: 3,
    };
    const store: Stored = new Map();
    written(store, publicPageChanges('p', { ...page, ...link }) as Change[]);
    expect(readFields(publicPageFields, store.get('publicPages/p') ?? { id: 'p' })).toMatchObject({
      ...page,
      ...link,
      needsUpdate: [],
    });
  });
});
