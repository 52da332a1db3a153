import { expect, test } from 'vitest';
import { coreTeamCircle, onlyMeCircle, stewardsCircle } from '../circles/well-known.ts';
import { bytesToText } from '../envelope/bytes.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../identity/device.ts';
import { epochSecret } from '../identity/secret.ts';
import { changeOf } from '../membership/changes/index.ts';
import { invite } from '../membership/changes/invite.ts';
import { rotate } from '../membership/changes/rotate.ts';
import { setRole } from '../membership/changes/set-role.ts';
import { version } from '../membership/changes/version.ts';
import { invitationKeys, makeJoinProof } from '../membership/join-proof.ts';
import { wrapsHashOf } from '../membership/parts.ts';
import { recoveryDevicesOf } from '../membership/questions/recovery-devices.ts';
import type { Role } from '../membership/state.ts';
import { recipientsFrom, wrapEpochKey } from '../membership/wraps.ts';
import { anyOp, cast, type Player, seededRandom, startPlayer } from '../testing/cast.ts';
import { craft } from '../testing/craft.ts';
import { openReleased, releaseOf } from './unseal.ts';

const hello = [{ seen: 0, ops: [anyOp('hello')] }];
const device = (seed: string) => deviceFromSeeds(createDeviceSeeds(seededRandom(seed)));

test('D01: nobody writes as another', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  const asAmina = { device: 0, previous: ruth.replica.state.last[0] ?? new Uint8Array(32) };
  await stream.append([(await craft(ruth, asAmina)).wire]);
  await amina.replica.catchUp();
  expect(amina.delivered.at(-1)).toMatchObject({ rule: 3, because: 'SignatureWrong' });
});

test('D02: each role is refused what is not its own', async () => {
  const { amina, join, stream, settle } = await cast('amina', 'ruth');
  const guest = await join('gabriel', 'guest');
  await settle();
  const { pub, id } = await invitationKeys(new Uint8Array(16).fill(4));
  const acts = {
    invite: changeOf(invite, { id, pub, role: 'steward' as Role }),
    setRole: changeOf(setRole, {
      member: amina.replica.member,
      role: 'guest' as Role,
      stewards: null,
    }),
    version: changeOf(version, { version: 2 }),
  };
  for (const [name, change] of Object.entries(acts)) {
    const made = await craft(guest, { body: { kind: 'chain', change } });
    await stream.append([made.wire]);
    await settle();
    expect(amina.delivered.at(-1), name).toMatchObject({ rule: 6, because: 'NotASteward' });
  }
  await stream.append([(await craft(guest)).wire]);
  await settle();
  expect(amina.delivered.at(-1)).toMatchObject({ rule: 6, because: 'NotAllowedForRole' });
  guest.replica.write('everyone', hello);
  expect(await guest.replica.send()).toMatchObject({ type: 'Held', because: 'NotAllowed' });
  expect(await guest.replica.heartbeat()).toEqual({ type: 'AllReadBack' });
});

test('a guest keeps a notebook and may answer in a capsule, and forms no other circle', async () => {
  const { amina, join, settle } = await cast('amina');
  const guest = await join('gabriel', 'guest');
  const { workspace } = amina.replica.state;
  const { member } = guest.replica;
  const own = onlyMeCircle(workspace, member);
  expect(await guest.replica.formCircle(own, [member])).toMatchObject({ type: 'Done' });
  guest.replica.write({ circle: own }, hello);
  guest.replica.writeCapsule([coreTeamCircle(workspace)], hello);
  expect(await guest.replica.send()).toEqual({ type: 'AllReadBack' });
  const other = bytesToText(new Uint8Array(16).fill(5));
  expect(await guest.replica.formCircle(other, [member])).toEqual({
    type: 'Refused',
    because: 'NotAllowedForRole',
  });
  await settle();
  expect(amina.hash()).toBe(guest.hash());
});

