import { expect, test } from 'vitest';
import { bytesToText } from '../envelope/bytes.ts';
import { openWire, sealWire } from '../envelope/seal.ts';
import { changeOf } from '../membership/changes/index.ts';
import { rotate } from '../membership/changes/rotate.ts';
import { wrapsHashOf } from '../membership/parts.ts';
import { anyOp, cast } from '../testing/cast.ts';
import { craft } from '../testing/craft.ts';
import { readEntries } from '../vectors/read-entries.ts';
import { previousOf } from './make-entry.ts';
import type { Wire } from './types.ts';

const hello = [{ seen: 0, ops: [anyOp('hello')] }];

async function withLiRemoved() {
  const stage = await cast('amina', 'ruth', 'li');
  const { amina, li } = stage;
  const early = await craft(li);
  for (let i = 0; i < 3; i++) await amina.replica.heartbeat();
  await amina.replica.change({ type: 'remove', members: [li.replica.member], devices: [] });
  return { ...stage, early };
}

test('C02: a removed person reads nothing that is written afterwards', async () => {
  const { ruth, li, stream } = await withLiRemoved();
  const from = stream.wires.length;
  ruth.replica.write('everyone', hello);
  await ruth.replica.send();
  expect(await li.replica.catchUp()).toEqual({ blocked: 'NoKey' });
  const known = li.rawEpochs.length - 1;
  const secret = li.keys.epoch(known);
  if (secret === undefined) throw new Error('Must hold: the old key');
  for (const wire of stream.wires.slice(from)) {
    expect(await openWire(wire, secret, stream.id)).toBe('CommitmentDiffers');
  }
});

test('C03: what a removed person dates back is foreign, whatever view it claims', async () => {
  const { amina, early, stream } = await withLiRemoved();
  await stream.append([early.wire]);
  await amina.replica.catchUp();
  expect(amina.delivered.at(-1)).toEqual({ type: 'Foreign', because: 'OtherKey' });
});

test('C03: with the new key in hand a removed device is still refused', async () => {
  const { amina, li, stream } = await withLiRemoved();
  const { state } = amina.replica;
  const secret = amina.keys.epoch(state.epoch);
  if (secret === undefined) throw new Error('Must hold: the key');
  const made = await craft(li, { secret, epoch: state.epoch, viewN: 1 });
  await stream.append([made.wire]);
  await amina.replica.catchUp();
  expect(amina.delivered.at(-1)).toMatchObject({ rule: 3, because: 'DeviceNotActive' });
});

test('C04: an entry slipped in before a removal raises a fork at the next honest view', async () => {
  const { amina, ruth, early, stream } = await withLiRemoved();
  ruth.replica.write('everyone', hello);
  await ruth.replica.send();
  const { workspace } = amina.replica.state;
  const place = { workspace, stream: stream.id, epochs: amina.rawEpochs };
  const removal = stream.wires.length - 2;
  for (const at of [removal - 3, removal - 2, removal - 1, removal]) {
    const wires: Wire[] = [...stream.wires];
    wires.splice(at, 0, early.wire as Wire);
    const read = await readEntries(place, wires);
    const tells = read.some(({ verdict }) => /!Fork|HeadMoved|NotNext/.test(verdict));
    expect(tells).toBe(true);
  }
});

test('C05: what was sealed under the old epoch is foreign to all and written again once', async () => {
  const { amina, ruth, li, stream, settle } = await cast('amina', 'ruth', 'li');
  const append = stream.append;
  let raced = false;
  stream.append = async (wires) => {
    if (!raced) {
      raced = true;
      await amina.replica.change({ type: 'rotate' });
    }
    return append(wires);
  };
  const ticket = ruth.replica.write('everyone', hello);
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  await settle();
  for (const { delivered } of [amina, ruth, li]) {
    const contents = delivered.filter(({ type }) => type === 'Content');
    expect(contents.length).toBe(1);
    expect(delivered.some((one) => one.type === 'Foreign')).toBe(true);
  }
  expect(ruth.delivered.find(({ type }) => type === 'Content')).toMatchObject({
    tickets: [ticket],
  });
  expect(new Set([amina.hash(), ruth.hash(), li.hash()]).size).toBe(1);
});

