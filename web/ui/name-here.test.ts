import { setFields } from '@alongside/practice';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../vault/testing/contract-relay.ts';
import { people } from '../../vault/testing/people.ts';
import { nameHere } from './name-here.ts';

test('of a person here only their own word counts; a name that came with a backup stays', async () => {
  const relay = { ...createContractRelay(), server: 'https://relay.example' };
  const all = await people(relay, 'amina', 'ruth');
  const { workspace } = all.amina;
  const ruth = all.ruth.workspace;
  const seen = (member: string) =>
    nameHere(workspace.tables, workspace.together.get().people, member);
  const write = (by: typeof ruth, member: string, name: string) =>
    by.commit(setFields('names', member, { name }), 'everyone');
  expect(seen(ruth.me)).toBe('');
  write(ruth, ruth.me, 'Ruth');
  await all.until(() => seen(ruth.me) === 'Ruth');

  write(ruth, workspace.me, 'Ruth');
  write(workspace, workspace.me, 'Amina');
  expect(seen(workspace.me)).toBe('Amina');
  await all.settle();
  write(ruth, workspace.me, 'Somebody else');
  await all.until(() => workspace.tables.get('names', workspace.me)?.name === 'Somebody else');
  expect(seen(workspace.me)).toBe('');
  write(workspace, workspace.me, 'Amina');
  expect(seen(workspace.me)).toBe('Amina');

  const before = workspace.newId();
  write(workspace, before, 'Noor');
  expect(seen(before)).toBe('Noor');
});
