import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askSizes } from '../kinds.ts';
import { sizeOf, sizeRefusal } from './sizes.ts';

describe('sizeOf', () => {
  it('asks the three questions where nobody chose a size', () => {
    expect(sizeOf(null)).toBe('hard');
  });

  it('lets hard hold, whichever of two sizes chosen at once is shown', () => {
    const size = fc.constantFrom(...askSizes);
    fc.assert(
      fc.property(size, fc.array(size, { maxLength: 4 }), (shown, also) => {
        const anyHard = shown === 'hard' || also.includes('hard');
        expect(sizeOf(shown, also)).toBe(anyHard ? 'hard' : shown);
      }),
    );
  });
});

describe('sizeRefusal', () => {
  it('lets anyone make an ask hard', () => {
    const simple = { size: 'simple', chosenBy: 'amina' } as const;
    expect(sizeRefusal(simple, 'hard', { me: 'ruth', rules: 0 })).toBeNull();
  });

  it('lets only the one who made it hard make it easier', () => {
    const hard = { size: 'hard', chosenBy: 'amina' } as const;
    expect(sizeRefusal(hard, 'simple', { me: 'ruth', rules: 1 })).toEqual({
      type: 'MadeHard',
      by: 'amina',
    });
    expect(sizeRefusal(hard, 'simple', { me: 'amina', rules: 0 })).toBeNull();
    expect(
      sizeRefusal({ size: null, chosenBy: null }, 'simple', { me: 'ruth', rules: 0 }),
    ).toBeNull();
  });

  it('agrees nothing beforehand without a rule', () => {
    const open = { size: null, chosenBy: null };
    expect(sizeRefusal(open, 'agreed', { me: 'ruth', rules: 0 })).toEqual({ type: 'NoRule' });
    expect(sizeRefusal(open, 'agreed', { me: 'ruth', rules: 1 })).toBeNull();
  });
});
