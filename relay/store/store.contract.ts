/** What every store must do. Each store's test file calls `keepsTheStoreContract` with its own maker. */
import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import type { Append, NewStream, News, Store, StreamState, Swap, Voucher } from './store.ts';
import { keyBytes } from './store.ts';

/** One store under test, over a place of its own that is empty at first. */
export interface Tried {
  readonly store: Store;
  /** Closes the store and opens another over the same place. */
  reopen(): Promise<Store>;
  /** Changes one byte of a kept block behind the store's back, in a store that is opened after. */
  damage(id: string, block: number): Promise<Store>;
  /** Closes the store and clears the place away. */
  end(): Promise<void>;
}

/** The clock that a store under test is given; it moves when a test moves it. */
export interface Clock {
  now: number;
}

const began = Date.UTC(2027, 0, 4);
const day = 86_400_000;

export function keepsTheStoreContract(form: string, make: (clock: Clock) => Promise<Tried>) {
  let tried: Tried | undefined;
  const clock: Clock = { now: began };
  const open = async () => {
    clock.now = began;
    tried = await make(clock);
    return tried.store;
  };
  afterEach(async () => {
    await tried?.end();
    tried = undefined;
  });

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

  describe(`${form}: appending and reading`, () => {
    test('what was appended is read in order, after reopening too', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      expect(await store.append('a', append('one', 'two'))).toMatchObject({ state: { tail: 2 } });
      expect(await store.append('a', append('three'))).toMatchObject({ state: { tail: 3 } });
      expect(await all(store, 'a')).toEqual(['one', 'two', 'three']);
      expect(await all(await reopened(), 'a')).toEqual(['one', 'two', 'three']);
      expect(await (await reopened()).append('a', append('four'))).toMatchObject({
        state: { tail: 4 },
      });
    });

    test('appends that arrive together are each whole and in one order', async () => {
      const store = await open();
      for (const id of ['a', 'b']) await store.create(main(id), nobody);
      const answers = await Promise.all(
        Array.from({ length: 60 }, (_, at) =>
          store.append(at % 2 ? 'a' : 'b', append(`${at} first`, `${at} second`)),
        ),
      );
      expect(answers.every(({ type }) => type === 'Appended')).toBe(true);
      for (const id of ['a', 'b']) {
        const blocks = await all(store, id);
        expect(blocks).toHaveLength(60);
        for (let at = 0; at < 60; at += 2) {
          expect(blocks[at + 1]).toBe(blocks[at]?.replace('first', 'second'));
        }
      }
      const tails = answers.flatMap((answer) => ('state' in answer ? [answer.state.tail] : []));
      expect(new Set(tails).size).toBe(30);
    });

    test('reading begins where it is told and stops at the size it is told', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', append('12345', '12345', '12345', '1234567890'));
      const part = await store.read('a', { from: 1, maxBytes: 11, generation: 0 });
      expect(part).toMatchObject({ type: 'Read', end: 3, state: { tail: 4 } });
      const one = await store.read('a', { from: 3, maxBytes: 1, generation: 0 });
      expect(one).toMatchObject({ type: 'Read', end: 4 });
      const none = await store.read('a', { from: 4, maxBytes: 100, generation: 0 });
      expect(none).toMatchObject({ type: 'Read', end: 4, blocks: [] });
      const until = await store.read('a', { from: 0, until: 2, maxBytes: 100, generation: 0 });
      expect(until).toMatchObject({ type: 'Read', end: 2 });
    });

    test('what is asked for beyond the tail or from nowhere is refused', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      const beyond = await store.read('a', { from: 1, maxBytes: 100, generation: 0 });
      expect(beyond).toMatchObject({ type: 'NotHere', state: { tail: 0 } });
      const nowhere = await store.read('b', { from: 0, maxBytes: 100, generation: 0 });
      expect(nowhere).toEqual({ type: 'NoStream' });
      expect(await store.append('b', append('x'))).toEqual({ type: 'NoStream' });
    });

    test('any bytes come back as they went in', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      const blocks = fc.array(fc.uint8Array({ minLength: 1, maxLength: 9000 }), {
        minLength: 1,
        maxLength: 5,
      });
      let tail = 0;
      await fc.assert(
        fc.asyncProperty(blocks, async (written) => {
          const appended = await store.append('a', { blocks: written, generation: 0 });
          expect(appended).toMatchObject({
            type: 'Appended',
            state: { tail: tail + written.length },
          });
          const read = await store.read('a', { from: tail, maxBytes: 1e9, generation: 0 });
          if (read.type !== 'Read') throw new Error(read.type);
          expect(read.blocks.map((block) => Buffer.from(block).toString('hex'))).toEqual(
            written.map((block) => Buffer.from(block).toString('hex')),
          );
          tail = read.end;
        }),
        { numRuns: 30 },
      );
    });

    test('a stream that is closed takes no more, and says so after reopening', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      const closed = await store.append('a', { ...append('last'), close: true });
      expect(closed).toMatchObject({ type: 'Appended', state: { tail: 1, closed: true } });
      expect(await store.append('a', append('more'))).toMatchObject({ type: 'StreamClosed' });
      const again = await reopened();
      expect(await again.append('a', append('more'))).toMatchObject({
        type: 'StreamClosed',
        state: { tail: 1 },
      });
    });

    test('a stream can be closed without a last word, or made closed', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      expect(await store.append('a', { blocks: [], generation: 0, close: true })).toMatchObject({
        state: { tail: 0, closed: true },
      });
      await store.create({ ...main('b'), closed: true, blocks: [bytes('all')] }, nobody);
      expect(await found(store, 'b')).toMatchObject({ closed: true, tail: 1 });
    });

    test('a sequence only grows', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', { ...append('x'), sequence: '09' });
      for (const sequence of ['09', '08', '0']) {
        expect(await store.append('a', { ...append('y'), sequence })).toEqual({
          type: 'SequenceBehind',
        });
      }
      await store.append('a', append('no sequence'));
      const again = await reopened();
      expect(await again.append('a', { ...append('y'), sequence: '09' })).toEqual({
        type: 'SequenceBehind',
      });
      expect(await again.append('a', { ...append('y'), sequence: '1' })).toMatchObject({
        state: { sequence: '1', tail: 3 },
      });
    });

    test('a quota that is spent refuses and leaves the stream as it was', async () => {
      const store = await open();
      await store.create(main('a'), await vouched(store, { bytes: 10 }));
      await store.append('a', append('12345'));
      expect(await store.append('a', append('123', '456'))).toEqual({ type: 'QuotaSpent' });
      expect(await all(store, 'a')).toEqual(['12345']);
      expect(await store.append('a', append('12345'))).toMatchObject({ type: 'Appended' });
    });
  });

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

  describe(`${form}: news`, () => {
    test('whoever listens hears of appends after they can be read, in order', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.create(main('b'), nobody);
      const listener = await listening(store, 'a');
      await store.append('b', append('elsewhere'));
      for (let at = 1; at <= 5; at++) await store.append('a', append(`number ${at}`));
      await listener.until(async () => (await all(store, 'a')).length === 5);
      let told = 0;
      for (const { appended } of listener.heard) {
        if (!appended) continue;
        expect(appended.from).toBe(told);
        const blocks = await all(store, 'a', 0, appended.from);
        expect(blocks.slice(0, appended.blocks.length)).toEqual(
          appended.blocks.map((block) => Buffer.from(block).toString()),
        );
        told += appended.blocks.length;
      }
      listener.stop();
    });

    test('and of swaps, and of the end', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      const listener = await listening(store, 'a');
      await store.append('a', { ...append('turn'), swap: swap({}) });
      await listener.until(async () => (await found(store, 'a')).generation === 1);
      const heardSoFar = listener.heard.length;
      await store.manage('a', { op: 'delete', counter: 2 }, 1);
      await listener.until(async () => listener.heard.length > heardSoFar);
      expect(await store.find('a')).toEqual({ type: 'NoStream' });
      listener.stop();
    });

    test('and nothing any more once they stopped', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      const listener = await listening(store, 'a');
      const other = await listening(store, 'a');
      listener.stop();
      await store.append('a', append('one'));
      await other.until(async () => other.heard.length > 0);
      expect(listener.heard).toEqual([]);
      other.stop();
    });
  });

  describe(`${form}: damage`, () => {
    test('R08: a block that lost a bit is never given back, and the rest is', async () => {
      const store = await open();
      await store.create(main('a'), nobody);
      await store.append('a', append('one', 'two', 'three'));
      const again = (await tried?.damage('a', 1)) as Store;
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
      const again = (await tried?.damage('a', 1)) as Store;
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
      const again = (await tried?.damage('a', 1)) as Store;
      expect(await again.append('a', append('three'))).toMatchObject({ state: { tail: 3 } });
      expect(await again.read('a', { from: 2, maxBytes: 100, generation: 0 })).toMatchObject({
        type: 'Read',
        end: 3,
      });
    });
  });

  async function reopened(): Promise<Store> {
    if (!tried) throw new Error('no store is open');
    return tried.reopen();
  }
}

