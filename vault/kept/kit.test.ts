import { expect, test } from 'vitest';
import type { MemoryStorage } from '../local/memory-storage.ts';
import { wordsToKit } from '../local/recovery-kit.ts';
import type { Storage, WriteRefusal } from '../local/storage.ts';
import { keepWorkspace, vaultHere } from './here.ts';
import { createTestContext, OTHER_SIX, openCopy, opened, rootOf, SIX } from './testing.ts';
import type { KeptWorkspace, RecoveryKit } from './types.ts';
import { tryKit } from './worker/locks.ts';

/** Each of these tries the six words many times, a third of a second each. */
const long = 60_000;
const context = createTestContext(51);
const kept = opened(await keepWorkspace({ ...context, words: SIX }));
const { place } = kept;
const root = rootOf(context, place);
const old = made(await kept.createRecoveryKit('en', SIX));

function made(outcome: RecoveryKit | { readonly type: string }): string {
  if ('type' in outcome) throw new Error(outcome.type);
  return outcome.words.join(' ');
}

/** A copy of the workspace whose storage refuses one write, or all, from the n-th on. */
async function refusing(nth: number, all = false) {
  const storage = context.storage.copy();
  let armed = false;
  let count = 0;
  const refused = async (go: () => Promise<WriteRefusal | undefined>) => {
    if (!armed) return go();
    const now = count++;
    return now === nth || (all && now > nth) ? ({ type: 'StorageFull' } as const) : go();
  };
  const narrow: Storage = {
    ...storage,
    write: (batch) => refused(() => storage.write(batch)),
    erase: (prefix) => refused(() => storage.erase(prefix)),
  };
  const tab = opened(await openCopy(context, narrow, place, root));
  return {
    tab,
    storage,
    arm: () => {
      armed = true;
    },
    /** Whether the refused write was ever asked for; then the disk is as it should be again. */
    disarm: () => {
      armed = false;
      return count > nth;
    },
  };
}

async function opensStore(storage: MemoryStorage, kit: string): Promise<boolean> {
  const seed = wordsToKit(kit);
  if ('type' in seed) throw new Error(seed.type);
  return (await tryKit(storage, place, seed)) !== null;
}

async function opensBackup(tab: KeptWorkspace, kit: string): Promise<string> {
  const bytes = await tab.backup({ kit: true }, SIX);
  if ('type' in bytes) return bytes.type;
  return (await vaultHere(createTestContext(52)).verifyBackup(bytes, { kit })).type;
}

for (const all of [false, true]) {
  const how = all ? 'from then on' : 'once';
  test(
    `wherever the disk refuses ${how}, a new kit leaves one that works: the new one, or the old`,
    async () => {
      let nth = 0;
      for (; ; nth++) {
        const { tab, storage, arm, disarm } = await refusing(nth, all);
        arm();
        const outcome = await tab.createRecoveryKit('en', SIX);
        const wasRefused = disarm();
        const usable = 'type' in outcome ? old : made(outcome);
        expect(tab.hasRecoveryKit()).toBe(true);
        expect(await opensStore(storage, usable)).toBe(true);
        expect(await opensBackup(tab, usable)).toBe('BackupIsWhole');
        const again = opened(await openCopy(context, storage, place, root));
        expect(again.hasRecoveryKit()).toBe(true);
        if (!('type' in outcome) && !outcome.oldLeft) {
          expect(await opensStore(storage, old)).toBe(false);
          expect(await opensBackup(tab, old)).toBe('OtherRecipient');
        }
        if (wasRefused) continue;
        expect(outcome).toMatchObject({ oldLeft: false });
        break;
      }
      expect(nth).toBeGreaterThan(4);
    },
    long,
  );
}

test('what an earlier try has left is gone after a kit that was made', async () => {
  const { tab, storage, arm, disarm } = await refusing(1, true);
  arm();
  await tab.createRecoveryKit('en', SIX);
  disarm();
  const usable = made(await tab.createRecoveryKit('en', SIX));
  expect(await opensStore(storage, usable)).toBe(true);
  expect(await opensStore(storage, old)).toBe(false);
  const kits = [...storage.cells.keys()].filter((key) => key.includes('kit'));
  expect(kits).toHaveLength(2);
});

test(
  'F06: wherever the disk refuses, a kit is revoked in the chain first, and said to be gone only then',
  async () => {
    let nth = 0;
    for (; ; nth++) {
      const { tab, storage, arm, disarm } = await refusing(nth);
      arm();
      const refusal = await tab.revokeRecoveryKit(SIX);
      const wasRefused = disarm();
      const again = opened(await openCopy(context, storage, place, root));
      expect(again.hasRecoveryKit()).toBe(tab.hasRecoveryKit());
      if (tab.hasRecoveryKit()) {
        expect(refusal).toBeDefined();
        expect(await opensBackup(tab, old)).toBe('BackupIsWhole');
      } else expect(await tab.backup({ kit: true }, SIX)).toEqual({ type: 'NoKit' });
      if (refusal === undefined) {
        expect(await opensStore(storage, old)).toBe(false);
        expect(tab.hasRecoveryKit()).toBe(false);
      } else {
        const left = tab.hasRecoveryKit() || (await opensStore(storage, old));
        expect(await tab.revokeRecoveryKit(SIX)).toEqual(left ? undefined : { type: 'NoKit' });
        expect(await opensStore(storage, old)).toBe(false);
      }
      if (!wasRefused) break;
    }
    expect(nth).toBeGreaterThan(3);
  },
  long,
);

test(
  'F06: a kit whose device was revoked opens nothing, though its lock could not be wiped',
  async () => {
    const storage = await firstWhere(async (nth) => {
      const { tab, storage, arm } = await refusing(nth);
      arm();
      await tab.revokeRecoveryKit(SIX);
      const left = !tab.hasRecoveryKit() && (await opensStore(storage, old));
      return left ? storage : undefined;
    });
    const here = { ...createTestContext(53), storage };
    expect(await vaultHere(here).restoreFromKit({ kit: old, words: OTHER_SIX })).toEqual({
      type: 'KitUnknown',
    });
  },
  long,
);

async function firstWhere<T>(look: (nth: number) => Promise<T | undefined>): Promise<T> {
  for (let nth = 0; nth < 20; nth++) {
    const found = await look(nth);
    if (found !== undefined) return found;
  }
  throw new Error('there is none');
}

test('a kit cannot be made where the lock is damaged, and the old one stays', async () => {
  const { tab, storage } = await refusing(Number.POSITIVE_INFINITY);
  for (const [key, bytes] of storage.cells) if (key.includes('/lock/')) bytes.fill(0);
  expect(await tab.createRecoveryKit('en', SIX)).toEqual({ type: 'StoreDamaged', part: 'lock' });
  expect(tab.hasRecoveryKit()).toBe(true);
  expect(await opensStore(storage, old)).toBe(true);
});
