/** Expiry, by a clock that is told. */
import { describe, expect, test } from 'vitest';
import {
  all,
  append,
  began,
  day,
  found,
  main,
  nobody,
  parent,
  swept,
  type Trial,
  vouched,
} from './trial.ts';

export function keepsTime({ form, clock, open, reopened }: Trial): void {
  describe(`${form}: time`, () => {
    test('a stream past its expiry is as if it had never been', async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, { bytes: 10 }));
      await store.create({ ...main('c'), expiresAt: began + day }, parent('a'));
      await store.append('c', append('1234567890'));
      clock.now = began + day - 1;
      expect(await found(store, 'c')).toMatchObject({ tail: 1 });
      clock.now = began + day;
      expect(await store.find('c')).toEqual({ type: 'NoStream' });
      expect(await store.append('c', append('x'))).toEqual({ type: 'NoStream' });
      const read = await store.read('c', { from: 0, maxBytes: 10, generation: 0 });
      expect(read).toEqual({ type: 'NoStream' });
      await swept(store);
      expect(await store.usage('a')).toEqual({ bytes: 0, children: 0 });
      expect(await store.create(main('c'), parent('a'))).toMatchObject({
        type: 'Created',
        state: { tail: 0 },
      });
    });

    test('an expired name can be taken before anything was swept', async () => {
      const store = await open();
      await store.create({ ...main('a'), expiresAt: began + day }, nobody);
      await store.append('a', append('old'));
      clock.now = began + 2 * day;
      expect(await store.create(main('a'), nobody)).toMatchObject({ type: 'Created' });
      expect(await all(store, 'a')).toEqual([]);
    });

    test('expire sets it, and can put it off', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.manage('a', { op: 'expire', counter: 1, at: began + day }, 0);
      await store.manage('a', { op: 'expire', counter: 2, at: began + 3 * day }, 0);
      clock.now = began + 2 * day;
      expect(await found(store, 'a')).toMatchObject({ expiresAt: began + 3 * day });
      clock.now = began + 3 * day;
      expect(await (await reopened()).find('a')).toEqual({ type: 'NoStream' });
    });

    test('touch puts off the expiry of a stream that has a ttl, and of no other', async () => {
      const store = await open();
      await store.create({ ...main('a'), ttl: 10, expiresAt: began + 10_000 }, nobody);
      await store.create({ ...main('b'), expiresAt: began + 10_000 }, nobody);
      clock.now = began + 9_000;
      await store.touch('a');
      await store.touch('b');
      await store.touch('nothing');
      clock.now = began + 18_000;
      expect(await found(store, 'a')).toMatchObject({ ttl: 10, expiresAt: began + 19_000 });
      expect(await store.find('b')).toEqual({ type: 'NoStream' });
    });
  });
}
