/** Whole devices: the day of a contact becomes its month by itself, as long as a steward says, and not while everything is kept. */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../vault/testing/contract-relay.ts';
import { people } from '../../vault/testing/people.ts';
import { keptFor } from './kept-for.ts';
import { letGoAfterTerm } from './let-go-after-term.ts';
import { only } from './only.ts';

const met = 'M'.repeat(21).concat('A');
const contact = ({ tables }: KeptWorkspace) => tables.get('contacts', met);
const keep = (value: string) => [{ table: 'space', record: only, field: 'contactDays', value }];
const company = () =>
  people({ ...createContractRelay(), server: 'https://relay.example' }, 'amina', 'ruth');

function writeContact(workspace: KeptWorkspace): void {
  const fields = { partner: 'p', kind: 'meeting', on: '2026-08-11' };
  workspace.commit(
    Object.entries(fields).map(([field, value]) => ({
      table: 'contacts',
      record: met,
      field,
      value,
    })),
    workspace.coreTeam,
  );
}

test('the day of a contact goes when it is old, keeps its kind and month, and stays while everything is kept', async () => {
  const all = await company();
  const { workspace } = all.amina;
  const ruth = all.ruth.workspace;
  const { me } = ruth.together.get();
  expect(await workspace.together.setRole(me, 'steward')).toBeUndefined();
  expect(await workspace.together.keepEverything(true)).toBeUndefined();
  await all.until(() => ruth.together.get().keepEverything.holds);
  writeContact(workspace);
  const stop = letGoAfterTerm(workspace, 'contactDays', () => '2026-11-27');
  await all.settle();
  expect(contact(workspace)).toMatchObject({ on: '2026-08-11' });

  await workspace.together.keepEverything(false);
  await all.until(() => ruth.together.get().keepEverything.ending !== null);
  expect(await ruth.together.keepEverything(false)).toBeUndefined();
  await all.until(() => contact(workspace)?.on === null);
  expect(contact(workspace)).toMatchObject({ partner: 'p', kind: 'meeting', month: '2026-08' });
  stop();
});

test('how long counts from a steward; written by somebody else, every day stays until a steward decides', async () => {
  const all = await company();
  const { workspace } = all.amina;
  const ruth = all.ruth.workspace;
  expect(keptFor(workspace, 'contactDays')).toBe('season');
  workspace.commit(keep('year'), 'everyone');
  expect(keptFor(workspace, 'contactDays')).toBe('year');
  await all.settle();
  ruth.commit(keep('season'), 'everyone');
  await all.until(() => keptFor(workspace, 'contactDays') === 'undecided');
  writeContact(workspace);
  const stop = letGoAfterTerm(workspace, 'contactDays', () => '2026-11-27');
  await all.settle();
  expect(contact(workspace)).toMatchObject({ on: '2026-08-11' });
  workspace.commit(keep('always'), 'everyone');
  await all.settle();
  expect(contact(workspace)).toMatchObject({ on: '2026-08-11' });
  workspace.commit(keep('season'), 'everyone');
  await all.until(() => contact(workspace)?.month === '2026-08');
  await all.until(() => keptFor(ruth, 'contactDays') === 'season');
  stop();
});
