import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type BetweenUs, betweenUs, recordOf } from './between-us.ts';
import { allOf, standsFor } from './same.ts';
import { calledKind, contactKinds, discussedKind } from './tables.ts';
import { ask, contact, conversation, nothing, promise } from './testing.ts';
import { whatItSays } from './what-it-says.ts';

const partner = { ids: ['p'], isNamed: (name: string) => name === 'Harbor' };
const ids = (passed: BetweenUs, side: keyof BetweenUs) => passed[side].map(recordOf);

describe('betweenUs', () => {
  it('begins with what they did for us and tells it apart from what we did', () => {
    const passed = betweenUs(partner, {
      ...nothing,
      asks: [
        ask('a', { from: 'Harbor', answeredOn: '2026-05-02', answer: 'yes' }),
        ask('b', { from: 'Delta' }),
      ],
      contacts: [
        contact('c', { kind: 'they-showed-up', on: '2026-03-01' }),
        contact('d', { kind: 'they-showed-up', on: '2026-09-01' }),
        contact('e', { kind: 'honest-conversation', on: '2026-06-01' }),
        contact('f', { kind: 'care', on: '2026-08-01' }),
        contact('g', { kind: 'members-answered', on: '2026-04-01' }),
        contact('h', { kind: 'discussion', on: '2026-02-01' }),
      ],
    });
    expect(ids(passed, 'fromThem')).toEqual(['d', 'c']);
    expect(ids(passed, 'fromUs')).toEqual(['f', 'a', 'g']);
    expect(ids(passed, 'together')).toEqual(['e', 'h']);
  });

  it('counts a yes of theirs as theirs, our promises as ours, and an ask without a yes as neither', () => {
    const passed = betweenUs(partner, {
      ...nothing,
      asks: [
        ask('yes', {
          partner: 'p',
          direction: 'we-ask',
          answer: 'in-part',
          answeredOn: '2026-05-02',
        }),
        ask('no', { partner: 'p', direction: 'we-ask', answer: 'no', answeredOn: '2026-04-02' }),
        ask('theirs', { partner: 'p', answer: 'yes', answeredOn: '2026-03-02' }),
        ask('open', { partner: 'p', receivedOn: '2026-03-01' }),
        ask('refused', { partner: 'p', answer: 'no', answeredOn: '2026-02-02' }),
        ask('other', { partner: 'q', answer: 'yes' }),
      ],
      promises: [
        promise('kept', { ask: 'theirs', state: 'kept', by: '2026-03-20' }),
        promise('of another', { ask: 'other' }),
      ],
    });
    expect(ids(passed, 'fromThem')).toEqual(['yes']);
    expect(ids(passed, 'fromUs')).toEqual(['kept', 'theirs']);
    expect(ids(passed, 'together')).toEqual(['no', 'open', 'refused']);
  });

  it('leaves out what passed with others, even under the same name', () => {
    const passed = betweenUs(partner, {
      ...nothing,
      asks: [ask('a', { from: 'Harbor', partner: 'other' })],
      contacts: [contact('c', { partner: 'other', kind: 'care' })],
    });
    expect(passed).toEqual({ fromThem: [], fromUs: [], together: [] });
  });

  it('finds an ask of theirs by its name when the partner it was tied to was deleted', () => {
    const asks = [ask('a', { from: 'Harbor', partner: 'deleted' })];
    const found = betweenUs({ ...partner, isKnown: (id) => id === 'p' }, { ...nothing, asks });
    expect(ids(found, 'together')).toEqual(['a']);
  });

  it('tells a conversation once, though the core team knows of its day', () => {
    const passed = betweenUs(partner, {
      ...nothing,
      contacts: [contact('c', { kind: 'honest-conversation', on: '2026-06-01' })],
      conversations: [conversation('t', { on: '2026-06-01' }), conversation('being prepared', {})],
    });
    expect(ids(passed, 'together')).toEqual(['t']);
  });
});

const day = fc
  .tuple(fc.integer({ min: 2024, max: 2026 }), fc.integer({ min: 1, max: 12 }))
  .map(([year, month]) => `${year}-${String(month).padStart(2, '0')}-11`);
const maybeDay = fc.option(day);
const which = fc.constantFrom('p', 'q', 'r', null);
const passings = fc.record({
  asks: fc
    .array(
      fc.record({
        partner: which,
        from: fc.constantFrom('Harbor', 'Delta', ''),
        direction: fc.constantFrom('asked-of-us', 'we-ask'),
        answer: fc.constantFrom('yes', 'no', null),
        answeredOn: maybeDay,
        receivedOn: maybeDay,
      }),
      { maxLength: 6 },
    )
    .map((all) => all.map((one, at) => ask(`a${at}`, one))),
  promises: fc
    .array(fc.record({ ask: fc.constantFrom('a0', 'a1', 'a2'), by: maybeDay }), { maxLength: 4 })
    .map((all) => all.map((one, at) => promise(`m${at}`, one))),
  contacts: fc
    .array(
      fc.record({
        partner: which,
        kind: fc.constantFrom(...contactKinds, calledKind, discussedKind),
        on: maybeDay,
      }),
      {
        maxLength: 8,
      },
    )
    .map((all) => all.map((one, at) => contact(`c${at}`, one))),
  conversations: fc
    .array(fc.record({ partner: which, on: maybeDay }), { maxLength: 4 })
    .map((all) => all.map((one, at) => conversation(`t${at}`, one))),
});

