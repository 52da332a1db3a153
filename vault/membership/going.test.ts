/** People and devices that go: what others still have, and what those who went have not. */
import { expect, test } from 'vitest';
import { narrowCircle } from '../circles/narrow.ts';
import { coreTeamCircle, onlyMeCircle } from '../circles/well-known.ts';
import { openWire } from '../envelope/seal.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../identity/device.ts';
import { epochSecret } from '../identity/secret.ts';
import type { Wrap } from '../log/types.ts';
import { anyOp, cast, START, seededRandom } from '../testing/cast.ts';
import { craft } from '../testing/craft.ts';
import { house } from '../testing/house.ts';
import { changeOf } from './changes/index.ts';
import { rotate } from './changes/rotate.ts';
import { wrapsHashOf } from './parts.ts';
import { historyOf, peopleWhoWent } from './questions/history.ts';
import { recipientsFrom, wrapEpochKey } from './wraps.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;

test('several devices and people are removed in one entry, and everybody hears who and when', async () => {
  const stage = await house('amina', 'ruth', 'li', 'noor');
  const { amina, ruth, li, noor, settle, clock } = stage;
  const { card } = await deviceFromSeeds(createDeviceSeeds(seededRandom('phone')));
  await noor.replica.change({ type: 'addDevice', card });
  await settle();
  clock.pass(60_000);
  const before = amina.replica.state.chain.length;
  const members = [ruth.replica.member];
  const wish = { type: 'remove' as const, members, devices: [li.replica.device, 4] };
  expect(await amina.replica.change(wish)).toMatchObject({ type: 'Done' });
  expect(amina.replica.state.chain.length).toBe(before + 1);
  await noor.read();
  const heard = noor.delivered.findLast((one) => one.type === 'Chain');
  expect(heard).toMatchObject({
    change: 'remove',
    by: 0,
    began: { members: [], devices: [] },
    ended: { members, devices: [1, 2, 4] },
  });
  expect(peopleWhoWent(noor.replica.state)).toMatchObject([
    { member: members[0], event: { change: 'remove', at: START + 60_000, by: 0 } },
  ]);
  await noor.write(id('a'), { title: 'Without them' });
  for (const person of [ruth, li]) {
    expect(await person.replica.catchUp()).toEqual({ blocked: 'NoKey' });
  }
  expect(li.fold.tables.get('asks', id('a'))).toBeUndefined();
});

test('the chain tells who came, since when, and who let them in', async () => {
  const stage = await house('amina');
  const { amina, join, clock } = stage;
  clock.pass(1000);
  const ruth = await join('ruth');
  clock.pass(1000);
  await ruth.replica.change({ type: 'leave' });
  await amina.read();
  const events = historyOf(amina.replica.state);
  expect(events.map(({ change, at, by }) => [change, at - START, by])).toEqual([
    ['genesis', 0, 0],
    ['invite', 1000, 0],
    ['admit', 1000, 0],
    ['leave', 2000, 1],
  ]);
  expect(events[2]?.began).toEqual({ members: [ruth.replica.member], devices: [1] });
  expect(events[3]).toMatchObject({ member: ruth.replica.member, ended: { devices: [1] } });
});

test('R15: who was removed while they were away keeps what they wrote, and none of it is sent', async () => {
  const { amina, li, stream } = await cast('amina', 'ruth', 'li');
  const writes = ['one', 'two', 'three'].map((text) => [{ seen: 0, ops: [anyOp(text)] }]);
  for (const runs of writes) li.replica.write('everyone', runs);
  await amina.replica.change({ type: 'remove', members: [li.replica.member], devices: [] });
  const before = stream.wires.length;
  expect(await li.replica.send()).toMatchObject({ type: 'Held', held: 3 });
  expect(await li.replica.send()).toMatchObject({ type: 'Held', held: 3 });
  expect(stream.wires.length).toBe(before);
  expect(li.replica.held().map(({ runs }) => runs)).toEqual(writes);
});

test('C01: with the keys of before a removal, nothing of after it; who stays walks three rotations later', async () => {
  const { amina, ruth, li, stream } = await cast('amina', 'ruth', 'li');
  const old = li.replica.state.epoch;
  await amina.replica.change({ type: 'remove', members: [li.replica.member], devices: [] });
  const from = stream.wires.length;
  for (let i = 0; i < 3; i++) {
    await amina.replica.change({ type: 'rotate' });
    amina.replica.write('everyone', [{ seen: 0, ops: [anyOp(`after ${i}`)] }]);
    await amina.replica.send();
  }
  await li.replica.catchUp();
  for (const wire of stream.wires.slice(from)) {
    for (let epoch = 0; epoch <= old; epoch++) {
      const secret = li.keys.epoch(epoch);
      if (secret) expect(typeof (await openWire(wire, secret, stream.id))).toBe('string');
    }
  }
  expect(li.keys.epoch(old + 1)).toBeUndefined();
  expect(await ruth.replica.catchUp()).toEqual({ blocked: null });
  expect(ruth.hash()).toBe(amina.hash());
});

