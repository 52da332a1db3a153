/** Whole devices: a call that members answered becomes a contact by itself, once, and its list goes. */
import { setFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../../../vault/testing/contract-relay.ts';
import { people } from '../../../../vault/testing/people.ts';
import { endCalls } from './end-calls.ts';

const [partner, ask, call] = [
  'P'.repeat(21).concat('A'),
  'Q'.repeat(21).concat('A'),
  'C'.repeat(21).concat('A'),
];
const company = () =>
  people({ ...createContractRelay(), server: 'https://relay.example' }, 'amina', 'ruth');
const contacts = ({ tables }: KeptWorkspace) => tables.all('contacts');

/** A call that everyone here reads, to which one member said they can come: Amina alone reads who. */
function writeAnswered({ commit, onlyMe }: KeptWorkspace): void {
  commit(setFields('partners', partner, { name: 'Delta' }), 'everyone');
  commit(setFields('asks', ask, { partner, what: 'Come to the court' }), 'everyone');
  commit(setFields('calls', call, { ask, on: '2026-11-27', until: '2026-12-04' }), 'everyone');
  const reply = { call, answer: 'can', name: 'Noor' };
  commit(setFields('callReplies', 'R'.repeat(21).concat('A'), reply), onlyMe);
}

test('that members answered is told by who reads the list, where the ask is read, once, and stays when the list goes', async () => {
  const all = await company();
  const amina = all.amina.workspace;
  const ruth = all.ruth.workspace;
  writeAnswered(amina);
  await all.until(() => ruth.tables.get('calls', call) !== undefined);
  endCalls(ruth, '2026-11-28');
  endCalls(amina, '2026-11-27');
  await all.settle();
  expect([...contacts(ruth), ...contacts(amina)]).toEqual([]);

  endCalls(amina, '2026-11-28');
  endCalls(amina, '2026-11-28');
  await all.until(() => contacts(ruth).length > 0);
  expect(contacts(ruth)).toMatchObject([
    { id: call, partner, kind: 'members-answered', on: '2026-11-27' },
  ]);
  expect(amina.tables.audienceOf('contacts', call)).toEqual('everyone');

  await all.settle();
  endCalls(ruth, '2026-12-05');
  await all.until(() => amina.tables.get('calls', call) === undefined);
  expect(contacts(amina)).toHaveLength(1);

  // Ruth's device cannot read the list, so that it is left to Amina's.
  expect(amina.tables.all('callReplies')).toHaveLength(1);
  await all.settle();
  endCalls(amina, '2026-12-05');
  expect(amina.tables.all('callReplies')).toEqual([]);
});

const gone = { table: 'calls', record: call, field: 'deleted', value: true };

test('a list whose call was destroyed elsewhere goes, and one whose call is not known here stays', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAnswered(workspace);
  const other = 'R'.repeat(20).concat('SA');
  const unknown = setFields('callReplies', other, { call: other, answer: 'can' });
  workspace.commit(unknown, workspace.onlyMe);
  workspace.commit([gone], 'everyone');
  await all.settle();
  endCalls(workspace, '2026-12-05');
  expect(workspace.tables.all('callReplies').map(({ id }) => id)).toEqual([other]);
});

test('nothing of it goes while everything is kept', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAnswered(workspace);
  expect(await workspace.together.keepEverything(true)).toBeUndefined();
  await all.settle();
  endCalls(workspace, '2026-12-05');
  expect(workspace.tables.all('calls')).toHaveLength(1);
  workspace.commit([gone], 'everyone');
  await all.settle();
  endCalls(workspace, '2026-12-05');
  expect(workspace.tables.all('callReplies')).toHaveLength(1);
});

test('a contact that was deleted is not told again', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAnswered(workspace);
  endCalls(workspace, '2026-11-28');
  expect(contacts(workspace)).toHaveLength(1);
  workspace.commit([{ ...gone, table: 'contacts' }], 'everyone');
  await all.settle();
  endCalls(workspace, '2026-11-28');
  expect(contacts(workspace)).toEqual([]);
});

test('an ask that only names who asks is told of the partner of that name, under the record that stands for them', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAnswered(workspace);
  const stands = 'P'.repeat(20).concat('QA');
  workspace.commit(
    [
      ...setFields('asks', ask, { partner: null, from: ' delta' }),
      ...setFields('partners', stands, { name: 'Delta Neighbors' }),
      ...setFields('partners', partner, { sameAs: stands }),
    ],
    'everyone',
  );
  endCalls(workspace, '2026-11-28');
  expect(contacts(workspace)).toMatchObject([{ id: call, partner: stands }]);
});

test('an ask from somebody who is no partner is told of nobody', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAnswered(workspace);
  workspace.commit(setFields('asks', ask, { partner: null, from: 'A stranger' }), 'everyone');
  endCalls(workspace, '2026-11-28');
  expect(contacts(workspace)).toEqual([]);
});

test('a call or an answer that somebody outside the core team planted becomes no contact', async () => {
  const all = await company();
  const amina = all.amina.workspace;
  const ruth = all.ruth.workspace;
  writeAnswered(ruth);
  await all.until(() => amina.tables.get('calls', call) !== undefined);
  // Hers is the answer to it here, so that only the call is planted.
  const reply = 'R'.repeat(20).concat('SA');
  amina.commit(setFields('callReplies', reply, { call, answer: 'can' }), amina.onlyMe);
  endCalls(amina, '2026-11-28');
  expect(contacts(amina)).toEqual([]);

  const ours = 'C'.repeat(20).concat('DA');
  amina.commit(setFields('calls', ours, { ask, on: '2026-11-27' }), 'everyone');
  const planted = 'R'.repeat(20).concat('TA');
  ruth.commit(setFields('callReplies', planted, { call: ours, answer: 'can' }), 'everyone');
  await all.until(() => amina.tables.get('callReplies', planted) !== undefined);
  endCalls(amina, '2026-11-28');
  expect(contacts(amina)).toEqual([]);
});

test('of a partner who was removed nothing is written anew', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAnswered(workspace);
  workspace.commit([{ ...gone, table: 'partners', record: partner }], workspace.coreTeam);
  endCalls(workspace, '2026-11-28');
  expect(contacts(workspace)).toEqual([]);
});

test('the last day finds a call that was not told of yet: it is told, then destroyed with its list', async () => {
  const all = await company();
  const { workspace } = all.amina;
  writeAnswered(workspace);
  await all.settle();
  endCalls(workspace, '2026-12-05');
  expect(contacts(workspace)).toHaveLength(1);
  // Nothing is destroyed before what was told is on the server.
  await all.settle();
  endCalls(workspace, '2026-12-05');
  expect(workspace.tables.all('calls')).toEqual([]);
  expect(workspace.tables.all('callReplies')).toEqual([]);
});
