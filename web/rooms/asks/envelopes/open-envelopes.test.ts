/** Whole devices over a server, without a screen: when the facilitator's device opens envelopes by itself. */
import {
  beginWeighing,
  enclose,
  envelopeFields,
  readFields,
  sayEnclosed,
} from '@alongside/practice';
import { expect, test } from 'vitest';
import { createContractRelay } from '../../../../vault/testing/contract-relay.ts';
import { type Person, people } from '../../../../vault/testing/people.ts';
import { openEnvelopes } from './open-envelopes.ts';

const on = '2026-11-26';

async function three() {
  const relay = { ...createContractRelay(), server: 'https://relay.example' };
  const all = await people(relay, 'ruth', 'amina', 'li');
  await all.settle();
  const [ruth, amina, li] = all.people as readonly [Person, Person, Person];
  const stop = openEnvelopes(ruth.workspace);
  return { ...all, ruth, amina, li, stop };
}

/** The core team reads a weighing in life; here everyone, so that each can take part without being let in. */
function begin({ workspace }: Person, facilitator: Person, asked: readonly Person[]): string {
  const id = workspace.newId();
  const about = {
    ask: 'ask',
    facilitator: facilitator.workspace.me,
    people: asked.map((person) => person.workspace.me),
    begunOn: on,
  };
  workspace.commit(beginWeighing(id, about), 'everyone');
  return id;
}

async function putIn({ workspace }: Person, weighing: string, facilitator: Person) {
  const envelope = workspace.newId();
  const draft = readFields(envelopeFields, { id: 'draft', weighing, contribution: 'likely' });
  await workspace.envelopes.close(enclose(envelope, draft), [facilitator.workspace.me]);
  say(workspace, weighing, envelope);
  return envelope;
}

function say(workspace: Person['workspace'], weighing: string, envelope: string): void {
  workspace.commit(sayEnclosed(workspace.newId(), { weighing, envelope, on }), 'everyone');
}

const openedOn = ({ workspace }: Person, weighing: string) =>
  workspace.tables.get('weighings', weighing)?.openedOn ?? null;

test('the facilitator’s device opens them once all are in', async () => {
  const { ruth, amina, li, until, settle, stop } = await three();
  const weighing = begin(amina, ruth, [amina, li]);
  await until(() => ruth.workspace.tables.get('weighings', weighing) !== undefined);
  await putIn(amina, weighing, ruth);
  await settle();
  expect(openedOn(ruth, weighing)).toBeNull();
  await putIn(li, weighing, ruth);
  await until(() => openedOn(ruth, weighing) !== null);
  stop();
});

test('a weighing that somebody makes up around another’s envelope opens nothing of it', async () => {
  const { ruth, amina, li, until, settle, stop } = await three();
  const weighing = begin(amina, ruth, [amina, li]);
  await until(() => li.workspace.tables.get('weighings', weighing) !== undefined);
  const envelope = await putIn(amina, weighing, ruth);
  await settle();
  const madeUp = begin(li, ruth, [li]);
  say(li.workspace, madeUp, envelope);
  await until(() => ruth.workspace.tables.get('weighings', madeUp) !== undefined);
  await settle();
  expect(openedOn(ruth, madeUp)).toBeNull();
  expect(openedOn(ruth, weighing)).toBeNull();
  const notes = ruth.workspace.tables.all('enclosed');
  expect(notes.map(({ openedOn: day }) => day ?? null)).toEqual([null, null]);
  stop();
});