test('somebody is taken out of a circle by who stays, and nobody takes themselves out', async () => {
  const stage = await house('amina', 'ruth', 'li');
  const { amina, ruth, li, settle } = stage;
  const team = coreTeamCircle(amina.replica.state.workspace);
  const all = [amina, ruth, li].map(({ replica }) => replica.member);
  await amina.replica.formCircle(team, all);
  await settle();
  await amina.write(id('a'), { title: 'All three' }, { circle: team });
  await settle();
  const gone = [ruth.replica.member];
  expect(await narrowCircle(ruth.replica, team, gone)).toEqual({
    type: 'Refused',
    because: 'NotYourself',
  });
  expect(await narrowCircle(li.replica, id('x'), gone)).toMatchObject({ because: 'CircleUnknown' });
  expect(await narrowCircle(li.replica, team, gone)).toMatchObject({ type: 'Done' });
  expect(await narrowCircle(li.replica, team, gone)).toMatchObject({ because: 'NothingChanges' });
  await li.write(id('b'), { title: 'Two of us' }, { circle: team });
  await settle();
  expect(ruth.delivered.at(-1)).toMatchObject({ type: 'Sealed' });
  expect(amina.delivered.at(-1)).toMatchObject({ type: 'Content' });
});

test('after somebody left, whoever writes next changes the key first; a guest waits for it', async () => {
  const stage = await cast('amina', 'ruth');
  const { amina, ruth, join, settle } = stage;
  const guest = await join('gabriel', 'guest');
  await settle();
  const own = onlyMeCircle(guest.replica.state.workspace, guest.replica.member);
  await guest.replica.formCircle(own, [guest.replica.member]);
  await settle();
  const { epoch } = amina.replica.state;
  await ruth.replica.change({ type: 'leave' });
  await settle();
  expect(amina.replica.state.membership.rotationOwed).toBe(true);
  expect(await guest.replica.heartbeat()).toMatchObject({ because: 'NotSent' });
  guest.replica.write({ circle: own }, [
    { seen: guest.replica.state.n, ops: [anyOp('waits for the key')] },
  ]);
  expect(await guest.replica.send()).toMatchObject({ type: 'Held', because: 'CircleOwed' });
  expect(await amina.replica.heartbeat()).toEqual({ type: 'AllReadBack' });
  await settle();
  expect(amina.replica.state).toMatchObject({ epoch: epoch + 1 });
  expect(amina.replica.state.membership.rotationOwed).toBe(false);
  expect(await ruth.replica.catchUp()).toEqual({ blocked: 'NoKey' });
});

test('D05: a guest cannot pay an owed rotation with wraps that open nothing, and work goes on', async () => {
  const { amina, ruth, join, settle, stream } = await cast('amina', 'ruth');
  const guest = await join('gabriel', 'guest');
  await settle();
  const { card } = await deviceFromSeeds(createDeviceSeeds(seededRandom('second')));
  await guest.replica.change({ type: 'addDevice', card });
  const { state } = guest.replica;
  const added = state.membership.devices.length - 1;
  expect(await guest.replica.change({ type: 'dropOwnDevice', device: added })).toMatchObject({
    type: 'Done',
  });
  const [right, wrong] = [guest.random(32), guest.random(32)];
  const list: Wrap[] = [];
  for (const device of state.membership.devices.filter(({ active }) => active)) {
    const raw = device.number === guest.replica.device ? right : wrong;
    const to = recipientsFrom(state.membership.devices, [device.number]);
    list.push(...(await wrapEpochKey(raw, state.epoch + 1, state.workspace, to, guest.random)));
  }
  const { commit } = await epochSecret(right);
  const next = { epoch: state.epoch + 1, commit, wrapsHash: wrapsHashOf(list), stewards: null };
  const change = changeOf(rotate, { rotation: next });
  const made = await craft(guest, { body: { kind: 'chain', change }, wraps: [list] });
  await stream.append([made.wire]);
  await settle();
  expect(amina.delivered.at(-1)).toMatchObject({ rule: 6, because: 'NotAllowedForRole' });
  for (const person of [amina, ruth]) {
    expect(person.replica.state.membership.rotationOwed).toBe(person === amina);
    person.replica.write('everyone', [{ seen: 0, ops: [anyOp('goes on')] }]);
    expect(await person.replica.send()).toEqual({ type: 'AllReadBack' });
    await settle();
  }
  expect(guest.delivered.at(-1)).toMatchObject({ type: 'Content' });
});
