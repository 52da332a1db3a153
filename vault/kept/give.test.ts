/** `envelopes.give`: what one hands to a circle that they are not in (protocol 5, capsule). */
import { expect, test } from 'vitest';
import { createContractRelay } from '../testing/contract-relay.ts';
import { type Person, people } from '../testing/people.ts';

const server = 'https://relay.example';

async function planned() {
  const relay = createContractRelay();
  const all = await people({ ...relay, server }, 'amina', 'ruth', 'sam');
  await all.settle();
  const made = await all.ruth.workspace.together.setCircle('new', [all.ruth.workspace.me]);
  if (made.type !== 'CircleMade') throw new Error(made.type);
  const knows = ({ workspace }: Person) =>
    workspace.together.get().circles.some(({ id }) => id === made.circle);
  await all.until(() => knows(all.amina) && knows(all.sam));
  return { ...all, circle: made.circle };
}

const found = ({ workspace }: Person, record: string) => workspace.tables.get('said', record)?.what;

function say({ workspace }: Person, circle: string, what: string, record = workspace.newId()) {
  workspace.envelopes.give([{ table: 'said', record, field: 'what', value: what }], [circle]);
  return record;
}

test('what is sealed to a circle is read by its people, by name of who wrote it, and by nobody else', async () => {
  const { amina, ruth, sam, circle, until, settle } = await planned();
  const record = say(amina, circle, 'half a day');
  await until(() => found(ruth, record) === 'half a day');
  await settle();
  expect(ruth.workspace.tables.writtenBy('said', record, 'what')?.member).toBe(amina.workspace.me);
  expect(ruth.workspace.tables.audienceOf('said', record)).toEqual({ circle });
  for (const other of [amina, sam]) expect(found(other, record)).toBeUndefined();
  expect(amina.workspace.safety.get().type).toBe('SavedOnServer');
});

test('a later one stands in place of the earlier, and both are there after a stop', async () => {
  const { amina, ruth, circle, until, settle } = await planned();
  const record = say(amina, circle, 'a day');
  await until(() => found(ruth, record) === 'a day');
  say(amina, circle, 'a couple of hours', record);
  await until(() => found(ruth, record) === 'a couple of hours');
  await settle();
  await ruth.reopen();
  await amina.reopen();
  expect(found(ruth, record)).toBe('a couple of hours');
  expect(found(amina, record)).toBeUndefined();
  say(amina, circle, 'half a day', record);
  await until(() => found(ruth, record) === 'half a day');
});

test('what was sealed with no network goes out later, once', async () => {
  const { amina, ruth, circle, until, settle } = await planned();
  await settle();
  amina.network.isCut = true;
  const record = say(amina, circle, 'half a day');
  await amina.workspace.settled();
  await amina.reopen();
  expect(found(ruth, record)).toBeUndefined();
  amina.network.isCut = false;
  await until(() => found(ruth, record) === 'half a day');
  await until(() => amina.workspace.safety.get().type === 'SavedOnServer');
});
