import { setFields } from '@alongside/practice';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../vault/testing/contract-relay.ts';
import { people } from '../../vault/testing/people.ts';
import { keptFor } from '../ui/kept-for.ts';
import { only } from '../ui/only.ts';
import { isSpaceDoubtful } from './house-records.ts';

test('what a steward chose is undecided, not forgotten, when somebody deletes the record that says it', async () => {
  const all = await people(
    { ...createContractRelay(), server: 'https://relay.example' },
    ...['amina', 'ruth'],
  );
  const [{ workspace }, ruth] = all.people as [(typeof all.people)[0], (typeof all.people)[0]];
  const isDoubtful = () => isSpaceDoubtful(workspace.tables, workspace.together.get().people);
  expect(isDoubtful()).toBe(false);
  workspace.commit(setFields('space', only, { name: 'Harbor', contactDays: 'always' }), 'everyone');
  await all.until(() => keptFor(ruth.workspace, 'contactDays') === 'always');
  expect(isDoubtful()).toBe(false);

  ruth.workspace.commit(setFields('space', only, { deleted: true }), 'everyone');
  await all.until(() => workspace.tables.get('space', only) === undefined);
  expect(keptFor(workspace, 'contactDays')).toBe('undecided');
  expect(keptFor(workspace, 'askWords')).toBe('undecided');
  expect(isDoubtful()).toBe(true);

  // What a steward says brings it back, and with it what stood in it.
  workspace.commit(setFields('space', only, { name: 'Harbor' }), 'everyone');
  expect(keptFor(workspace, 'contactDays')).toBe('always');
  expect(isDoubtful()).toBe(false);
});
