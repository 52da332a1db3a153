import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contributionSteps } from '../kinds.ts';
import { calibration, type LookedBack, toldFrom } from './calibration.ts';
import { isLookedBackOn, learnedOpensOn } from './opens.ts';
import { differences } from './tables.ts';

describe('learnedOpensOn', () => {
  const yes = { answer: 'yes', answeredOn: '2026-11-01', on: '2026-11-20' } as const;

  it('opens the day after the last date it has', () => {
    expect(learnedOpensOn(yes, [])).toBe('2026-11-21');
    expect(learnedOpensOn(yes, [{ by: '2026-12-01' }, { by: null }])).toBe('2026-12-02');
  });

  it('opens a month after the answer where nothing has a date', () => {
    expect(learnedOpensOn({ ...yes, on: null }, [])).toBe('2026-12-01');
  });

  it('does not open where there was no yes', () => {
    expect(learnedOpensOn({ ...yes, answer: 'not-now' }, [])).toBeNull();
    expect(learnedOpensOn({ ...yes, answer: null }, [])).toBeNull();
  });

  it('is over once somebody wrote what happened', () => {
    expect(isLookedBackOn(undefined)).toBe(false);
    expect(isLookedBackOn({ happened: '', difference: null })).toBe(false);
    expect(isLookedBackOn({ happened: 'Three came.', difference: null })).toBe(true);
  });
});

describe('calibration', () => {
  const looked = (difference: string): LookedBack => ({ expectedStep: 'likely', difference });

  it('says that of eight times we said likely, six were', () => {
    const all = [...Array(6).fill(looked('yes')), looked('in-part'), looked('no')];
    expect(calibration(all)).toEqual([{ step: 'likely', times: 8, were: 6, inPart: 1 }]);
  });

  it('says nothing below five, and leaves out what nobody knows', () => {
    const four = Array(toldFrom - 1).fill(looked('yes'));
    expect(
      calibration([...four, looked('not-known'), { ...looked('yes'), difference: null }]),
    ).toEqual([]);
    expect(calibration([...four, looked('no')])).toHaveLength(1);
  });

  it('never depends on the order, and tells no step that was said less than five times', () => {
    const all = fc.array(
      fc.record({
        expectedStep: fc.option(fc.constantFrom(...contributionSteps)),
        difference: fc.option(fc.constantFrom(...differences)),
      }),
      { maxLength: 40 },
    );
    fc.assert(
      fc.property(all, fc.infiniteStream(fc.nat()), (given, keys) => {
        const shuffled = given
          .map((each) => ({ each, key: keys.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ each }) => each);
        const told = calibration(given);
        expect(calibration(shuffled)).toEqual(told);
        for (const { step, times, were, inPart } of told) {
          expect(times).toBeGreaterThanOrEqual(toldFrom);
          expect(were + inPart).toBeLessThanOrEqual(times);
          expect(given.filter((each) => each.expectedStep === step).length).toBeGreaterThanOrEqual(
            times,
          );
        }
      }),
    );
  });
});
