/** What is handed to planners whom it is sealed to, on a real server: also by those who plan later. */
import { afterAll, expect, test } from 'vitest';
import { type Person, people } from '../../vault/testing/people.ts';
import { startRelay } from './real-relay.ts';

const relay = await startRelay();
afterAll(() => relay.stop());

const found = ({ workspace }: Person, record: string) => workspace.tables.get('said', record)?.what;

function say({ workspace }: Person, circle: string, what: string, record = workspace.newId()) {
  workspace.envelopes.give([{ table: 'said', record, field: 'what', value: what }], [circle]);
  return record;
}

test('somebody whom the circle takes in later reads what was sealed to it before', async () => {
  const { amina, ruth, sam, until, settle } = await people(relay, 'amina', 'ruth', 'sam');
  await settle();
  const made = await ruth.workspace.together.setCircle('new', [ruth.workspace.me]);
  if (made.type !== 'CircleMade') throw new Error(made.type);
  const { circle } = made;
  await until(() => amina.workspace.together.get().circles.some(({ id }) => id === circle));
  const record = say(amina, circle, 'half a day');
  await until(() => found(ruth, record) === 'half a day');
  const both = [ruth.workspace.me, sam.workspace.me];
  expect(await ruth.workspace.together.setCircle(circle, both)).toEqual(made);
  await until(() => found(sam, record) === 'half a day');
  say(amina, circle, 'a day', record);
  await until(() => found(sam, record) === 'a day' && found(ruth, record) === 'a day');
  expect(sam.workspace.tables.writtenBy('said', record, 'what')?.member).toBe(amina.workspace.me);
  expect(found(amina, record)).toBeUndefined();
});
