/** Whole devices: what was set aside and stands again is taken away, and not while it is unknown whether all is kept. */
import { setFields } from '@alongside/practice';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../../../vault/testing/contract-relay.ts';
import { people } from '../../../../vault/testing/people.ts';
import { clearSetAside } from './clear-set-aside.ts';

const relay = () => ({ ...createContractRelay(), server: 'https://relay.example' });
const ask = 'Q'.repeat(21).concat('A');

async function cameAgain() {
  const company = await people(relay(), 'amina');
  const { workspace } = company.amina;
  const stands = () => workspace.tables.get('asks', ask) !== undefined;
  const came = [
    ...setFields('arrivals', ask, { page: 'p', setAsideOn: '2026-11-27' }),
    ...setFields('asks', ask, { from: 'A stranger', what: 'Stay at home' }),
  ];
  workspace.commit(came, workspace.coreTeam);
  return { ...company, workspace, stands };
}

test('it goes once the server has told this device that not everything is kept', async () => {
  const { workspace, stands, settle } = await cameAgain();
  clearSetAside(workspace);
  expect(stands()).toBe(true);
  await settle();
  clearSetAside(workspace);
  expect(stands()).toBe(false);
});

test('it stays while everything is kept', async () => {
  const { workspace, stands, settle } = await cameAgain();
  expect(await workspace.together.keepEverything(true)).toBeUndefined();
  await settle();
  clearSetAside(workspace);
  expect(stands()).toBe(true);
});