test('C07, D06: a rotation whose recipients are not exactly the active devices is invalid', async () => {
  const { amina, ruth, stream } = await withLiRemoved();
  const all = [0, 1];
  for (const numbers of [[0], [1], [0, 1, 2], [1, 0], [0, 0, 1], []]) {
    const list = numbers.map((number) => [number, new Uint8Array(80)] as const);
    const { state } = amina.replica;
    const rotation = {
      epoch: state.epoch + 1,
      commit: new Uint8Array(32),
      wrapsHash: wrapsHashOf(list),
      stewards: null,
    };
    const change = changeOf(rotate, { rotation });
    const made = await craft(amina, { body: { kind: 'chain', change }, wraps: [list] });
    await stream.append([made.wire]);
    await amina.replica.catchUp();
    expect(amina.delivered.at(-1), String(numbers)).toMatchObject({ because: 'RecipientsDiffer' });
  }
  expect(ruth.replica.state.membership.devices.filter(({ active }) => active).length).toBe(3);
  expect(all.length).toBe(amina.replica.state.membership.devices.filter((d) => d.active).length);
});

test('a person who leaves is followed by a rotation before anybody else writes', async () => {
  const { amina, ruth, li, settle } = await cast('amina', 'ruth', 'li');
  await li.replica.change({ type: 'leave' });
  ruth.replica.write('everyone', hello);
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  await settle();
  const said = amina.delivered.slice(-3);
  expect(said).toMatchObject([
    { change: 'leave' },
    { change: 'rotate', by: 1 },
    { type: 'Content' },
  ]);
  expect(li.delivered.some(({ type }) => type === 'Content')).toBe(false);
});

test('a person who is removed while they make the rotation that is owed holds what they wrote', async () => {
  for (const act of ['send', 'heartbeat', 'form a circle'] as const) {
    const { amina, ruth, li, stream } = await cast('amina', 'ruth', 'li');
    await li.replica.change({ type: 'leave' });
    const append = stream.append;
    let raced = false;
    stream.append = async (wires) => {
      if (!raced) {
        raced = true;
        const members = [ruth.replica.member];
        await amina.replica.change({ type: 'remove', members, devices: [] });
      }
      return append(wires);
    };
    ruth.replica.write('everyone', hello);
    if (act === 'send') {
      const held = { type: 'Held', held: 1, because: 'NotAllowed' };
      expect(await ruth.replica.send()).toEqual(held);
    } else if (act === 'heartbeat') {
      expect(await ruth.replica.heartbeat()).toMatchObject({ type: 'Held' });
    } else {
      const circle = bytesToText(new Uint8Array(16).fill(7));
      const outcome = await ruth.replica.formCircle(circle, [amina.replica.member]);
      expect(outcome.type).not.toBe('Done');
    }
    expect(ruth.replica.held().length).toBe(1);
  }
});

test('an append whose answer was lost is sent again unchanged and applied once', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  const append = stream.append;
  let fails = 2;
  stream.append = async (wires) => {
    if (fails-- > 0) throw new Error('no answer');
    return append(wires);
  };
  ruth.replica.write('everyone', hello);
  expect(await ruth.replica.send()).toEqual({ type: 'Held', held: 1, because: 'NotSent' });
  expect(await ruth.replica.send()).toEqual({ type: 'Held', held: 1, because: 'NotSent' });
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  await amina.replica.catchUp();
  expect(amina.delivered.filter(({ type }) => type === 'Content').length).toBe(1);
});

test('D18: of two entries that follow the same one, the second is refused with an alarm', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  const { state, device } = ruth.replica;
  const [one, two] = [await craft(ruth), await craft(ruth)];
  await stream.append([one.wire, two.wire]);
  await amina.replica.catchUp();
  expect(amina.delivered.slice(-3)).toMatchObject([
    { type: 'Content' },
    { type: 'Alarm', alarm: { type: 'Clone', device: 1 } },
    { type: 'Rejected', rule: 5 },
  ]);
  await ruth.replica.catchUp();
  ruth.replica.write('everyone', hello);
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  expect(previousOf(state, device)).not.toEqual(one.id);
});

test('an old entry sealed again by another person does not make its author’s next one fail', async () => {
  const { amina, ruth, stream, settle } = await cast('amina', 'ruth');
  const first = await craft(ruth);
  await stream.append([first.wire]);
  await settle();
  await ruth.replica.heartbeat();
  const secret = amina.keys.epoch(amina.replica.state.epoch);
  if (secret === undefined) throw new Error('Must hold: the key');
  const plaintext = await openWire(first.wire, secret, stream.id);
  if (typeof plaintext === 'string') throw new Error('Must hold: it opens');
  const append = stream.append;
  const again = await sealWire(plaintext, secret, stream.id, amina.random);
  stream.append = async (wires) => append([again, ...wires]);
  ruth.replica.write('everyone', hello);
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  await amina.replica.catchUp();
  expect(amina.delivered.slice(-2)).toMatchObject([
    { type: 'Rejected', rule: 5, because: 'NotNextOfDevice', device: 1 },
    { type: 'Content', accepted: { runs: hello } },
  ]);
  expect(amina.delivered.filter(({ type }) => type === 'Content').length).toBe(2);
});