test('D04: the last steward can neither leave nor drop their only device', async () => {
  const { amina, ruth } = await cast('amina', 'ruth');
  const refused = { type: 'Refused', because: 'NoStewardLeft' };
  expect(await amina.replica.change({ type: 'leave' })).toEqual(refused);
  expect(await amina.replica.change({ type: 'dropOwnDevice', device: 0 })).toEqual(refused);
  const member = amina.replica.member;
  expect(await amina.replica.change({ type: 'setRole', member, role: 'member' })).toEqual({
    type: 'Refused',
    because: 'NotYourself',
  });
  expect(await ruth.replica.change({ type: 'leave' })).toMatchObject({ type: 'Done' });
});

test('D05: a device that was given another key says who rotated and writes nothing', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  const { state } = amina.replica;
  const [right, wrong] = [amina.random(32), amina.random(32)];
  const { devices } = state.membership;
  const wrap = (raw: typeof right, to: number) =>
    wrapEpochKey(
      raw,
      state.epoch + 1,
      state.workspace,
      recipientsFrom(devices, [to]),
      amina.random,
    );
  const list = [...(await wrap(right, 0)), ...(await wrap(wrong, 1))];
  const { commit } = await epochSecret(right);
  const rotation = {
    epoch: state.epoch + 1,
    commit,
    wrapsHash: wrapsHashOf(list),
    stewards: null,
  };
  const change = changeOf(rotate, { rotation });
  const made = await craft(amina, { body: { kind: 'chain', change }, wraps: [list] });
  await stream.append([made.wire]);
  await ruth.replica.catchUp();
  expect(ruth.delivered).toContainEqual(expect.objectContaining({ type: 'WrongKey', by: 0 }));
  ruth.replica.write('everyone', hello);
  expect(await ruth.replica.send()).toMatchObject({ type: 'Held', because: 'Blocked' });
  expect(await ruth.replica.heartbeat()).toMatchObject({ type: 'Held', because: 'Blocked' });
  expect(await ruth.replica.change({ type: 'leave' })).toEqual({ type: 'NotSent' });
  await amina.replica.heartbeat();
  ruth.replica.write('everyone', hello);
  expect(await ruth.replica.send()).toMatchObject({ type: 'Held', because: 'Blocked' });
});

test('E01, E03: an invitation serves once, and only for the keys it was proved with', async () => {
  const { amina } = await cast('amina');
  const { workspace } = amina.replica.state;
  const random = seededRandom('joiners');
  const invitation = await invitationKeys(random(16));
  await amina.replica.change({ type: 'invite', ...invitation, role: 'member' });
  const [one, two] = [await device('one'), await device('two')];
  const { proof } = await makeJoinProof(workspace, invitation, one.card, 'One', random);
  const newcomer = (card: typeof one.card) => ({
    type: 'admit' as const,
    newcomers: [
      {
        invite: invitation.id,
        member: bytesToText(random(16)),
        role: 'member' as Role,
        card,
        proof,
      },
    ],
  });
  expect(await amina.replica.change(newcomer(two.card))).toMatchObject({ because: 'ProofBroken' });
  expect(await amina.replica.change(newcomer(one.card))).toMatchObject({ type: 'Done' });
  expect(await amina.replica.change(newcomer(two.card))).toMatchObject({
    because: 'InvitationSpent',
  });
});

test('E05: the chain holds no invitation secret and no name', async () => {
  const { amina, stream, join } = await cast('amina');
  await join('Zaynab al-Example');
  const chain = amina.replica.state.chain.map(({ frame }) => Buffer.from(frame).toString('latin1'));
  expect(chain.join('')).not.toContain('Zaynab');
  const secret = seededRandom('Zaynab al-Example');
  secret(64);
  expect(chain.join('')).not.toContain(Buffer.from(secret(16)).toString('latin1'));
  expect(stream.wires.length).toBeGreaterThan(4);
});

