/** Appending and reading, closing, sequences and quotas. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { all, append, bytes, found, main, nobody, type Trial, vouched } from './trial.ts';

export function appendsAndReads({ form, open, reopened }: Trial): void {
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
}
