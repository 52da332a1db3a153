/** Children of a main stream, and what they count against. */
import { describe, expect, test } from 'vitest';
import {
  access,
  append,
  began,
  day,
  main,
  parent,
  swap,
  swept,
  type Trial,
  vouched,
} from './trial.ts';

export function keepsChildren({ form, open, reopened }: Trial): void {
  describe(`${form}: children`, () => {
    test('a child has its own access and belongs to its parent', async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, {}));
      const child = await store.create({ ...main('c'), access: access(5) }, parent('a'));
      expect(child).toMatchObject({
        type: 'Created',
        state: { parent: 'a', access: access(5), quota: null },
      });
    });

    test('there are as many at a time as the quota says', async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, {}));
      for (const id of ['c', 'd', 'e']) {
        expect(await store.create(main(id), parent('a'))).toMatchObject({ type: 'Created' });
      }
      expect(await store.create(main('f'), parent('a'))).toEqual({ type: 'QuotaSpent' });
      expect(await store.create(main('c'), parent('a'))).toMatchObject({ type: 'Exists' });
      await store.manage('d', { op: 'delete', counter: 1 }, 0);
      expect(await store.create(main('f'), parent('a'))).toMatchObject({ type: 'Created' });
    });

    test('a child has no children, nor has a stream that is not there', async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, {}));
      await store.create(main('c'), parent('a'));
      expect(await store.create(main('d'), parent('c'))).toEqual({ type: 'NoStream' });
      expect(await store.create(main('d'), parent('z'))).toEqual({ type: 'NoStream' });
    });

    test('none is made on the word of a token that was swapped meanwhile', async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, {}));
      await store.manage('a', swap({}), 0);
      expect(await store.create(main('c'), parent('a', 0))).toEqual({ type: 'TokensChanged' });
      expect(await store.create(main('c'), parent('a', 1))).toMatchObject({ type: 'Created' });
    });

    test("bytes of children count against the parent's quota", async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, { bytes: 100 }));
      await store.create(main('c'), parent('a'));
      expect(await store.append('c', append('x'.repeat(60)))).toMatchObject({ type: 'Appended' });
      expect(await store.append('a', append('x'.repeat(60)))).toEqual({ type: 'QuotaSpent' });
      expect(await store.append('a', append('x'.repeat(40)))).toMatchObject({ type: 'Appended' });
      expect(await store.append('c', append('x'))).toEqual({ type: 'QuotaSpent' });
      expect(await store.usage('a')).toEqual({ bytes: 100, children: 1 });
    });

    test('they go with their parent', async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, {}));
      await store.create({ ...main('c'), expiresAt: began + day }, parent('a'));
      await store.create(main('d'), parent('a'));
      await store.manage('a', { op: 'delete', counter: 1 }, 0);
      await swept(store);
      for (const id of ['a', 'c', 'd']) expect(await store.find(id)).toEqual({ type: 'NoStream' });
      expect(await (await reopened()).find('d')).toEqual({ type: 'NoStream' });
    });
  });
}
