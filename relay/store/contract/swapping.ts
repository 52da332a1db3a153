/** Swapping tokens with an append or alone. */
import { describe, expect, test } from 'vitest';
import { access, all, append, found, key, main, nobody, swap, type Trial } from './trial.ts';

export function swapsTokens({ form, open, reopened }: Trial): void {
  describe(`${form}: swapping tokens`, () => {
    test('an append and its swap are done together', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', append('one'));
      const turned = await store.append('a', { ...append('turn'), swap: swap({ tail: 1 }) });
      expect(turned).toMatchObject({
        type: 'Appended',
        state: {
          tail: 2,
          generation: 1,
          counter: 1,
          access: { read: key(21), append: key(22), manage: access(1).manage },
        },
      });
      expect(await found(await reopened(), 'a')).toEqual(
        turned.type === 'Appended' ? turned.state : 'nothing',
      );
    });

    test('neither is done where the tail or the counter moved', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', append('one'));
      const late = await store.append('a', { ...append('turn'), swap: swap({ tail: 0 }) });
      expect(late).toMatchObject({ type: 'Moved', state: { tail: 1, counter: 0, generation: 0 } });
      await store.append('a', { ...append('turn'), swap: swap({ tail: 1, counter: 4 }) });
      const old = { ...append('turn'), generation: 1, swap: swap({ tail: 2, counter: 4 }) };
      expect(await store.append('a', old)).toMatchObject({ type: 'Moved', state: { counter: 4 } });
      expect(await all(store, 'a', 1)).toEqual(['one', 'turn']);
    });

    test('of those that race only the first is done', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      const answers = await Promise.all(
        [1, 2, 3, 4].map((counter) =>
          store.append('a', { ...append(`turn ${counter}`), swap: swap({ tail: 0, counter }) }),
        ),
      );
      expect(answers.filter(({ type }) => type === 'Appended')).toHaveLength(1);
      expect(await all(store, 'a', 1)).toHaveLength(1);
    });

    test('what was decided before it is refused after it', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', { ...append('turn'), swap: swap({}) });
      expect(await store.append('a', append('late'))).toEqual({ type: 'TokensChanged' });
      const read = await store.read('a', { from: 0, maxBytes: 100, generation: 0 });
      expect(read).toEqual({ type: 'TokensChanged' });
      expect(await store.manage('a', { op: 'delete', counter: 9 }, 0)).toEqual({
        type: 'TokensChanged',
      });
    });

    test('the old read verifier is known with how far it reads', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', append('one'));
      await store.append('a', { ...append('turn'), swap: swap({ tail: 1 }) });
      const next = swap({ tail: 2, counter: 2, read: key(31), append: key(32) });
      await store.append('a', { ...append('turn again'), generation: 1, swap: next });
      const again = await reopened();
      expect(await again.formerReader('a', access(1).read)).toBe(2);
      expect(await again.formerReader('a', key(21))).toBe(3);
      expect(await again.formerReader('a', key(31))).toBeUndefined();
      expect(await again.formerReader('a', access(1).append)).toBeUndefined();
      expect(await again.formerReader('b', access(1).read)).toBeUndefined();
    });

    test('a swap alone, with a new manage key', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', append('one'));
      expect(await store.manage('a', swap({ tail: 0 }), 0)).toMatchObject({ type: 'Moved' });
      const done = await store.manage('a', swap({ tail: 1, manage: key(23) }), 0);
      expect(done).toMatchObject({
        type: 'Managed',
        state: { tail: 1, generation: 1, access: { manage: key(23) } },
      });
      expect(await store.formerReader('a', access(1).read)).toBe(1);
    });
  });
}
