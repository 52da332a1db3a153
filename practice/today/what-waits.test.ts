import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { putOffUntil, type WaitingAsk, whatWaits } from './what-waits.ts';

const today = '2026-11-19';
let next = 0;
const ask = (given: Partial<WaitingAsk>): WaitingAsk => ({
  id: `ask-${next++}`,
  direction: 'asked-of-us',
  from: 'Harbor',
  answer: null,
  by: null,
  on: null,
  receivedOn: today,
  holdingUntil: null,
  putOffUntil: null,
  ...given,
});

describe('whatWaits', () => {
  it('counts each organization once, however it is written', () => {
    const waiting = whatWaits(
      [ask({ from: 'Harbor ' }), ask({ from: 'HARBOR' }), ask({ from: 'Delta' })],
      today,
    );
    expect(waiting.organizations).toBe(2);
    expect(waiting.shown).toHaveLength(3);
  });

  it('leaves out what is answered, what we asked, and what is put off', () => {
    const waiting = whatWaits(
      [
        ask({ answer: 'no' }),
        ask({ direction: 'we-ask' }),
        ask({ putOffUntil: '2026-11-20' }),
        ask({ putOffUntil: today }),
      ],
      today,
    );
    expect(waiting.shown).toHaveLength(1);
    expect(waiting.putOff).toBe(1);
  });

  it('goes by the day we told them before the day they said', () => {
    const held = ask({ by: '2026-11-01', holdingUntil: '2026-12-01' });
    const soon = ask({ by: '2026-11-20' });
    expect(whatWaits([held, soon], today).shown).toEqual([soon, held]);
  });

  it('shows at most three, the soonest, and loses none', () => {
    const day = fc.option(fc.integer({ min: 10, max: 28 }).map((date) => `2026-11-${date}`));
    fc.assert(
      fc.property(
        fc.array(fc.record({ by: day, on: day, holdingUntil: day }), { maxLength: 12 }),
        (given) => {
          const asks = given.map(ask);
          const waiting = whatWaits(asks, today);
          expect(waiting.shown.length + waiting.more).toBe(asks.length);
          expect(waiting.shown.length).toBeLessThanOrEqual(3);
          const reversed = whatWaits([...asks].reverse(), today);
          expect(reversed.shown).toEqual(waiting.shown);
        },
      ),
      { numRuns: 100 },
    );
  });
});

describe('putOffUntil', () => {
  it('puts off two days, and never to the day it is needed', () => {
    expect(putOffUntil(ask({}), today)).toBe('2026-11-21');
    expect(putOffUntil(ask({ by: '2026-11-21' }), today)).toBe('2026-11-20');
    expect(putOffUntil(ask({ by: '2026-11-20' }), today)).toBeNull();
    expect(putOffUntil(ask({ by: '2026-11-01' }), today)).toBeNull();
  });
});
