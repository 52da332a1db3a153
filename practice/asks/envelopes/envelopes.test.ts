import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../fields.ts';
import { contributionSteps, memberShares } from '../kinds.ts';
import { enclose, envelopeChanges } from './envelope-changes.ts';
import { middleOf, openedAnswers, spreadOf, unansweredIn } from './spread.ts';
import { envelopeFields, weighingFields } from './tables.ts';
import { asBegun, type SignedEnvelope, standing, whoseTurn } from './whose-turn.ts';

const round = (given: object) =>
  readFields(weighingFields, { id: 'w', people: ['amina', 'ruth', 'li'], ...given });
const envelope = (given: object): SignedEnvelope => ({
  ...readFields(envelopeFields, { id: 'e', weighing: 'w', state: 'closed', ...given }),
  by: 'amina',
  at: 1,
  ...given,
});
const here = new Set(['amina', 'ruth', 'li']);
const inBy = (...members: string[]) => members.map((by) => ({ weighing: 'w', by }));

describe('asBegun', () => {
  const told = { ask: 'a', facilitator: 'ruth', openedOn: '2026-11-20' };
  const begun = (by: object = {}, stillHere = here) => {
    const writers: Record<string, string> = {
      ...{ ask: 'amina', facilitator: 'amina', people: 'amina', openedOn: 'ruth' },
      ...by,
    };
    return asBegun(round(told), (field) => writers[field] ?? null, stillHere);
  };

  it('believes whoever began it, and that it is opened by whoever opens it', () => {
    expect(begun()).toMatchObject({ facilitator: 'ruth', openedOn: '2026-11-20' });
  });

  it('is not opened because somebody else says so, while whoever opens it is here', () => {
    expect(begun({ openedOn: 'li' }).openedOn).toBeNull();
    const gone = new Set(['amina', 'li']);
    expect(begun({ openedOn: 'li' }, gone).openedOn).toBe('2026-11-20');
  });

  it('asks nobody and is opened by nobody once another person changed whom it asks or who opens it', () => {
    for (const by of [{ facilitator: 'li' }, { people: 'li' }]) {
      expect(begun(by)).toMatchObject({ facilitator: null, people: [], openedOn: null });
    }
  });
});

describe('whoseTurn', () => {
  it('opens when all who are asked have answered, and says who has not', () => {
    expect(whoseTurn(round({}), inBy('amina'), 'amina', here)).toEqual({
      isOpened: false,
      asked: 3,
      enclosed: 1,
      amAsked: true,
      mineIsIn: true,
      allAreIn: false,
      missing: ['ruth', 'li'],
    });
    expect(whoseTurn(round({}), inBy('amina', 'ruth', 'li'), 'ruth', here).allAreIn).toBe(true);
  });

  it('waits for nobody who has left, and for no second answer of one person', () => {
    const left = new Set(['amina', 'ruth']);
    const turn = whoseTurn(round({}), inBy('amina', 'amina', 'ruth'), 'amina', left);
    expect(turn).toMatchObject({ asked: 2, enclosed: 2, allAreIn: true });
  });

  it('counts no answer of somebody who was not asked, and none of another weighing', () => {
    const others = [...inBy('sam'), { weighing: 'other', by: 'ruth' }];
    expect(whoseTurn(round({}), others, 'sam', here)).toMatchObject({
      enclosed: 0,
      amAsked: false,
      allAreIn: false,
    });
  });
});

describe('standing', () => {
  it('takes the latest of each person, and a change of mind over what was in the envelope', () => {
    const first = envelope({ id: 'a', at: 9, contribution: 'unlikely' });
    const later = envelope({ id: 'b', at: 3, state: 'after', contribution: 'likely' });
    const draft = envelope({ id: 'c', at: 99, state: 'draft' });
    const ruth = envelope({ id: 'd', by: 'ruth' });
    expect(standing([first, later, draft, ruth], 'w')).toEqual([later, ruth]);
  });
});

