import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AskWords, lineLimit, whatIsWrong } from './validate-ask.ts';

const ask: AskWords = {
  text: '',
  from: 'Harbor Families Network',
  what: 'four interpreters on Friday',
  mostAffected: '',
  theyAskedFor: '',
  by: '',
};
const received = '2026-11-19';

describe('whatIsWrong', () => {
  it('requires who asks and for what, and nothing else', () => {
    expect(whatIsWrong(ask, received)).toEqual([]);
    expect(whatIsWrong({ ...ask, from: ' \u200b', what: '\n' }, received)).toEqual([
      { type: 'FromMissing' },
      { type: 'WhatMissing' },
    ]);
  });

  it('refuses a day before the ask came, and takes the same day', () => {
    expect(whatIsWrong({ ...ask, by: '2026-11-18' }, received)).toEqual([
      { type: 'DayIsPast', by: '2026-11-18', received },
    ]);
    expect(whatIsWrong({ ...ask, by: received }, received)).toEqual([]);
  });

  it('refuses a day that does not exist', () => {
    expect(whatIsWrong({ ...ask, by: '2026-02-30' }, received)).toEqual([
      { type: 'NotADay', written: '2026-02-30' },
    ]);
  });

  it('refuses what is too long for a field, at, under and over the edge', () => {
    expect(whatIsWrong({ ...ask, what: 'a'.repeat(lineLimit) }, received)).toEqual([]);
    expect(whatIsWrong({ ...ask, what: 'a'.repeat(lineLimit + 1) }, received)).toEqual([
      { type: 'LineTooLong', field: 'what', limit: lineLimit },
    ]);
    expect(whatIsWrong({ ...ask, text: 'a'.repeat(100_000) }, received)).toEqual([
      { type: 'MessageTooLong', characters: 100_000 },
    ]);
  });

  it('answers for any words, and never changes its mind', () => {
    const words = fc.string({ unit: 'binary', maxLength: 100 });
    fc.assert(
      fc.property(
        fc.record({
          text: words,
          from: words,
          what: words,
          mostAffected: words,
          theyAskedFor: words,
          by: words,
        }),
        (any) => {
          expect(whatIsWrong(any, received)).toEqual(whatIsWrong(any, received));
        },
      ),
      { numRuns: 100 },
    );
  });
});
