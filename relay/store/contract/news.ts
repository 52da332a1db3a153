/** News for those who listen. */
import { describe, expect, test } from 'vitest';
import { all, append, found, listening, main, nobody, swap, type Trial } from './trial.ts';

export function tellsNews({ form, open }: Trial): void {
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
}
