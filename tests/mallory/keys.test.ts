import fc from 'fast-check';
import { expect, test } from 'vitest';
import { makeGeneration } from '../../vault/circles/make-generation.ts';
import { onlyMeCircle } from '../../vault/circles/well-known.ts';
import { bytesToText } from '../../vault/envelope/bytes.ts';
import type { Writable } from '../../vault/envelope/cbor-write.ts';
import { openWire } from '../../vault/envelope/seal.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../../vault/identity/device.ts';
import { openSealed } from '../../vault/identity/kem.ts';
import { epochSecret } from '../../vault/identity/secret.ts';
import { readEntry } from '../../vault/log/open.ts';
import type { Wire, Wrap } from '../../vault/log/types.ts';
import { changeOf } from '../../vault/membership/changes/index.ts';
import { remove } from '../../vault/membership/changes/remove.ts';
import { rotate } from '../../vault/membership/changes/rotate.ts';
import { plainToWraps } from '../../vault/membership/parts.ts';
import { epochWrapInfo } from '../../vault/membership/wraps.ts';
import { anyOp, cast, type Player, seededRandom, startPlayer } from '../../vault/testing/cast.ts';
import { PATIENCE, playAll, rounds } from '../sim/play.ts';
import { createHouse } from './house.ts';
import { asIf, forge, judgeAll, keyFor, rightRecipients, textOf } from './mallory.ts';

const hello = [{ seen: 0, ops: [anyOp('hello')] }];
const noRotation = {
  epoch: 0,
  commit: new Uint8Array(32),
  wrapsHash: new Uint8Array(32),
  stewards: null,
};

/** Leaves somebody out, adds a ghost, doubles, or changes the order: never the right list. */
const anyMistake = fc.record({
  how: fc.constantFrom('leave out', 'add', 'double', 'swap'),
  at: fc.nat({ max: 9 }),
  ghost: fc.nat({ max: 40 }),
});

function mistaken(right: readonly number[], mistake: { how: string; at: number; ghost: number }) {
  const at = mistake.at % right.length;
  const list = [...right];
  if (mistake.how === 'leave out') list.splice(at, 1);
  else if (mistake.how === 'double') list.splice(at, 0, list[at] as number);
  else if (mistake.how === 'add') {
    const ghost = right.includes(mistake.ghost) ? 99 : mistake.ghost;
    list.push(ghost);
    list.sort((a, b) => a - b);
  } else {
    const other = (at + 1) % list.length;
    [list[at], list[other]] = [list[other] as number, list[at] as number];
  }
  return list;
}

test(
  'C07, D06: a key that goes to any other list of devices than the right one is no key, for everybody',
  async () => {
    const { amina, li, sam, noor } = await createHouse();
    const cases = [
      { change: changeOf(rotate, { rotation: noRotation }), removed: undefined },
      {
        change: changeOf(remove, {
          members: [sam.replica.member],
          devices: [],
          rotation: noRotation,
        }),
        removed: [sam.replica.member],
      },
    ];
    const rights = cases.map(({ change }) => rightRecipients(amina, change));
    expect(rights.every((right) => !right.includes(noor.replica.device))).toBe(true);
    const any = fc.record({ which: fc.nat({ max: 1 }), mistake: anyMistake });
    await playAll('C07', any, rounds(40, 3000), async ({ which, mistake }) => {
      const right = rights[which] ?? [];
      const removed = cases[which]?.removed;
      const to = mistaken(right, mistake);
      const about = await keyFor(amina, removed ? { to, removed } : { to });
      expect(textOf(await judgeAll([amina, li, sam], await forge(amina, about)))).toBe(
        '6: RecipientsDiffer',
      );
    });
    for (const [which, right] of rights.entries()) {
      const removed = cases[which]?.removed;
      const about = await keyFor(amina, removed ? { to: right, removed } : { to: right });
      expect(textOf(await judgeAll([amina, li, sam], await forge(amina, about)))).toBe('accepted');
    }
  },
  PATIENCE,
);

