import { describe, expect, it } from 'vitest';
import { usualWay } from './usual-way.ts';

const proposed = (way: 'second' | 'consent' | null) => ({ proposal: { way } });

describe('usualWay', () => {
  it('goes by the size of the ask where nothing is proposed', () => {
    expect(usualWay('hard', [])).toBe('together');
    expect(usualWay('simple', [])).toBe('second');
  });

  it('stays with what has been proposed, so that nobody answers over it with one press', () => {
    expect(usualWay('hard', [proposed('consent')])).toBe('consent');
    expect(usualWay('simple', [proposed('second'), proposed('consent')])).toBe('consent');
  });

  it('goes by the size where a proposal does not say its way', () => {
    expect(usualWay('hard', [proposed(null)])).toBe('together');
  });
});
