import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byOrder, firstKeys, keyBetween, type Ordered, placeAt } from './order.ts';

const apply = (list: readonly Ordered[], written: readonly Ordered[]): Ordered[] => {
  const items = new Map(list.map((item) => [item.id, item]));
  for (const item of written) items.set(item.id, item);
  return [...items.values()].sort(byOrder);
};

describe('order', () => {
  it('keyBetween lies strictly between, however often a place is split', () => {
    fc.assert(
      fc.property(fc.array(fc.boolean(), { maxLength: 120 }), (halves) => {
        let low: string | null = null;
        let high: string | null = null;
        for (const upper of halves) {
          const key = keyBetween(low, high);
          if (low !== null) expect(key > low).toBe(true);
          if (high !== null) expect(key < high).toBe(true);
          if (upper) low = key;
          else high = key;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('firstKeys are in order and leave room everywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (count) => {
        const keys = firstKeys(count);
        expect(keys).toHaveLength(count);
        expect([...keys].sort()).toEqual(keys);
        expect(new Set(keys).size).toBe(count);
        const first = keys[0];
        if (first !== undefined) expect(keyBetween(null, first) < first).toBe(true);
      }),
      { numRuns: 50 },
    );
  });

  it('placeAt puts an item where it was asked to be, also among equal keys', () => {
    const moves = fc.array(fc.tuple(fc.nat(30), fc.nat(30)), { maxLength: 40 });
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('i', 'k', 'ki'), { maxLength: 12 }),
        moves,
        (keys, asked) => {
          let list: Ordered[] = keys.map((order, at) => ({ id: `p${at}`, order })).sort(byOrder);
          for (const [which, index] of asked) {
            const id = which < list.length ? (list[which]?.id ?? 'new') : `new${which}`;
            const expected = list.filter((item) => item.id !== id).map((item) => item.id);
            expected.splice(Math.min(index, expected.length), 0, id);
            list = apply(list, placeAt(list, index, id));
            expect(list.map((item) => item.id)).toEqual(expected);
          }
        },
      ),
      { numRuns: 200 },
    );
  });

  it('two people who put in an item at the same place end with the same list', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 8 }), fc.nat(8), fc.nat(8), (count, here, there) => {
        const list = firstKeys(count).map((order, at) => ({ id: `p${at}`, order }));
        const mine = placeAt(list, here, 'mine');
        const theirs = placeAt(list, there, 'theirs');
        expect(apply(apply(list, mine), theirs)).toEqual(apply(apply(list, theirs), mine));
      }),
    );
  });
});