const nobody = { by: 'nobody' } as const;

const bytes = (text: string) => new Uint8Array(Buffer.from(text));

/** Thirty-two bytes that tell themselves apart by one number. */
const key = (number: number) => new Uint8Array(keyBytes).fill(number);

const access = (number: number) => ({
  read: key(number),
  append: key(number + 100),
  manage: key(number + 200),
});

const main = (id: string): NewStream => ({
  id,
  contentType: 'application/json',
  blocks: [],
  closed: false,
  expiresAt: null,
  ttl: null,
  access: access(1),
});

const parent = (id: string, generation = 0) => ({ by: 'parent', id, generation }) as const;

const append = (...blocks: string[]): Append => ({ blocks: blocks.map(bytes), generation: 0 });

const swap = (given: Partial<Swap>): Swap => ({
  op: 'swap',
  counter: 1,
  tail: 0,
  read: key(21),
  append: key(22),
  manage: null,
  ...given,
});

async function vouched(store: Store, given: { streams?: number; bytes?: number }) {
  const voucher: Voucher = {
    hash: key(7),
    streams: given.streams ?? 5,
    quota: { bytes: given.bytes ?? 10_000, children: 3 },
  };
  expect(await store.addVoucher(voucher)).toBeUndefined();
  return { by: 'voucher', hash: voucher.hash } as const;
}