test('C07: a circle’s key that goes to any other devices than its people’s is no generation', async () => {
  const { amina, li, sam, ruth, circle } = await createHouse();
  const { state, device } = amina.replica;
  const members = [amina, li, ruth].map(({ replica }) => replica.member);
  const made = await makeGeneration(state, device, circle, members, amina.random);
  if (typeof made === 'string') throw new Error('Must hold: Amina may');
  await playAll('C07 circle', anyMistake, rounds(20, 1000), async (mistake) => {
    const numbers = made.wraps.map(([number]) => number);
    const wraps: Wrap[] = mistaken(numbers, mistake).map((number) => [number, amina.random(80)]);
    const body = { kind: 'circle', generation: { ...made, wraps } } as const;
    const verdict = await judgeAll([amina, li, sam], await forge(amina, { body }));
    expect(textOf(verdict)).toBe('6: RecipientsDiffer');
  });
});

test('D06: wraps beside an entry that are not those its author signed for are refused', async () => {
  const { amina, li, sam } = await createHouse();
  const about = await asIf(amina, { type: 'rotate' });
  const [list] = about.wraps as unknown as readonly [readonly Wrap[]];
  const ways: readonly Writable[] = [
    null,
    [],
    [list, list],
    [list.map(([number]) => [number, amina.random(80)])],
    [list.map(([number, sealed]) => [number, sealed.slice(1)])],
    [list.slice(1)],
  ];
  for (const wraps of ways) {
    const verdict = await judgeAll([amina, li, sam], await forge(amina, { ...about, wraps }));
    expect(textOf(verdict)).toBe('6: WrapsDiffer');
  }
  // Signed for, but too short to be a key.
  const short = await keyFor(amina, { to: list.map(([n]) => n), instead: (_, s) => s.slice(1) });
  expect(textOf(await judgeAll([amina, li, sam], await forge(amina, short)))).toBe(
    '6: RecipientsDiffer',
  );
});

test('D06: a device that somebody adds is told to everybody, and one that a steward readmits reads no circle of hers', async () => {
  const { amina, ruth, li, stream, clock, settle } = await cast('amina', 'ruth', 'li');
  const notebook = onlyMeCircle(amina.replica.state.workspace, li.replica.member);
  await li.replica.formCircle(notebook, [li.replica.member]);
  li.replica.write({ circle: notebook }, hello);
  await li.replica.send();
  await settle();
  const ghost = await deviceFromSeeds(createDeviceSeeds(seededRandom('ghost')));
  await amina.replica.change({ type: 'addDevice', card: ghost.card });
  await settle();
  for (const { delivered } of [amina, ruth, li]) {
    expect(delivered.at(-1)).toMatchObject({ type: 'Chain', change: 'addDevice', by: 0 });
  }
  const second = await deviceFromSeeds(createDeviceSeeds(seededRandom('second')));
  await amina.replica.change({ type: 'readmit', member: li.replica.member, card: second.card });
  await settle();
  const random = seededRandom('played by Amina');
  const asLi = await startPlayer('li?', amina, second, random, stream, clock);
  asLi.replica.write({ circle: notebook }, hello);
  expect(await asLi.replica.send()).toMatchObject({ type: 'Held' });
  expect(asLi.keys.circle(notebook, 1)).toBeUndefined();
  expect(ruth.delivered.at(-1)).toMatchObject({ type: 'Chain', change: 'readmit', by: 0 });
});

test(
  'D05: whomever a steward gives another key, they say who did it, the others go on, and readmitted they are back',
  async () => {
    const victims = [[1], [2], [3], [1, 2], [1, 3], [2, 3], [1, 2, 3]];
    const bytes = { 'another key': undefined, noise: () => seededRandom('noise')(80) };
    for (const [i, wrongFor] of victims.entries()) {
      const stage = await cast('amina', 'ruth', 'li', 'noor');
      const { amina, stream, clock, players } = stage;
      const instead = i % 2 ? bytes.noise : undefined;
      const to = [0, 1, 2, 3];
      const noise = (n: number, right: Uint8Array) =>
        (wrongFor.includes(n) && instead?.()) || right;
      const about = instead ? { to, instead: noise } : { to, wrongFor };
      await stream.append([await forge(amina, await keyFor(amina, about))]);
      await stage.settle();
      for (const player of players) {
        const wronged = wrongFor.includes(player.replica.device);
        const said = player.delivered.filter(({ type }) => type === 'WrongKey');
        expect(said, player.name).toEqual(wronged ? [expect.objectContaining({ by: 0 })] : []);
        player.replica.write('everyone', hello);
        const outcome = await player.replica.send();
        if (wronged) expect(outcome).toMatchObject({ type: 'Held', because: 'Blocked' });
        else expect(outcome).toEqual({ type: 'AllReadBack' });
      }
      const here: Player[] = players.filter(({ replica }) => !wrongFor.includes(replica.device));
      for (const number of wrongFor) {
        const victim = players[number] as Player;
        const random = seededRandom(`${victim.name} again`);
        const device = await deviceFromSeeds(createDeviceSeeds(random));
        const { member } = victim.replica;
        const back = await amina.replica.change({ type: 'readmit', member, card: device.card });
        expect(back).toMatchObject({ type: 'Done' });
        here.push(await startPlayer(victim.name, amina, device, random, stream, clock));
      }
      for (const { replica } of here) await replica.catchUp();
      for (const { replica } of here) {
        replica.write('everyone', hello);
        expect(await replica.send()).toEqual({ type: 'AllReadBack' });
      }
      for (const { replica } of here) await replica.catchUp();
      expect(new Set(here.map((player) => player.hash())).size).toBe(1);
    }
  },
  PATIENCE,
);