describe('what a partner’s page says', () => {
  it('never depends on the order of records', () => {
    fc.assert(
      fc.property(passings, fc.func(fc.double()), day, (all, weight, today) => {
        const shuffle = <One>(some: readonly One[]) =>
          some
            .map((one, at) => ({ one, by: weight(at) as number }))
            .sort((a, b) => a.by - b.by)
            .map(({ one }) => one);
        const other = {
          asks: shuffle(all.asks),
          promises: shuffle(all.promises),
          contacts: shuffle(all.contacts),
          conversations: shuffle(all.conversations),
        };
        const [one, two] = [betweenUs(partner, all), betweenUs(partner, other)];
        expect(two).toEqual(one);
        expect(whatItSays(two, today)).toEqual(whatItSays(one, today));
      }),
      { numRuns: 200 },
    );
  });

  it('loses no contact when duplicates are merged, whoever merges what into what', () => {
    const records = fc.array(fc.constantFrom('p', 'q', 'r', 'gone', null), {
      minLength: 3,
      maxLength: 3,
    });
    fc.assert(
      fc.property(passings, records, (all, sameAs) => {
        const stands = standsFor(
          ['p', 'q', 'r'].map((id, at) => ({ id, sameAs: sameAs[at] ?? null })),
        );
        const shown = [...new Set(stands.values())].flatMap((id) => {
          const passed = betweenUs({ ids: allOf(id, stands), isNamed: () => false }, all);
          return [...passed.fromThem, ...passed.fromUs, ...passed.together];
        });
        const apart = ['p', 'q', 'r'].flatMap((id) => {
          const passed = betweenUs(
            { ids: [id], isNamed: () => false },
            { ...all, conversations: [] },
          );
          return [...passed.fromThem, ...passed.fromUs, ...passed.together];
        });
        const found = shown.map(recordOf);
        expect(new Set(found).size).toBe(found.length);
        for (const each of apart) {
          // A day that is told twice, as contact and as conversation, is told once.
          const twice = all.conversations.some((talk) => talk.on === each.on);
          if (!twice) expect(found).toContain(recordOf(each));
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('whatItSays', () => {
  const says = (given: Partial<typeof nothing> & object) =>
    whatItSays(betweenUs(partner, { ...nothing, ...given }), '2026-11-20');

  it('says nothing of days to come', () => {
    expect(
      says({ contacts: [contact('c', { kind: 'meeting', on: '2026-12-01' })] as never }),
    ).toEqual({
      knownSince: null,
      lastHonest: null,
      lastForItself: null,
      lastInTouch: null,
      onlyAsks: false,
    });
  });

  it('tells the last contact that was neither an ask nor an event', () => {
    const contacts = [
      contact('c', { kind: 'care', on: '2026-05-01' }),
      contact('d', { kind: 'event', on: '2026-10-01' }),
    ] as never;
    const asks = [ask('a', { partner: 'p', answer: 'yes', answeredOn: '2026-11-01' })] as never;
    expect(says({ contacts, asks })).toMatchObject({
      knownSince: '2026-05-01',
      lastForItself: '2026-05-01',
      lastInTouch: '2026-11-01',
    });
  });

  it('sees when all we did for a year was ask, and stops seeing it with one call', () => {
    const asks = [
      ask('a', { partner: 'p', direction: 'we-ask', receivedOn: '2026-10-01' }),
    ] as never;
    const event = contact('d', { kind: 'event', on: '2026-10-05' });
    const before = contact('e', { kind: 'care', on: '2025-10-05' });
    expect(says({ asks, contacts: [event, before] as never }).onlyAsks).toBe(true);
    const call = contact('c', { kind: 'one-on-one', on: '2026-11-02' });
    expect(says({ asks, contacts: [event, call] as never }).onlyAsks).toBe(false);
    const members = contact('m', { kind: 'members-answered', on: '2026-11-02' });
    expect(says({ asks, contacts: [event, members] as never })).toMatchObject({
      onlyAsks: false,
      lastForItself: null,
      lastInTouch: '2026-11-02',
    });
    const discussed = contact('t', { kind: 'discussion', on: '2026-11-03' });
    expect(says({ asks, contacts: [event, discussed] as never })).toMatchObject({
      onlyAsks: false,
      lastForItself: '2026-11-03',
    });
    expect(says({ asks: [] as never }).onlyAsks).toBe(false);
  });
});
