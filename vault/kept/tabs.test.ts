import fc from 'fast-check';
import { expect, test } from 'vitest';
import { placeKeys } from '../local/rest/place.ts';
import type { Storage } from '../local/storage.ts';
import { keepWorkspace, listKept, vaultHere } from './here.ts';
import {
  createTestContext,
  dyingStorage,
  holding,
  OTHER_SIX,
  openCopy,
  opened,
  rootOf,
  SIX,
  timesRead,
  watchedVault,
} from './testing.ts';
import type { KeptWorkspace } from './types.ts';

const context = createTestContext(7);
const first = opened(await keepWorkspace({ ...context, words: SIX }));
const { place } = first;
const root = rootOf(context, place);

/** Waits until something holds, or fails the test by its time limit. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}

test('a second tab opens without words, sees what the first writes, and the other way round', async () => {
  expect(await listKept(context)).toEqual([{ place, open: true }]);
  const second = opened(await vaultHere(context).join(place));
  const [a, b] = [first.newId(), second.newId()];
  first.commit([{ table: 'x', record: a, field: 'by', value: 'first' }], 'everyone');
  second.commit([{ table: 'x', record: b, field: 'by', value: 'second' }], second.coreTeam);
  await Promise.all([first.settled(), second.settled()]);
  await until(
    () => first.tables.get('x', b) !== undefined && second.tables.get('x', a) !== undefined,
  );
  expect(first.tables.get('x', b)).toEqual({ id: b, by: 'second' });
  await second.text('x', b, 'body', second.coreTeam).text.insert(0, 'typed');
  await second.settled();
  await until(() => first.text('x', b, 'body', first.coreTeam).toString() === 'typed');
});

test('R16: whatever tabs write at once, each write is there once, in every tab and on disk', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.nat(2), { minLength: 4, maxLength: 30 }), async (turns) => {
      const storage = context.storage.copy();
      const { tabs: itsTabs } = createTestContext();
      const here = { ...context, storage, tabs: itsTabs, roots: holding(place, root) };
      const watched = Array.from({ length: 3 }, () => watchedVault(here));
      const tabs: KeptWorkspace[] = [];
      for (const { vault } of watched) tabs.push(opened(await vault.join(place)));
      const record = first.newId();
      for (const [n, turn] of turns.entries()) {
        tabs[turn]?.commit([{ table: 'r', record, field: `f${n}`, value: n }], 'everyone');
        if (n % 5 === 0) await tabs[turn]?.settled();
      }
      await Promise.all(tabs.map((tab) => tab.settled()));
      const whole = Object.fromEntries(turns.map((_, n) => [`f${n}`, n]));
      const late = watchedVault(here);
      const fresh = opened(await late.vault.join(place));
      expect(fresh.damaged).toEqual([]);
      expect(fresh.tables.get('r', record)).toEqual({ id: record, ...whole });
      await until(() =>
        tabs.every(
          (tab) => Object.keys(tab.tables.get('r', record) ?? {}).length === turns.length + 1,
        ),
      );
      const once = Object.fromEntries(turns.map((_, n) => [`f${n}`, 1]));
      for (const { sent } of [...watched, late]) expect(timesRead(sent, record)).toEqual(once);
    }),
    { numRuns: 10 },
  );
});

test('R17: a tab that stops at any write leaves each batch whole or absent, and the next goes on', async () => {
  for (let allowed = 0; allowed < 12; allowed++) {
    const storage = context.storage.copy();
    const { dying, died } = dyingStorage(storage, allowed);
    const tab = opened(await openCopy(context, dying, place, root));
    const record = first.newId();
    const saved: number[] = [];
    for (let n = 0; n < 6; n++) {
      const change = (field: string) => ({ table: 'k', record, field, value: n });
      tab.commit([change(`a${n}`), change(`b${n}`)], 'everyone');
      const ended = await Promise.race([tab.settled(), died]);
      if (ended === 'died') break;
      saved.push(n);
    }
    const next = opened(await openCopy(context, storage, place, root));
    const there = next.tables.get('k', record) ?? {};
    for (let n = 0; n < 6; n++) expect(`a${n}` in there).toBe(`b${n}` in there);
    for (const n of saved) expect(there).toHaveProperty(`a${n}`, n);
    next.commit([{ table: 'k', record, field: 'after', value: true }], 'everyone');
    expect(await next.settled()).toEqual({ type: 'SavedHere' });
    expect(next.damaged).toEqual([]);
  }
});

test('a snapshot is taken before the tail grows long, and a cold open reads only what follows', async () => {
  const storage = context.storage.copy();
  const tab = opened(await openCopy(context, storage, place, root));
  const record = tab.newId();
  for (let n = 0; n < 450; n++) {
    tab.commit([{ table: 's', record, field: 'n', value: n }], 'everyone');
    await tab.settled();
  }
  const { log } = placeKeys(place);
  expect((await storage.keys(log)).length).toBeLessThanOrEqual(401);
  const fresh = opened(await openCopy(context, storage, place, root));
  expect(fresh.tables.get('s', record)).toEqual({ id: record, n: 449 });
  expect(fresh.damaged).toEqual([]);
});

test('a full storage says so, keeps what was typed in view, and saves it when there is room', async () => {
  const storage = context.storage.copy();
  let full = false;
  const narrow = {
    ...storage,
    write: (batch: Parameters<typeof storage.write>[0]) =>
      full ? Promise.resolve({ type: 'StorageFull' } as const) : storage.write(batch),
  };
  const tab = opened(await openCopy(context, narrow, place, root));
  const record = tab.newId();
  full = true;
  tab.commit([{ table: 'q', record, field: 'n', value: 1 }], 'everyone');
  expect(await tab.settled()).toEqual({ type: 'ReadOnly', because: 'storage-full' });
  expect(tab.tables.get('q', record)).toEqual({ id: record, n: 1 });
  full = false;
  tab.commit([{ table: 'q', record, field: 'm', value: 2 }], 'everyone');
  expect(await tab.settled()).toEqual({ type: 'SavedHere' });
  const fresh = opened(await openCopy(context, storage, place, root));
  expect(fresh.tables.get('q', record)).toEqual({ id: record, n: 1, m: 2 });
});

test('locking one tab locks all, and saves what the others were typing', async () => {
  const second = opened(await vaultHere(context).join(place));
  const closed = new Promise((resolve) => first.onLocked(resolve));
  const id = first.newId();
  first.commit([{ table: 'l', record: id, field: 'made', value: 1 }], 'everyone');
  first.text('l', id, 'body', 'everyone').text.insert(0, 'in the first tab');
  await second.lock();
  expect(await closed).toBe('elsewhere');
  while (await context.tabs.isOpen(place)) await new Promise((resolve) => setImmediate(resolve));
  expect(await vaultHere(context).join(place)).toEqual({ type: 'NoOtherTab' });
  const fresh = opened(await openCopy(context, context.storage, place, root));
  expect(fresh.text('l', id, 'body', 'everyone').toString()).toBe('in the first tab');
});

test('erasing takes the wraps before the data, and leaves nothing', async () => {
  const storage = context.storage.copy();
  const order: string[] = [];
  const watched = {
    ...storage,
    erase: (prefix: string) => {
      order.push(prefix);
      return storage.erase(prefix);
    },
  };
  const tab = opened(await openCopy(context, watched, place, root));
  const because = new Promise((resolve) => tab.onLocked(resolve));
  expect(await tab.erase()).toBeUndefined();
  expect(await because).toBe('erased');
  expect(order).toEqual([`${place}/keys/`, `${place}/`]);
  expect(await storage.keys('')).toEqual([]);
});

/** A storage beside which something begins once the first batch is written. */
function afterFirstWrite(storage: Storage, begin: () => void): Storage {
  let begun = false;
  return {
    ...storage,
    async write(batch) {
      const refusal = await storage.write(batch);
      if (!begun) begin();
      begun = true;
      return refusal;
    },
  };
}

