import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionSteps, memberShares } from './kinds.ts';
import { unansweredQuestions } from './weigh-ask.ts';

const nothing = { contribution: null, longView: '', longViewUnknown: false, members: null };

describe('unansweredQuestions', () => {
  it('names all three at first, in their order', () => {
    expect(unansweredQuestions(nothing)).toEqual(['contribution', 'long-term', 'engagement']);
  });

  it('takes "we do not know yet" as an answer to the long view, and blanks as none', () => {
    expect(unansweredQuestions({ ...nothing, longViewUnknown: true })).not.toContain('long-term');
    expect(unansweredQuestions({ ...nothing, longView: '  ' })).toContain('long-term');
  });

  it('never looks at what the answers are', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...contributionSteps),
        fc.constantFrom(...memberShares),
        fc.stringMatching(/^\w+$/),
        (contribution, members, longView) => {
          const weighed = { contribution, members, longView, longViewUnknown: false };
          expect(unansweredQuestions(weighed)).toEqual([]);
        },
      ),
      { numRuns: 100 },
    );
  });
});
