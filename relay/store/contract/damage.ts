/** R08: what is damaged is set aside, and put back by whoever has it. */
import { describe, expect, test } from 'vitest';
import { all, append, bytes, main, nobody, type Trial, vouched } from './trial.ts';

export function setsDamageAside({ form, open, reopened, damaged }: Trial): void {
  describe(`${form}: damage`, () => {
    test('R08: a block that lost a bit is never given back, and the rest is', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', append('one', 'two', 'three'));
      const again = await damaged('a', 1);
      expect(await again.read('a', { from: 0, maxBytes: 100, generation: 0 })).toMatchObject({
        type: 'Read',
        end: 1,
      });
      expect(await again.read('a', { from: 1, maxBytes: 100, generation: 0 })).toEqual({
        type: 'Damaged',
        after: 2,
      });
      expect(await again.read('a', { from: 2, maxBytes: 100, generation: 0 })).toMatchObject({
        type: 'Read',
        end: 3,
      });
      expect(await again.append('a', append('four'))).toMatchObject({ state: { tail: 4 } });
    });

    test('R08: it is put back by whoever has its bytes, and only by them', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', append('one', 'two', 'three'));
      const again = await damaged('a', 1);
      await again.read('a', { from: 1, maxBytes: 100, generation: 0 });
      expect(await again.refill('a', 1, bytes('twi'))).toMatchObject({ type: 'NotHere' });
      expect(await again.refill('a', 0, bytes('one'))).toMatchObject({ type: 'NotHere' });
      expect(await again.refill('a', 1, bytes('two'))).toEqual({ type: 'Refilled' });
      expect(await all(again, 'a')).toEqual(['one', 'two', 'three']);
      expect(await all(await reopened(), 'a')).toEqual(['one', 'two', 'three']);
    });

    test('R08: a damaged last block does not move the tail', async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, { bytes: 100 }));
      await store.append('a', append('one', 'two'));
      const again = await damaged('a', 1);
      expect(await again.append('a', append('three'))).toMatchObject({ state: { tail: 3 } });
      expect(await again.read('a', { from: 2, maxBytes: 100, generation: 0 })).toMatchObject({
        type: 'Read',
        end: 3,
      });
    });
  });
}
