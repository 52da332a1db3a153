/** What the holder of the manage key may do. */
import { describe, expect, test } from 'vitest';
import {
  access,
  all,
  append,
  began,
  day,
  found,
  main,
  nobody,
  swap,
  swept,
  type Trial,
  vouched,
} from './trial.ts';

export function managesStreams({ form, open, reopened }: Trial): void {
  describe(`${form}: managing`, () => {
    test('an old counter is refused, whatever is asked', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.manage('a', { op: 'expire', counter: 5, at: began + day }, 0);
      const ops = [
        { op: 'expire', at: began + 2 * day },
        { op: 'trim', before: 0 },
        { op: 'delete' },
        swap({}),
      ] as const;
      for (const op of ops) {
        for (const counter of [5, 4, 0]) {
          expect(await store.manage('a', { ...op, counter }, 0)).toMatchObject({ type: 'Moved' });
        }
      }
      expect(await found(await reopened(), 'a')).toMatchObject({
        counter: 5,
        expiresAt: began + day,
      });
    });

    test('trimmed blocks are gone, places stay, and their bytes are free again', async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, { bytes: 12 }));
      await store.append('a', append('123', '456', '789'));
      expect(await store.manage('a', { op: 'trim', counter: 1, before: 4 }, 0)).toMatchObject({
        type: 'Moved',
      });
      const trimmed = await store.manage('a', { op: 'trim', counter: 1, before: 2 }, 0);
      expect(trimmed).toMatchObject({ type: 'Managed', state: { start: 2, tail: 3 } });
      await swept(store);
      expect(await store.read('a', { from: 1, maxBytes: 100, generation: 0 })).toMatchObject({
        type: 'NotHere',
        state: { start: 2 },
      });
      expect(await store.usage('a')).toMatchObject({ bytes: 3 });
      expect(await store.append('a', append('123456789'))).toMatchObject({ state: { tail: 4 } });
      const again = await reopened();
      expect(await found(again, 'a')).toMatchObject({ start: 2, tail: 4 });
      expect(await all(again, 'a', 0, 2)).toEqual(['789', '123456789']);
      await again.manage('a', { op: 'trim', counter: 2, before: 4 }, 0);
      await swept(again);
      expect(await found(await reopened(), 'a')).toMatchObject({ start: 4, tail: 4 });
      expect(await (await reopened()).append('a', append('x'))).toMatchObject({
        state: { tail: 5 },
      });
    });

    test('a former verifier that could read no further than trimming went is forgotten', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', { ...append('turn'), swap: swap({}) });
      await store.append('a', { ...append('more'), generation: 1 });
      await store.manage('a', { op: 'trim', counter: 2, before: 2 }, 1);
      expect(await store.formerReader('a', access(1).read)).toBeUndefined();
    });

    test('a deleted stream is gone, and one of the same name begins anew', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', { ...append('one'), swap: swap({}) });
      const done = await store.manage('a', { op: 'delete', counter: 2 }, 1);
      expect(done).toEqual({ type: 'Managed', state: null });
      expect(await store.find('a')).toEqual({ type: 'NoStream' });
      expect(await store.formerReader('a', access(1).read)).toBeUndefined();
      await store.create(main('a'), nobody);
      await swept(store);
      expect(await all(store, 'a')).toEqual([]);
      await store.append('a', append('new'));
      expect(await all(await reopened(), 'a')).toEqual(['new']);
    });

    test('remove takes a stream and its children away', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      expect(await store.remove('a')).toEqual({ type: 'Removed' });
      expect(await store.remove('a')).toEqual({ type: 'NoStream' });
      expect(await (await reopened()).find('a')).toEqual({ type: 'NoStream' });
    });
  });
}