describe('what comes out of the envelopes', () => {
  const step = fc.option(fc.constantFrom(...contributionSteps));
  const share = fc.option(fc.constantFrom(...memberShares));
  const line = fc.constantFrom('', 'rides', 'Rides', ' a hall ', 'مترجمون');
  const anyEnvelope = fc
    .record({ contribution: step, members: share, contributionWhat: line, longView: line })
    .map((given) => envelope(given));

  it('is the same whatever the order in which they are opened', () => {
    fc.assert(
      fc.property(
        fc
          .array(anyEnvelope, { maxLength: 12 })
          .chain((all) =>
            fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
          ),
        ([all, shuffled]) => {
          expect(openedAnswers(shuffled)).toEqual(openedAnswers(all));
        },
      ),
    );
  });

  it('counts everyone who answered a question once, and is apart by the furthest two', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (given) => {
        const spread = spreadOf(contributionSteps, given);
        const said = given.filter((one) => one !== null);
        expect(spread.said).toBe(said.length);
        const places = said.map((one) => contributionSteps.indexOf(one));
        const width = Math.max(...places) - Math.min(...places);
        const expected =
          said.length < 2
            ? (['nobody', 'alone'] as const)[said.length]
            : ((['same', 'near'] as const)[width] ?? 'apart');
        expect(spread.distance).toBe(expected);
      }),
    );
  });

  it('says what people wrote once, in an order that tells nothing about who wrote it', () => {
    const opened = openedAnswers([
      envelope({ contributionWhat: 'two cars' }),
      envelope({ contributionWhat: ' Two cars ' }),
      envelope({ contributionWhat: 'a hall' }),
    ]);
    expect(opened.contributionWhat).toEqual(['Two cars', 'a hall']);
  });

  it('names the questions that nobody answered', () => {
    expect(unansweredIn(openedAnswers([]))).toEqual(['contribution', 'long-term', 'engagement']);
    const enough = envelope({ contribution: 'likely', longViewUnknown: true, members: 'some' });
    expect(unansweredIn(openedAnswers([enough]))).toEqual([]);
  });
});

describe('middleOf', () => {
  const middle = (...given: (typeof contributionSteps)[number][]) =>
    middleOf(spreadOf(contributionSteps, given));

  it('gives the answer in the middle, the more careful one where two are', () => {
    expect(middle('likely')).toBe('likely');
    expect(middle('very-unlikely', 'likely', 'very-likely')).toBe('likely');
    expect(middle('unlikely', 'likely')).toBe('unlikely');
    expect(middle()).toBeNull();
  });

  it('has at most half of the answers on either side, whatever their order', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom(...contributionSteps), { minLength: 1, maxLength: 12 }),
        (given) => {
          const at = contributionSteps.indexOf(middle(...given) ?? 'likely');
          const places = given.map((step) => contributionSteps.indexOf(step));
          expect(places.filter((place) => place < at).length * 2).toBeLessThan(given.length);
          expect(places.filter((place) => place > at).length * 2).toBeLessThanOrEqual(given.length);
          expect(middle(...given.toReversed())).toBe(middle(...given));
        },
      ),
    );
  });
});

it('what goes into the envelope is a record of its own with every answer of the draft', () => {
  const draft = readFields(envelopeFields, {
    id: 'draft',
    weighing: 'w',
    contribution: 'likely',
    contributionWhat: ' rides ',
    longView: 'Beside them',
    members: 'some',
    atRisk: 'The drivers',
  });
  const made = Object.fromEntries(
    enclose('sealed', draft).map(({ field, value }) => [field, value]),
  );
  expect(readFields(envelopeFields, { id: 'sealed', ...made })).toEqual({
    ...draft,
    id: 'sealed',
    state: 'closed',
    contributionWhat: 'rides',
  });
  expect(envelopeChanges('draft', { members: null })).toEqual([
    { table: 'envelopes', record: 'draft', field: 'members', value: null },
  ]);
});
