/** Erasing for good over a real relay: new keys, everybody follows, and what was there before is gone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWire } from '../../vault/envelope/seal.ts';
import { bytesToState, stateHash, stateToBytes } from '../../vault/membership/state-bytes.ts';
import { relayKeys } from '../../vault/sync/relay-keys.ts';
import { createRelayStream } from '../../vault/sync/relay-stream.ts';
import { type Person, people, titleOf, write } from '../../vault/testing/people.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

let relay: RealRelay;
beforeAll(async () => {
  relay = await startRelay();
});
afterAll(() => relay.stop());

const DAY = 86_400_000;
const together = ({ workspace }: Person) => workspace.together.get();

function remove({ workspace }: Person, record: string): void {
  workspace.commit([{ table: 'asks', record, field: 'deleted', value: true }], 'everyone');
}

/** What the relay has of the workspace's stream, opened with all the keys that this device holds. */
async function readable(person: Person): Promise<{ messages: number; opened: number }> {
  const session = await person.session();
  const { state, keys } = session.replica;
  const at = { ...person.network, server: relay.server };
  const stream = createRelayStream(at, state.stream, relayKeys(state, keys));
  let [messages, opened] = [0, 0];
  for (let from = ''; ; ) {
    const { wires, next } = await stream.read(from);
    if (wires.length === 0) break;
    for (const wire of wires) {
      messages += 1;
      for (let epoch = 0; epoch <= state.epoch; epoch += 1) {
        const secret = keys.epoch(epoch);
        const found = secret && (await openWire(wire, secret, state.stream));
        if (found !== undefined && typeof found !== 'string') opened += 1;
      }
    }
    from = next;
  }
  session.stop();
  return { messages, opened };
}

async function hashOf(person: Person): Promise<string> {
  const session = await person.session();
  await session.withBlocks(async () => {});
  session.stop();
  return Buffer.from(stateHash(session.replica.state)).toString('hex');
}

async function afterSomeWork() {
  const company = await people(relay, 'amina', 'ruth', 'li');
  const { amina, ruth, settle, until } = company;
  const stays = write(amina, 'stays');
  const gone = write(ruth, 'withdrawn');
  await settle();
  await until(() => titleOf(amina, gone) !== undefined);
  remove(amina, gone);
  await settle();
  await until(() => titleOf(ruth, gone) === undefined);
  return { ...company, stays, gone };
}

test('people go on with new keys, nothing that stands is lost, and what came before is deleted on the server', async () => {
  const { amina, ruth, li, stays, settle, until } = await afterSomeWork();
  const before = await readable(amina);
  expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
  await until(() => [amina, ruth, li].every((person) => together(person).moving === null));
  const after = await readable(amina);
  expect(after.messages).toBeLessThan(before.messages);
  const next = write(li, 'afterwards');
  await settle();
  await until(() => [amina, ruth].every((person) => titleOf(person, next) === 'afterwards'));
  for (const person of [amina, ruth, li]) {
    expect(titleOf(person, stays)).toBe('stays');
    expect(together(person).alarms).toEqual([]);
  }
  expect(new Set(await Promise.all([amina, ruth, li].map(hashOf))).size).toBe(1);
});

test('checkpoints that were made before, and what was left of them on the server, go with it', async () => {
  const { amina, ruth, li, until } = await afterSomeWork();
  const asked: string[] = [];
  amina.network.between = async (request, go) => {
    const answer = await go(request);
    const [, , , id = '', rest = ''] = new URL(request.url).pathname.split('/');
    if (answer.ok) asked.push(`${request.method} ${id} ${rest}`);
    return answer;
  };
  const core = amina.workspace.coreTeam;
  if (core === 'everyone') throw new Error('Must hold: the core team is a circle');
  const all = [together(amina).me, together(ruth).me];
  await amina.workspace.together.setCircle(core.circle, all);
  const made = asked.filter((line) => line.startsWith('PUT')).map((line) => line.split(' ')[1]);
  expect(made.length).toBeGreaterThan(0);
  expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
  await until(() => [amina, ruth, li].every((person) => together(person).moving === null));
  for (const id of made) expect(asked).toContain(`POST ${id} manage`);
});

