import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type CoverEvent,
  coverAfter,
  lockAfter,
  nextCover,
  tries,
  uncovered,
} from './cover-state.ts';

const after = (events: readonly CoverEvent[], hasCode = true) =>
  events.reduce((state, event) => nextCover(state, event, hasCode), uncovered(0));

describe('nextCover', () => {
  it('covers once the page was hidden for a minute, and not before', () => {
    const hidden: CoverEvent = { type: 'hidden', at: 10 };
    expect(after([hidden, { type: 'shown', at: 10 + coverAfter - 1 }]).now).toBe('clear');
    expect(after([hidden, { type: 'shown', at: 10 + coverAfter }]).now).toBe('covered');
    expect(after([hidden, { type: 'ticked', at: 10 + coverAfter }]).now).toBe('covered');
  });

  it('offers a code instead of covering where there is none', () => {
    const state = after(
      [
        { type: 'hidden', at: 0 },
        { type: 'shown', at: coverAfter },
      ],
      false,
    );
    expect(state).toMatchObject({ now: 'clear', shouldOffer: true });
  });

  it('opens with the right code and gives all tries back', () => {
    const state = after([
      { type: 'asked', at: 1 },
      { type: 'tried', right: false, at: 2 },
      { type: 'tried', right: true, at: 3 },
    ]);
    expect(state).toMatchObject({ now: 'clear', triesLeft: tries });
  });

  it('locks after five wrong codes, and no code opens it then', () => {
    const wrong: CoverEvent = { type: 'tried', right: false, at: 2 };
    const locked = after([{ type: 'asked', at: 1 }, ...Array.from({ length: tries }, () => wrong)]);
    expect(locked.now).toBe('locked');
    expect(nextCover(locked, { type: 'tried', right: true, at: 3 }, true).now).toBe('locked');
  });

  it('locks eight hours after it was last used, covered or not', () => {
    expect(after([{ type: 'ticked', at: lockAfter - 1 }]).now).toBe('clear');
    expect(after([{ type: 'ticked', at: lockAfter }]).now).toBe('locked');
    expect(
      after([
        { type: 'asked', at: 1 },
        { type: 'ticked', at: lockAfter },
      ]).now,
    ).toBe('locked');
    expect(
      after([
        { type: 'used', at: 5 },
        { type: 'ticked', at: lockAfter },
      ]).now,
    ).toBe('clear');
  });

  it('never clears a cover without the right code, whatever else happens', () => {
    const event = fc.oneof(
      fc.record({
        type: fc.constantFrom<'used' | 'hidden' | 'shown' | 'ticked'>(
          'used',
          'hidden',
          'shown',
          'ticked',
        ),
        at: fc.nat(lockAfter * 2),
      }),
      fc.record({ type: fc.constant<'asked'>('asked'), at: fc.nat(lockAfter * 2) }),
      fc.record({
        type: fc.constant<'tried'>('tried'),
        right: fc.constant(false),
        at: fc.nat(lockAfter * 2),
      }),
      fc.record({ type: fc.constant<'offered'>('offered'), at: fc.nat(lockAfter * 2) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 30 }), (events) => {
        expect(after([{ type: 'asked', at: 0 }, ...events]).now).not.toBe('clear');
      }),
      { numRuns: 200 },
    );
  });
});
