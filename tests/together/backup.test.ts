import { afterAll, expect, test } from 'vitest';
import { vaultHere } from '../../vault/kept/here.ts';
import { opened, SIX } from '../../vault/kept/testing.ts';
import { createMemoryStorage } from '../../vault/local/memory-storage.ts';
import { people, titleOf, write } from '../../vault/testing/people.ts';
import { startRelay } from './real-relay.ts';

const relay = await startRelay();
afterAll(() => relay.stop());

test('R37: restored by a kit on a new device, a workspace goes on at its server and is no second history', async () => {
  const { amina, ruth, clock, until, settle } = await people(relay, 'amina', 'ruth');
  const early = write(amina, 'in the backup');
  await settle();
  await amina.setWords(SIX);
  const kit = await amina.workspace.createRecoveryKit('en', SIX);
  if ('type' in kit) throw new Error(kit.type);
  await settle();
  const bytes = await amina.workspace.backup({ kit: true }, SIX);
  if (!(bytes instanceof Uint8Array)) throw new Error(bytes.type);
  const late = write(ruth, 'after the backup');
  await settle();

  const { random } = amina;
  const vault = vaultHere({ storage: createMemoryStorage(), random, now: clock });
  const opener = { kit: kit.words.join(' ') };
  const workspace = opened(await vault.restoreFromBackup({ bytes, opener, words: SIX }));
  expect(titleOf({ workspace }, early)).toBe('in the backup');
  await until(() => titleOf({ workspace }, late) === 'after the backup');
  const own = write({ workspace }, 'from the new device');
  await until(() => titleOf(ruth, own) === 'from the new device');
  await until(() => workspace.safety.get().type === 'SavedOnServer');
  for (const one of [{ workspace }, amina, ruth]) {
    expect(one.workspace.together.get().alarms).toEqual([]);
  }
  await workspace.lock();
});
