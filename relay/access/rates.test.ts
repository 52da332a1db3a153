import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toldClock } from '../conversation.ts';
import { usualLimits } from './limits.ts';
import { createRates, startForgetting } from './rates.ts';

test('as many at once as the burst, then as they come back', () => {
  const rates = createRates({ burst: 3, perSecond: 0.5 });
  const at = 1_000_000;
  for (let taken = 0; taken < 3; taken++) expect(rates.take('a', at)).toBeUndefined();
  expect(rates.take('a', at)).toBe(2);
  expect(rates.take('b', at)).toBeUndefined();
  expect(rates.take('a', at + 1000)).toBe(1);
  expect(rates.take('a', at + 2000)).toBeUndefined();
  expect(rates.take('a', at + 2000)).toBe(2);
});

test('a clock that goes back gives nothing and takes nothing away', () => {
  const rates = createRates({ burst: 1, perSecond: 1 });
  expect(rates.take('a', 10_000)).toBeUndefined();
  expect(rates.take('a', 0)).toBe(1);
  expect(rates.take('a', 1000)).toBeUndefined();
});

test('over any time nobody gets more than the burst and what the rate gives', () => {
  const steps = fc.array(fc.nat(2000), { maxLength: 60 });
  fc.assert(
    fc.property(
      steps,
      fc.integer({ min: 1, max: 9 }),
      fc.integer({ min: 1, max: 5 }),
      (waits, burst, perSecond) => {
        const rates = createRates({ burst, perSecond });
        let now = 0;
        let got = 0;
        for (const wait of waits) {
          now += wait;
          if (rates.take('a', now) === undefined) got += 1;
        }
        expect(got).toBeLessThanOrEqual(burst + (now / 1000) * perSecond + 1e-9);
      },
    ),
  );
});

test('keys that flood it are forgotten, so that memory stays bounded', () => {
  const rates = createRates({ burst: 1, perSecond: 0.000_001 });
  for (let at = 0; at < 60_000; at++) rates.take(`key ${at}`, 0);
  expect(rates.take('key 59999', 0)).toBeGreaterThan(0);
  expect(rates.take('key 0', 0)).toBeUndefined();
});

test('who is counted by address is forgotten two minutes after they were here last', () => {
  const clock = toldClock();
  const { creations, childAppends, manages, appends } = usualLimits;
  const rates = [creations, childAppends, manages, appends].map(createRates);
  const stop = startForgetting(rates, clock);
  const remembered = () => rates.map(({ size }) => size);
  for (let at = 0; at < 30; at++) {
    for (const rate of rates) while (rate.take(`somebody ${at}`, clock.now()) === undefined);
    clock.tick(1000);
  }
  expect(remembered()).toEqual([30, 30, 30, 30]);
  clock.tick(120_000);
  expect(remembered()).toEqual([0, 0, 0, 0]);
  rates[0]?.take('somebody', clock.now());
  stop();
  clock.tick(600_000);
  expect(rates[0]?.size).toBe(1);
});

test('forgetting lets nobody do more than they could', () => {
  const acts = fc.array(fc.record({ wait: fc.nat(3000), forget: fc.boolean() }), { maxLength: 60 });
  fc.assert(
    fc.property(acts, fc.integer({ min: 1, max: 5 }), (steps, burst) => {
      const [one, other] = [1, 2].map(() => createRates({ burst, perSecond: 0.7 }));
      let now = 0;
      for (const { wait, forget } of steps) {
        now += wait;
        if (forget) other?.forget(now);
        expect(other?.take('a', now)).toBe(one?.take('a', now));
      }
    }),
  );
});
