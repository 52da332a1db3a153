import fc from 'fast-check';
import { expect, it } from 'vitest';
import { openedOf } from './opened.ts';

const one = { campaign: 'Homes for All', on: '2026-11-20' };
const other = { campaign: 'Night buses', on: '2026-11-20' };

it('what two devices opened at the same time is told of both, each once', () => {
  const before = { campaign: 'Clean water', on: '2026-03-02' };
  expect(
    openedOf([
      [before, one],
      [before, other],
    ]),
  ).toEqual([before, one, other]);
});

it('what is no such list is left out, and nothing of the others with it', () => {
  expect(openedOf([null, 'Homes for All', [{ campaign: 'Homes', on: 'soon' }], [one]])).toEqual([
    one,
  ]);
});

it('holds every line of every value, a hundred at most, in any order of values', () => {
  const line = fc.record({
    campaign: fc.constantFrom('a', 'b', 'c', 'ب'),
    on: fc.integer({ min: 10, max: 28 }).map((day) => `2026-11-${day}`),
  });
  fc.assert(
    fc.property(fc.array(fc.array(line, { maxLength: 40 }), { maxLength: 4 }), (values) => {
      const told = openedOf(values);
      expect(openedOf(values.toReversed())).toEqual(told);
      expect(openedOf([told])).toEqual(told);
      const all = new Set(values.flat().map(({ on, campaign }) => `${on} ${campaign}`));
      const last = [...all].sort().slice(-100);
      expect(told.map(({ on, campaign }) => `${on} ${campaign}`)).toEqual(last);
    }),
  );
});
