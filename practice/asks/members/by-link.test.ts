import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../../fields.ts';
import { contributionSteps } from '../kinds.ts';
import { readWeighNotice, takingPart } from '../public/weigh-page.ts';
import {
  answersByLink,
  keepMemberAnswer,
  memberPageEnds,
  noticeOfMemberPage,
  shownFrom,
  whatIsWrongWithMemberPage,
} from './by-link.ts';
import { memberAnswerFields } from './tables.ts';

const today = '2026-11-27';
const answer = fc.record({
  takesPart: fc.constantFrom(...takingPart),
  contribution: fc.option(fc.constantFrom(...contributionSteps)),
  note: fc.constantFrom('', 'I can drive', 'only after six'),
  atRisk: fc.constantFrom('', 'The drivers'),
});
type Given = typeof answer extends fc.Arbitrary<infer Value> ? Value : never;
const kept = (given: Given, at: number) =>
  readFields(memberAnswerFields, { id: `answer-${at}`, ask: 'vigil', ...given });

describe('what members answer by a link', () => {
  it('shows nothing but how many until three have answered', () => {
    fc.assert(
      fc.property(fc.array(answer, { maxLength: 6 }), (given) => {
        const { count, answers } = answersByLink(given.map(kept));
        expect(count).toBe(given.length);
        expect(answers === null).toBe(given.length < shownFrom);
        expect(answers?.takesPart.said ?? given.length).toBe(given.length);
      }),
    );
  });

  it('is the same in any order, so that no place tells who came first', () => {
    fc.assert(
      fc.property(fc.array(answer, { minLength: shownFrom, maxLength: 8 }), (given) => {
        const all = given.map(kept);
        expect(answersByLink(all.toReversed())).toEqual(answersByLink(all));
      }),
    );
  });

  it('counts of an answer that was changed on its page the newest, in any order', () => {
    const plain = { contribution: null, atRisk: '' };
    const first = { ...plain, takesPart: 'would' as const, note: 'first' };
    const all = [
      { ...first, drawn: 'one', turn: 0 },
      { ...first, takesPart: 'would-not' as const, note: 'changed', drawn: 'one', turn: 1 },
      { ...first, drawn: 'two', turn: 0 },
      { ...first, drawn: '', turn: 0 },
      { ...first, drawn: '', turn: 0 },
    ].map((given, at) => readFields(memberAnswerFields, { id: `a${at}`, ask: 'vigil', ...given }));
    for (const records of [all, all.toReversed()]) {
      const { count, answers } = answersByLink(records);
      expect(count).toBe(4);
      expect(answers?.notes).toEqual(['changed', 'first']);
      expect(answers?.takesPart.steps.map(({ count: each }) => each)).toEqual([3, 0, 1]);
    }
  });

  it('is kept as a record without a name; what is no answer is not', () => {
    const says = {
      takesPart: 'would',
      contribution: 'nonsense',
      note: ' I can\n drive ',
      name: 'x',
    };
    const changes = keepMemberAnswer({ id: 'r', says }, 'vigil');
    expect(Object.fromEntries(changes.map(({ field, value }) => [field, value]))).toEqual({
      ...{ ask: 'vigil', takesPart: 'would', contribution: null },
      ...{ note: 'I can drive', atRisk: '', drawn: '', turn: 0 },
    });
    for (const no of [null, 'yes', {}, { takesPart: 'always' }]) {
      expect(keepMemberAnswer({ id: 'r', says: no }, 'vigil')).toEqual([]);
    }
  });
});

describe('its page', () => {
  it('says what we chose for members, and reads as itself', () => {
    const words = { us: 'Harbor', what: 'Stand at the vigil?', more: '' };
    expect(readWeighNotice(noticeOfMemberPage(words))).toEqual({ page: 'weigh', ...words });
    expect(readWeighNotice({ page: 'call', what: 'x' })).toBeNull();
  });

  it('needs to say what is asked, and a day to come: the day of our answer, else in a week', () => {
    const wrong = (what: string, until: string | null) =>
      whatIsWrongWithMemberPage({ us: '', what, more: '', until }, today).map(({ type }) => type);
    expect(wrong(' ', null)).toEqual(['WhatMissing', 'DayMissing']);
    expect(wrong('x', '2026-11-26')).toEqual(['DayIsPast']);
    expect(wrong('x', today)).toEqual([]);
    expect(wrong('x', '2027-11-28')).toEqual(['DayTooFar']);
    expect(memberPageEnds({ by: '2099-03-09' }, today)).toBe('2026-12-04');
    expect(memberPageEnds({ by: '2026-12-01' }, today)).toBe('2026-12-01');
    expect(memberPageEnds({ by: '2026-11-01' }, today)).toBe('2026-12-04');
    expect(memberPageEnds({ by: null }, today)).toBe('2026-12-04');
  });
});