test('two trustees bring a person back together, one alone does not', async () => {
  const { amina, ruth, li, join, settle } = await cast('amina', 'ruth', 'li');
  const noor = await join('noor');
  const [first, second] = [li.replica.member, noor.replica.member];
  const kit = await device('kit');
  await ruth.replica.change({ type: 'addDevice', card: kit.card, trustees: [first, second] });
  await settle();
  const { card } = await device('ruth again');
  const wish = { type: 'readmit' as const, member: ruth.replica.member, card };
  expect(await li.replica.change(wish)).toMatchObject({ because: 'SecondNeeded' });
  const { sign } = await import('../identity/signing.ts');
  const { secondBytes } = await import('../membership/second.ts');
  const { readmit, readmitAbout } = await import('../membership/changes/readmit.ts');
  const message = secondBytes(noor.replica.state, readmit.code, readmitAbout(wish.member, card));
  const sig = await sign(noor.keys.device.sign, message);
  const together = { ...wish, second: { device: noor.replica.device, sig } };
  expect(await li.replica.change(together)).toMatchObject({ type: 'Done' });
  await settle();
  const devices = amina.replica.state.membership.devices.filter((d) => d.member === wish.member);
  expect(devices.map(({ active }) => active)).toEqual([false, false, true]);
});

test('a recovery device names its own person alone, or two or three others, and nobody else alone', async () => {
  const { amina, ruth, li, settle } = await cast('amina', 'ruth', 'li');
  const me = ruth.replica.member;
  const add = async (name: string, trustees: readonly string[]) => {
    const { card } = await device(name);
    return ruth.replica.change({ type: 'addDevice', card, trustees });
  };
  expect(await add('one other', [li.replica.member])).toMatchObject({ because: 'SecondNeeded' });
  expect(await add('me and one', [me, li.replica.member])).toMatchObject({
    because: 'NobodyKnown',
  });
  expect(await add('me twice', [me, me])).toMatchObject({ because: 'NobodyKnown' });
  expect(await add('kit', [me])).toMatchObject({ type: 'Done' });
  await settle();
  const listed = recoveryDevicesOf(amina.replica.state.membership, me, 'kit');
  expect(listed).toHaveLength(1);
  // Nobody comes in as the person by naming what is theirs alone.
  const { card } = await device('ghost');
  const second = { device: ruth.replica.device, sig: new Uint8Array(64) };
  const wish = { type: 'readmit' as const, member: me, card, second };
  expect(await li.replica.change(wish)).toMatchObject({ because: 'SecondNeeded' });
});

test('a device that a steward readmitted gets no circle key until one of the circle includes it', async () => {
  const { amina, ruth, li, settle, stream, clock } = await cast('amina', 'ruth', 'li');
  const circle = bytesToText(new Uint8Array(16).fill(7));
  const pair = [ruth.replica.member, li.replica.member];
  await ruth.replica.formCircle(circle, pair);
  await settle();
  const ghost = await device('ghost');
  await amina.replica.change({ type: 'readmit', member: li.replica.member, card: ghost.card });
  const player: Player = await startPlayer('ghost', amina, ghost, seededRandom('g'), stream, clock);
  await settle();
  expect(await player.replica.formCircle(circle, pair)).toMatchObject({ because: 'NotInCircle' });
  ruth.replica.write({ circle }, hello);
  expect(await ruth.replica.send()).toMatchObject({ type: 'Held', because: 'CircleOwed' });
  expect(await ruth.replica.formCircle(circle, pair)).toMatchObject({ type: 'Done' });
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  await player.replica.catchUp();
  expect(player.delivered.at(-1)).toMatchObject({ type: 'Content' });
});

test('the stewards’ circle follows the stewards, and removing one changes its key at once', async () => {
  const { amina, ruth, settle } = await cast('amina', 'ruth');
  const id = stewardsCircle(amina.replica.state.workspace);
  const generation = () => amina.replica.state.membership.circles.get(id)?.generation;
  const member = ruth.replica.member;
  await amina.replica.change({ type: 'setRole', member, role: 'steward' });
  await settle();
  expect(generation()).toBe(2);
  expect(ruth.keys.circle(id, 2)?.commit).toEqual(amina.keys.circle(id, 2)?.commit);
  await amina.replica.change({ type: 'setRole', member, role: 'member' });
  await settle();
  expect(generation()).toBe(3);
  expect(ruth.keys.circle(id, 3)).toBeUndefined();
});