test('D05: a circle’s key that is another one for some is told by them, and the next generation mends it', async () => {
  const { amina, ruth, li, stream, settle } = await cast('amina', 'ruth', 'li');
  const circle = bytesToText(new Uint8Array(16).fill(6));
  const members = [amina, ruth, li].map(({ replica }) => replica.member);
  const { state, device } = amina.replica;
  const made = await makeGeneration(state, device, circle, members, amina.random);
  if (typeof made === 'string') throw new Error('Must hold: Amina may');
  const wraps = made.wraps.map(
    ([n, sealed]): Wrap => (n === 1 ? [n, amina.random(80)] : [n, sealed]),
  );
  await stream.append([
    await forge(amina, { body: { kind: 'circle', generation: { ...made, wraps } } }),
  ]);
  await settle();
  expect(ruth.delivered.at(-2)).toMatchObject({ type: 'WrongKey', by: 0 });
  ruth.replica.write({ circle }, hello);
  expect(await ruth.replica.send()).toMatchObject({ type: 'Held', because: 'NotAllowed' });
  expect(await li.replica.formCircle(circle, members)).toMatchObject({ type: 'Done' });
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
});

test('C02: a removed person with every key they had, and all bytes from the relay, opens nothing that came after', async () => {
  const { amina, ruth, li, stream, settle } = await cast('amina', 'ruth', 'li');
  const circle = bytesToText(new Uint8Array(16).fill(6));
  await amina.replica.formCircle(
    circle,
    [amina, ruth, li].map(({ replica }) => replica.member),
  );
  await settle();
  const from = stream.wires.length;
  await amina.replica.change({ type: 'remove', members: [li.replica.member], devices: [] });
  for (let n = 0; n < 4; n++) {
    ruth.replica.write(n % 2 ? 'everyone' : { circle }, hello);
    await ruth.replica.send();
    await amina.replica.change({ type: 'rotate' });
  }
  await li.replica.catchUp();
  const { epochs, circles } = await li.keys.reveal();
  const raws = [...li.rawEpochs, ...epochs.map(({ raw }) => raw), ...circles.map(({ raw }) => raw)];
  const [removal, ...after] = stream.wires.slice(from);
  for (const wire of after) {
    for (const raw of raws) {
      if (raw === undefined) continue;
      expect(typeof (await openWire(wire, await epochSecret(raw), stream.id))).toBe('string');
    }
  }
  expect(after.length).toBeGreaterThan(6);
  await checkWraps(li, removal as Wire, stream.id);
});

/** The removal itself Li can read, with the wraps beside it: none of them opens with her key. */
async function checkWraps(li: Player, removal: Wire, stream: Uint8Array): Promise<void> {
  const raw = li.rawEpochs.findLast((one) => one !== undefined) as Uint8Array<ArrayBuffer>;
  const plaintext = await openWire(removal, await epochSecret(raw), stream);
  if (typeof plaintext === 'string') throw new Error('Must hold: Li reads her own removal');
  const entry = readEntry(plaintext, removal.length);
  if (typeof entry === 'string') throw new Error('Must hold: it is an entry');
  const { state } = li.replica;
  const wraps = (entry.wraps ?? []).flatMap((list) => plainToWraps(list) ?? []);
  expect(wraps.map(([number]) => number)).toEqual([0, 1]);
  for (const [number, sealed] of wraps) {
    for (const device of [number, li.replica.device]) {
      const info = epochWrapInfo(state.workspace, state.epoch, device);
      expect(await openSealed(li.keys.device.kem, info, sealed)).toBeNull();
    }
  }
}
