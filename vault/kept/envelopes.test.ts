import { expect, test } from 'vitest';
import { createContractRelay } from '../testing/contract-relay.ts';
import { type Person, people, titleOf } from '../testing/people.ts';
import type { Audience } from '../types.ts';
import { vaultHere } from './here.ts';
import { createTestContext, opened, SIX } from './testing.ts';

const server = 'https://relay.example';

async function threePeople() {
  const relay = createContractRelay();
  const company = await people({ ...relay, server }, 'amina', 'ruth', 'li');
  await company.settle();
  return company;
}

/** Puts an ask with this title into an envelope that the readers can open, and gives its id. */
async function enclose({ workspace }: Person, title: string, ...readers: readonly Person[]) {
  const id = workspace.newId();
  const refusal = await workspace.envelopes.close(
    [{ table: 'asks', record: id, field: 'title', value: title }],
    readers.map((reader) => reader.workspace.me),
  );
  expect(refusal).toBeUndefined();
  return id;
}

const writerOf = ({ workspace }: Person, id: string) =>
  workspace.tables.writtenBy('asks', id, 'title')?.member;

test('a closed envelope is read by its writer and by whom it is for, and by nobody else until one of them opens it', async () => {
  const { amina, ruth, li, settle, until } = await threePeople();
  const id = await enclose(amina, 'likely', ruth);
  expect(titleOf(amina, id)).toBe('likely');
  await settle();
  await until(() => titleOf(ruth, id) === 'likely');
  expect(titleOf(li, id)).toBeUndefined();
  expect(amina.workspace.tables.audienceOf('asks', id)).toEqual(amina.workspace.onlyMe);

  ruth.workspace.envelopes.open('asks', [id], [], 'everyone');
  const note = { table: 'notes', record: ruth.workspace.newId(), field: 'opened', value: true };
  ruth.workspace.envelopes.open('asks', [id], [note], 'everyone');
  await until(() => titleOf(li, id) === 'likely');
  expect(li.workspace.tables.get('notes', note.record)?.opened).toBe(true);
  expect(writerOf(li, id)).toBe(amina.workspace.me);
});

test('what was opened is there after every device has stopped, and for who comes back to it later', async () => {
  const { amina, ruth, li, settle, until } = await threePeople();
  const id = await enclose(amina, 'likely', ruth);
  await settle();
  li.network.isCut = true;
  await ruth.reopen();
  expect(titleOf(ruth, id)).toBe('likely');
  const note = { table: 'notes', record: ruth.workspace.newId(), field: 'opened', value: true };
  ruth.workspace.envelopes.open('asks', [id], [note], 'everyone');
  await ruth.workspace.settled();
  await until(() => ruth.workspace.safety.get().type === 'SavedOnServer');
  await li.reopen();
  li.network.isCut = false;
  await until(() => titleOf(li, id) === 'likely');
  await li.reopen();
  await amina.reopen();
  for (const person of [amina, ruth, li]) expect(titleOf(person, id)).toBe('likely');
});

test('an envelope that waits for the server is shown to its writer again after a stop, and goes out then', async () => {
  const { amina, ruth, li, settle, until } = await threePeople();
  amina.network.isCut = true;
  const id = await enclose(amina, 'offline', ruth);
  await amina.workspace.settled();
  await amina.reopen();
  expect(titleOf(amina, id)).toBe('offline');
  amina.network.isCut = false;
  await until(() => titleOf(ruth, id) === 'offline');
  await settle();
  expect(titleOf(li, id)).toBeUndefined();
});

test('who cannot open an envelope opens it to nobody', async () => {
  const { amina, ruth, li, settle, until } = await threePeople();
  const id = await enclose(amina, 'closed', ruth);
  await settle();
  const note = { table: 'notes', record: li.workspace.newId(), field: 'tried', value: true };
  li.workspace.envelopes.open('asks', [id], [note], 'everyone');
  await until(() => amina.workspace.tables.get('notes', note.record)?.tried === true);
  await settle();
  expect(titleOf(li, id)).toBeUndefined();
  // Its writer can, where nobody else is left to.
  amina.workspace.envelopes.open('asks', [id], [{ ...note, field: 'opened' }], 'everyone');
  await until(() => titleOf(li, id) === 'closed');
});

test('somebody who is not here has no envelope', async () => {
  const { amina } = await threePeople();
  const nobody = amina.workspace.newId();
  const change = { table: 'asks', record: nobody, field: 'title', value: 'to nobody' };
  expect(await amina.workspace.envelopes.close([change], [nobody])).toEqual({
    type: 'ReaderNotReady',
    member: nobody,
  });
  expect(titleOf(amina, nobody)).toBeUndefined();
});

test('alone, an envelope is one’s own', async () => {
  const context = createTestContext();
  const workspace = opened(await vaultHere(context).keep({ words: SIX }));
  const id = workspace.newId();
  await workspace.envelopes.close(
    [{ table: 'asks', record: id, field: 'title', value: 'mine' }],
    [],
  );
  expect(await workspace.settled()).toEqual({ type: 'SavedHere' });
  expect(titleOf({ workspace }, id)).toBe('mine');
});

test('what is written for oneself alone stays there, though somebody made a record of that id for everyone', async () => {
  const { amina, li, settle, until } = await threePeople();
  const record = amina.workspace.newId();
  const write = ({ workspace }: Person, field: string, audience: Audience) =>
    workspace.commit([{ table: 'own', record, field, value: field }], audience);
  write(li, 'planted', 'everyone');
  await until(() => amina.workspace.tables.get('own', record) !== undefined);
  write(amina, 'secret', amina.workspace.onlyMe);
  await settle();
  await amina.reopen();
  expect(li.workspace.tables.get('own', record)).toEqual({ id: record, planted: 'planted' });
});

test('to open an envelope opens no other capsule of that id', async () => {
  const { amina, ruth, li, settle, until } = await threePeople();
  const id = await enclose(amina, 'likely', ruth);
  await settle();
  await until(() => titleOf(ruth, id) === 'likely');
  const note = { table: 'notes', record: ruth.workspace.newId(), field: 'opened', value: true };
  ruth.workspace.envelopes.open('others', [id], [note], 'everyone');
  await until(() => li.workspace.tables.get('notes', note.record) !== undefined);
  expect(titleOf(li, id)).toBeUndefined();
});