async function found(store: Store, id: string): Promise<StreamState> {
  const state = await store.find(id);
  if ('type' in state) throw new Error(`${id} is not found: ${state.type}`);
  return state;
}

/** All blocks of a stream from a place on, as text. */
async function all(store: Store, id: string, generation = 0, from = 0): Promise<string[]> {
  const read = await store.read(id, { from, maxBytes: 1e9, generation });
  if (read.type !== 'Read') throw new Error(`${id} cannot be read: ${read.type}`);
  return read.blocks.map((block) => Buffer.from(block).toString());
}

/** Sweeps until nothing waits. */
async function swept(store: Store): Promise<void> {
  for (let round = 0; round < 1000; round++) {
    const more = await store.sweep();
    if (more === false) return;
    expect(more).toBe(true);
  }
  throw new Error('sweeping does not end');
}

/** Listens to a stream; `until` waits for news after which something holds. */
async function listening(store: Store, id: string) {
  const heard: News[] = [];
  let wake: () => void = () => {};
  const stop = await store.listen(id, (news) => {
    heard.push(news);
    wake();
  });
  return {
    heard,
    stop,
    async until(holds: () => Promise<boolean>): Promise<void> {
      for (let seen = 0; ; ) {
        if (heard.length > 0 && (await holds())) return;
        if (heard.length === seen) {
          await new Promise<void>((resolve) => {
            wake = resolve;
            if (heard.length > seen) resolve();
          });
        }
        seen = heard.length;
      }
    },
  };
}
