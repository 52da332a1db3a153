/** Whole devices: what is set aside with somebody comes and goes for both. */
import { keepPublicAsk, putBack, readFields, setAsideFields } from '@alongside/practice';
import type { Audience } from '@alongside/vault';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../../../vault/testing/contract-relay.ts';
import { people } from '../../../../vault/testing/people.ts';
import { writePutBack, writeSetAside } from './write-set-aside.ts';

/** An ask came by the page, and Amina and Ruth have a circle of their own. */
async function withBoth() {
  const relay = { ...createContractRelay(), server: 'https://relay.example' };
  const company = await people(relay, 'amina', 'ruth');
  const { workspace } = company.amina;
  const ruth = company.ruth.workspace;
  const ask = workspace.newId();
  const says = { from: 'A stranger', what: 'Stay at home', key: '' };
  const taken = { page: 'p', today: '2026-11-27', timeZone: 'UTC', at: 1_795_000_000_000 };
  workspace.commit(keepPublicAsk({ id: ask, says }, taken), workspace.coreTeam);
  const made = await workspace.together.setCircle('new', [workspace.me, ruth.me]);
  if (made.type !== 'CircleMade') throw new Error(made.type);
  const both: Audience = { circle: made.circle };
  const ofRuth = () => ruth.tables.all('setAside').length;
  const what = () => workspace.tables.get('asks', ask)?.what;
  return { ...company, workspace, ask, both, ofRuth, what };
}

test('set aside and taken back, a message is gone for everyone who was named', async () => {
  const { workspace, ask, both, ofRuth, what, settle } = await withBoth();
  const takeBack = writeSetAside(workspace, ask, both);
  await settle();
  expect([ofRuth(), what()]).toEqual([1, undefined]);
  takeBack?.();
  await settle();
  expect([ofRuth(), what()]).toEqual([0, 'Stay at home']);
});

test('back among the asks it is gone for everyone who was named, and there again by Undo', async () => {
  const { workspace, ask, both, ofRuth, what, settle } = await withBoth();
  writeSetAside(workspace, ask, both);
  await settle();
  const [stored] = workspace.tables.all('setAside');
  const one = readFields(setAsideFields, stored ?? { id: '' });
  const changes = putBack(one, '2026-11-27', workspace.tables.get);
  const takeBack = writePutBack(workspace, one.id, changes);
  await settle();
  expect([ofRuth(), what()]).toEqual([0, 'Stay at home']);
  takeBack();
  await settle();
  expect([ofRuth(), what()]).toEqual([1, undefined]);
});

test('what was written into it while its circle was made is kept with it, and what has gone is not set aside', async () => {
  const { workspace, ask, both, settle } = await withBoth();
  const more = { table: 'asks', record: ask, field: 'why', value: 'They know our address' };
  workspace.commit([more], workspace.coreTeam);
  writeSetAside(workspace, ask, both);
  expect(workspace.tables.all('setAside')[0]?.whole).toContain('They know our address');
  expect(writeSetAside(workspace, ask, both)).toBeUndefined();
  await settle();
  expect(workspace.tables.all('setAside')).toHaveLength(1);
});
