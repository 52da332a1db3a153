/** Making streams, and what vouchers are worth. */
import { describe, expect, test } from 'vitest';
import {
  access,
  all,
  append,
  bytes,
  found,
  key,
  main,
  nobody,
  type Trial,
  vouched,
} from './trial.ts';

export function makesStreams({ form, open, reopened }: Trial): void {
  describe(`${form}: making streams`, () => {
    test('a stream that was made is found as it was made, after reopening too', async () => {
      const store = await open();
      const voucher = await vouched(store, { streams: 1 });
      const made = await store.create(main('a'), voucher);
      expect(made).toMatchObject({ type: 'Created', state: { id: 'a', tail: 0, generation: 0 } });
      const expected = {
        id: 'a',
        contentType: 'application/json',
        start: 0,
        tail: 0,
        closed: false,
        expiresAt: null,
        ttl: null,
        sequence: null,
        access: access(1),
        generation: 0,
        counter: 0,
        parent: null,
        quota: { bytes: 10_000, children: 3 },
      };
      expect(await found(store, 'a')).toEqual(expected);
      expect(await found(await reopened(), 'a')).toEqual(expected);
    });

    test('blocks that it begins with can be read', async () => {
      const store = await open();
      await store.create({ ...main('a'), blocks: [bytes('one'), bytes('two')] }, nobody);
      expect(await all(store, 'a')).toEqual(['one', 'two']);
    });

    test('one that exists is answered as it stands and spends nothing', async () => {
      const store = await open();
      const voucher = await vouched(store, { streams: 2 });
      await store.create(main('a'), voucher);
      await store.append('a', append('one'));
      const again = await store.create({ ...main('a'), access: access(9) }, voucher);
      expect(again).toMatchObject({ type: 'Exists', state: { tail: 1, access: access(1) } });
      expect(await store.voucher(voucher.hash)).toMatchObject({ left: 1 });
    });

    test('a voucher makes as many streams as it says, also when asked all at once', async () => {
      const store = await open();
      const voucher = await vouched(store, { streams: 3 });
      const made = await Promise.all(
        ['a', 'b', 'c', 'd', 'e'].map((id) => store.create(main(id), voucher)),
      );
      expect(made.filter(({ type }) => type === 'Created')).toHaveLength(3);
      expect(made.filter(({ type }) => type === 'QuotaSpent')).toHaveLength(2);
      expect(await store.voucher(voucher.hash)).toMatchObject({ left: 0 });
    });

    test('an unknown voucher makes none, and a dropped one is unknown', async () => {
      const store = await open();
      expect(await store.hasVouchers()).toBe(false);
      const unknown = { by: 'voucher', hash: key(8) } as const;
      expect(await store.create(main('a'), unknown)).toEqual({ type: 'NoVoucher' });
      const voucher = await vouched(store, {});
      expect(await store.hasVouchers()).toBe(true);
      await store.dropVouchers();
      expect(await store.create(main('a'), voucher)).toEqual({ type: 'NoVoucher' });
      expect(await store.find('a')).toEqual({ type: 'NoStream' });
    });

    test('a voucher that is kept again keeps what was spent of it', async () => {
      const store = await open();
      const voucher = await vouched(store, { streams: 2 });
      await store.create(main('a'), voucher);
      await vouched(store, { streams: 2 });
      expect(await (await reopened()).voucher(voucher.hash)).toMatchObject({ left: 1 });
    });

    test('names are compared as they are', async () => {
      const store = await open();
      const names = ['a', 'A', 'a ', 'a/b', "a'; DROP TABLE streams;--", 'é', 'e\u0301', '%', '_'];
      for (const id of names) {
        await store.create({ ...main(id), blocks: [bytes(`of ${id}`)] }, nobody);
      }
      for (const id of names) expect(await all(store, id)).toEqual([`of ${id}`]);
    });
  });
}