test('two tabs that keep at once each have their workspace, whole', async () => {
  const here = createTestContext(41);
  const other = {
    ...createTestContext(42),
    tabs: here.tabs,
    roots: here.roots,
    storage: here.storage,
  };
  const later = Promise.withResolvers<Awaited<ReturnType<typeof keepWorkspace>>>();
  const storage = afterFirstWrite(here.storage, () =>
    later.resolve(keepWorkspace({ ...other, words: OTHER_SIX })),
  );
  const one = opened(await keepWorkspace({ ...here, storage, words: SIX }));
  const two = opened(await later.promise);
  expect(await listKept(here)).toHaveLength(2);
  for (const kept of [one, two]) {
    const record = kept.newId();
    kept.commit([{ table: 'w', record, field: 'n', value: 1 }], 'everyone');
    expect(await kept.settled()).toEqual({ type: 'SavedHere' });
    const copy = here.storage.copy();
    const fresh = opened(await openCopy(here, copy, kept.place, rootOf(here, kept.place)));
    expect(fresh.tables.get('w', record)).toEqual({ id: record, n: 1 });
    expect(fresh.damaged).toEqual([]);
  }
});

test('a backup that is brought back beside a tab that keeps is not taken for what a dead tab left', async () => {
  const from = createTestContext(43);
  const source = opened(await keepWorkspace({ ...from, words: SIX }));
  const record = source.newId();
  source.commit([{ table: 'w', record, field: 'n', value: 1 }], 'everyone');
  await source.settled();
  const made = await source.createRecoveryKit('en', SIX);
  if ('type' in made) throw new Error(made.type);
  const kit = made.words.join(' ');
  const bytes = await source.backup({ kit: true }, SIX);
  if ('type' in bytes) throw new Error(bytes.type);

  const here = createTestContext(44);
  const other = { ...createTestContext(45), tabs: here.tabs, storage: here.storage };
  const later = Promise.withResolvers<Awaited<ReturnType<typeof keepWorkspace>>>();
  const storage = afterFirstWrite(here.storage, () =>
    later.resolve(keepWorkspace({ ...other, words: OTHER_SIX })),
  );
  const restored = opened(
    await vaultHere({ ...here, storage }).restoreFromBackup({
      bytes,
      opener: { kit },
      words: SIX,
    }),
  );
  opened(await later.promise);
  const root = rootOf(here, restored.place);
  const fresh = opened(await openCopy(here, here.storage.copy(), restored.place, root));
  expect(fresh.tables.get('w', record)).toEqual({ id: record, n: 1 });
});

test('a tab at the lock that erases a workspace ends the tabs that have it open', async () => {
  const here = createTestContext(63);
  const kept = opened(await keepWorkspace({ ...here, words: SIX }));
  const because = new Promise((resolve) => kept.onLocked(resolve));
  const { roots } = createTestContext();
  expect(await vaultHere({ ...here, roots }).erase(kept.place)).toBeUndefined();
  expect(await because).toBe('erased');
  expect([...here.storage.cells.keys()]).toEqual([]);
});

test('keeping something anew leaves a workspace alone whose lock is lost and whose kit is not', async () => {
  const here = createTestContext(64);
  const kept = opened(await keepWorkspace({ ...here, words: SIX }));
  const kit = await kept.createRecoveryKit('en', SIX);
  if ('type' in kit) throw new Error(kit.type);
  await kept.lock();
  await here.storage.erase(`${kept.place}/keys/lock`);
  const other = opened(await keepWorkspace({ ...here, words: OTHER_SIX }));
  await other.lock();
  const left = [...here.storage.cells.keys()].filter((key) => key.startsWith(kept.place));
  expect(left.some((key) => key.startsWith(`${kept.place}/keys/kit`))).toBe(true);
  expect(left.length).toBeGreaterThan(3);
});
