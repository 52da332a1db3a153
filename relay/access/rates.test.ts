import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createRates } from './rates.ts';

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
