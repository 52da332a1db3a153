/** What every form of storage must do. Each form's test file calls `keepsTheContract` with its own maker. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Storage, Write } from './storage.ts';

const bytes = (...values: number[]) => Uint8Array.from(values);

/** `make` opens an empty storage; `reopen` closes it and opens what it left. */
export function keepsTheContract(
  form: string,
  make: () => Promise<Storage>,
  reopen: (storage: Storage) => Promise<Storage>,
) {
  test(`${form} gives back what was written, after reopening too`, async () => {
    const storage = await make();
    expect(await storage.write([{ put: 'a/1', bytes: bytes(1, 2) }])).toBeUndefined();
    expect(await storage.get('a/1')).toEqual(bytes(1, 2));
    const again = await reopen(storage);
    expect(await again.get('a/1')).toEqual(bytes(1, 2));
    expect(await again.get('a/2')).toBeUndefined();
    await again.close();
  });

  test(`${form} lists keys under a prefix in order, and only those`, async () => {
    const storage = await make();
    await storage.write(
      ['b/2', 'a/10', 'a/1', 'a', 'ab/1', 'a/2'].map((put) => ({ put, bytes: bytes(1) })),
    );
    expect(await storage.keys('a/')).toEqual(['a/1', 'a/10', 'a/2']);
    expect((await storage.getAll('b/')).map(([key]) => key)).toEqual(['b/2']);
    expect(await storage.keys('')).toHaveLength(6);
    await storage.close();
  });

  test(`${form} refuses a batch whose key is taken, and writes none of it`, async () => {
    const storage = await make();
    await storage.write([{ put: 'log/1', bytes: bytes(1) }]);
    const refusal = await storage.write([
      { put: 'head', bytes: bytes(9) },
      { add: 'log/1', bytes: bytes(2) },
    ]);
    expect(refusal).toEqual({ type: 'Taken', key: 'log/1' });
    expect(await storage.get('head')).toBeUndefined();
    expect(await storage.get('log/1')).toEqual(bytes(1));
    await storage.close();
  });

  test(`${form} counts a batch that was written before as written`, async () => {
    const storage = await make();
    const batch: Write[] = [
      { add: 'log/1', bytes: bytes(1, 2, 3) },
      { put: 'head', bytes: bytes(4) },
    ];
    expect(await storage.write(batch)).toBeUndefined();
    expect(await storage.write(batch)).toBeUndefined();
    expect(await storage.get('log/1')).toEqual(bytes(1, 2, 3));
    await storage.close();
  });

  test(`${form} erases under a prefix and keeps the rest`, async () => {
    const storage = await make();
    await storage.write([
      { put: 'a/1', bytes: bytes(1) },
      { put: 'b/1', bytes: bytes(2) },
    ]);
    expect(await storage.erase('a/')).toBeUndefined();
    expect(await storage.keys('')).toEqual(['b/1']);
    const again = await reopen(storage);
    expect(await again.keys('')).toEqual(['b/1']);
    expect(await again.erase('')).toBeUndefined();
    expect(await again.keys('')).toEqual([]);
    await again.close();
  });

  test(`${form} holds what a plain map would hold after any batches`, async () => {
    const key = fc.constantFrom('a/1', 'a/2', 'b/1', 'c');
    const write: fc.Arbitrary<Write> = fc.oneof(
      fc.record({ put: key, bytes: fc.uint8Array({ maxLength: 40 }) }),
      fc.record({ remove: key }),
      fc.record({ removeAll: fc.constantFrom('a/', 'b/', '') }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(write, { maxLength: 5 }), { maxLength: 6 }),
        async (batches) => {
          let storage = await make();
          const model = new Map<string, Uint8Array>();
          for (const batch of batches) {
            expect(await storage.write(batch)).toBeUndefined();
            for (const one of batch) {
              if ('put' in one) model.set(one.put, one.bytes);
              else if ('remove' in one) model.delete(one.remove);
              else if ('removeAll' in one)
                for (const k of [...model.keys()]) if (k.startsWith(one.removeAll)) model.delete(k);
            }
          }
          storage = await reopen(storage);
          const found = (await storage.getAll('')).map(([k, v]) => [k, [...v]]);
          await storage.close();
          expect(found).toEqual([...model.entries()].sort(byKey).map(([k, v]) => [k, [...v]]));
        },
      ),
      { numRuns: 40 },
    );
  });
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);