test('nobody takes the id of another person’s circle of one', async () => {
  const { amina, ruth } = await cast('amina', 'ruth');
  const id = onlyMeCircle(amina.replica.state.workspace, ruth.replica.member);
  const both = [amina.replica.member, ruth.replica.member];
  expect(await amina.replica.formCircle(id, both)).toMatchObject({ because: 'CircleNotYours' });
  expect(await ruth.replica.formCircle(id, both)).toMatchObject({ because: 'CircleNotYours' });
});

test('a capsule stays closed to others until a facilitator releases it', async () => {
  const { amina, ruth, li, settle } = await cast('amina', 'ruth', 'li');
  const { workspace } = amina.replica.state;
  const facilitators = bytesToText(new Uint8Array(16).fill(8));
  await amina.replica.formCircle(facilitators, [amina.replica.member]);
  await settle();
  ruth.replica.writeCapsule([facilitators], hello);
  expect(await ruth.replica.send()).toEqual({ type: 'AllReadBack' });
  await settle();
  const sealedOf = (player: Player) => {
    const one = player.delivered.findLast(({ type }) => type === 'Sealed');
    if (one?.type !== 'Sealed') throw new Error('Must hold: a sealed body');
    return one.sealed;
  };
  expect(li.delivered.at(-1)).toMatchObject({ type: 'Sealed' });
  expect(amina.delivered.at(-1)).toMatchObject({ type: 'Content', capsule: true });
  expect(await releaseOf(sealedOf(li), li.keys, workspace)).toBeNull();
  const release = await releaseOf(sealedOf(amina), amina.keys, workspace);
  if (release === null) throw new Error('Must hold: the facilitator can release');
  amina.replica.write('everyone', [], [release]);
  await amina.replica.send();
  await settle();
  const said = li.delivered.at(-1);
  expect(said).toMatchObject({ type: 'Content', releases: [release] });
  const opened = await openReleased(sealedOf(li), release, workspace);
  expect(opened?.accepted).toMatchObject({ device: 1, runs: hello });
  const lie = { ...sealedOf(li), device: 2 };
  expect(await openReleased(lie, release, workspace)).toBeNull();
});

test('a person’s further device reads what the first one could', async () => {
  const { amina, stream, clock } = await cast('amina');
  const circle = onlyMeCircle(amina.replica.state.workspace, amina.replica.member);
  const phone = await device('phone');
  expect(await amina.replica.change({ type: 'addDevice', card: phone.card })).toMatchObject({
    type: 'Done',
  });
  const other = await startPlayer('phone', amina, phone, seededRandom('p'), stream, clock);
  amina.replica.write({ circle }, hello);
  await amina.replica.send();
  await other.replica.catchUp();
  expect(other.delivered.at(-1)).toMatchObject({ type: 'Content', accepted: { runs: hello } });
  other.replica.write({ circle }, hello);
  expect(await other.replica.send()).toEqual({ type: 'AllReadBack' });
});

test('R24: after a newer version nothing is read and nothing written, without alarm', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  await amina.replica.change({ type: 'version', version: 2 });
  await ruth.replica.catchUp();
  const { n, tip } = ruth.replica.state;
  const before = ruth.delivered.length;
  await stream.append([(await craft(amina)).wire]);
  ruth.replica.write('everyone', hello);
  expect(await ruth.replica.send()).toEqual({ type: 'Held', held: 1, because: 'Blocked' });
  expect(await ruth.replica.catchUp()).toEqual({ blocked: 'NeedsUpdate' });
  expect(ruth.delivered.slice(before)).toEqual([]);
  expect(ruth.replica.state).toMatchObject({ n, tip });
  expect(ruth.delivered.some(({ type }) => type === 'Alarm')).toBe(false);
});
