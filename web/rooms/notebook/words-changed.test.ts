import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsChanged } from './words-changed.ts';

const texts = fc
  .array(fc.constantFrom('a', 'b', '😀', '😁', 'م'), { maxLength: 12 })
  .map((each) => each.join(''));

describe('wordsChanged', () => {
  it('turns any text into any other', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { at, removed, inserted } = wordsChanged(before, after);
        expect(before.slice(0, at) + inserted + before.slice(at + removed)).toBe(after);
      }),
      { numRuns: 200 },
    );
  });

  it('never cuts a letter of two units in half', () => {
    fc.assert(
      fc.property(texts, texts, (before, after) => {
        const { at, removed, inserted } = wordsChanged(before, after);
        expect(inserted.isWellFormed()).toBe(true);
        expect(before.slice(at, at + removed).isWellFormed()).toBe(true);
      }),
      { numRuns: 200 },
    );
  });
});
