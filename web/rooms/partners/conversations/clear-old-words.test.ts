/** Whole devices: the words of a conversation go by themselves, and not while everything is kept. */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../../../vault/testing/contract-relay.ts';
import { type Person, people } from '../../../../vault/testing/people.ts';
import { clearOldWords } from './clear-old-words.ts';

const conversation = 'C'.repeat(21).concat('A');
const said = ({ tables }: KeptWorkspace) => tables.get('conversations', conversation)?.said;

test('the words of a conversation go when they are over, and stay as long as everything is kept', async () => {
  const all = await people(
    { ...createContractRelay(), server: 'https://relay.example' },
    ...['amina', 'ruth'],
  );
  const [{ workspace }, ruth] = all.people as [Person, Person];
  const { me } = ruth.workspace.together.get();
  expect(await workspace.together.setRole(me, 'steward')).toBeUndefined();
  expect(await workspace.together.keepEverything(true)).toBeUndefined();
  await all.until(() => ruth.workspace.together.get().keepEverything.holds);
  const fields = { said: 'They had waited.', on: '2026-09-01', repairedOn: '2026-09-02' };
  const changes = Object.entries(fields).map(([field, value]) => ({
    ...{ table: 'conversations', record: conversation },
    field,
    value,
  }));
  workspace.commit(changes, workspace.onlyMe);
  const stop = clearOldWords(workspace, () => '2026-11-27');
  await all.settle();
  expect(said(workspace)).toBe('They had waited.');

  await workspace.together.keepEverything(false);
  await all.until(() => ruth.workspace.together.get().keepEverything.ending !== null);
  expect(await ruth.workspace.together.keepEverything(false)).toBeUndefined();
  await all.until(() => said(workspace) === '');
  expect(workspace.tables.get('conversations', conversation)).toMatchObject({ on: '2026-09-01' });
  stop();
});