test('no device holds a key any more that opens what was written before', async () => {
  const { amina, ruth, li, until } = await afterSomeWork();
  const session = await ruth.session();
  const { state } = session.replica;
  const copy = bytesToState(stateToBytes(state));
  const at = { ...ruth.network, server: relay.server };
  const stream = createRelayStream(at, state.stream, relayKeys(state, session.keyring));
  const { wires } = await stream.read('');
  session.stop();
  expect(wires.length).toBeGreaterThan(3);
  expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
  await until(() => [amina, ruth, li].every((person) => together(person).moving === null));
  for (const person of [amina, ruth, li]) {
    const { replica, stop } = await person.session();
    for (const wire of wires) {
      for (let epoch = 0; epoch <= replica.state.epoch; epoch += 1) {
        const secret = replica.keys.epoch(epoch);
        const found = secret && (await openWire(wire, secret, copy?.stream ?? new Uint8Array(16)));
        expect(found === undefined || typeof found === 'string').toBe(true);
      }
    }
    stop();
  }
});

test('a deleted record says nothing any more, also to who opens it again', async () => {
  const { amina, ruth, gone, settle, until } = await afterSomeWork();
  expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
  await until(() => [amina, ruth].every((person) => together(person).moving === null));
  ruth.workspace.commit(
    [{ table: 'asks', record: gone, field: 'deleted', value: false }],
    'everyone',
  );
  await settle();
  await until(() => amina.workspace.tables.get('asks', gone) !== undefined);
  for (const person of [amina, ruth]) expect(titleOf(person, gone)).toBeNull();
  const reopened = await ruth.reopen();
  expect(reopened.tables.get('asks', gone)?.title).toBeNull();
});

test('a device that is away meanwhile is waited for, follows when it comes back, and sends what it wrote', async () => {
  const { amina, ruth, li, stays, clock, settle, until } = await afterSomeWork();
  li.network.isCut = true;
  const written = write(li, 'written while away');
  expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
  await until(() => together(amina).moving?.behind.join() === together(li).me);
  const since = clock();
  await until(() => clock() > since + DAY);
  expect(together(amina).moving).not.toBeNull();
  const meanwhile = write(ruth, 'meanwhile');
  await until(() => titleOf(amina, meanwhile) === 'meanwhile');
  li.network.isCut = false;
  await until(() => [amina, ruth].every((person) => titleOf(person, written) !== undefined));
  await settle();
  await until(() => [amina, ruth, li].every((person) => together(person).moving === null));
  expect(titleOf(li, stays)).toBe('stays');
  expect(titleOf(li, meanwhile)).toBe('meanwhile');
  expect(together(li).alarms).toEqual([]);
});

test('after fourteen days nobody is waited for', async () => {
  const { amina, ruth, li, clock, until } = await afterSomeWork();
  li.network.isCut = true;
  expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
  await until(() => together(amina).moving !== null);
  clock.pass(14 * DAY);
  await until(() => [amina, ruth].every((person) => together(person).moving === null));
});

test('a steward need not wait', async () => {
  const { amina, li, until } = await afterSomeWork();
  li.network.isCut = true;
  expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
  await until(() => together(amina).moving !== null);
  expect(await amina.workspace.together.deleteLeft()).toBeUndefined();
  expect(together(amina).moving).toBeNull();
});

test('while everything is kept it is refused, and a member cannot', async () => {
  const { amina, ruth } = await afterSomeWork();
  expect(await ruth.workspace.together.eraseForGood()).toEqual({ type: 'NotASteward' });
  await amina.workspace.together.keepEverything(true);
  expect(await amina.workspace.together.eraseForGood()).toEqual({ type: 'KeepEverythingHolds' });
});

test('a device that is killed at any moment after it opens again in the same workspace', async () => {
  const { amina, ruth, stays, settle, until } = await afterSomeWork();
  expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
  await ruth.reopen();
  await amina.reopen();
  const next = write(ruth, 'after opening again');
  await settle();
  await until(() => titleOf(amina, next) === 'after opening again');
  await amina.reopen();
  expect(titleOf(amina, stays)).toBe('stays');
  await settle();
});
