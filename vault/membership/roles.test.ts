/** Every role with every type of entry: what each replica says of it, whatever an application sent. */
import { expect, test } from 'vitest';
import { coreTeamCircle, onlyMeCircle } from '../circles/well-known.ts';
import { bytesToText } from '../envelope/bytes.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../identity/device.ts';
import type { Body, Delivered, Stream } from '../log/types.ts';
import { anyOp, cast, type Player, seededRandom } from '../testing/cast.ts';
import { craft, somePlain } from '../testing/craft.ts';
import { addDevice } from './changes/add-device.ts';
import { admit } from './changes/admit.ts';
import { compact } from './changes/compact.ts';
import { dropOwnDevice } from './changes/drop-own-device.ts';
import { genesis } from './changes/genesis.ts';
import { changeOf } from './changes/index.ts';
import { invite } from './changes/invite.ts';
import { policy } from './changes/policy.ts';
import { readmit } from './changes/readmit.ts';
import { remove } from './changes/remove.ts';
import { revoke } from './changes/revoke.ts';
import { rotate } from './changes/rotate.ts';
import { setRole } from './changes/set-role.ts';
import { version } from './changes/version.ts';
import { invitationKeys, makeJoinProof } from './join-proof.ts';
import { wrapsHashOf } from './parts.ts';
import type { Role } from './state.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;
const rotation = {
  epoch: 77,
  commit: new Uint8Array(32),
  wrapsHash: wrapsHashOf([]),
  stewards: null,
};

async function stage() {
  const all = await cast('amina', 'ruth', 'li');
  const guest = await all.join('gabriel', 'guest');
  const unused = await invitationKeys(seededRandom('unused')(16));
  await all.amina.replica.change({ type: 'invite', ...unused, role: 'member' });
  await all.settle();
  const { workspace } = all.amina.replica.state;
  const random = seededRandom('newcomer');
  const { card } = await deviceFromSeeds(createDeviceSeeds(random));
  const { proof } = await makeJoinProof(workspace, unused, card, 'Newcomer', random);
  const other = await invitationKeys(seededRandom('another')(16));
  const li = all.li.replica.member;
  const role: Role = 'member';
  const newcomers = [{ invite: unused.id, member: id('n'), role, card, proof }];
  const moved = { stream: new Uint8Array(16), relay: '', checkpoint: new Uint8Array(0) };
  const ofStewards = {
    invite: changeOf(invite, { ...other, role }),
    revoke: changeOf(revoke, { id: unused.id }),
    admit: changeOf(admit, { newcomers, rotation }),
    remove: changeOf(remove, { members: [li], devices: [], rotation }),
    setRole: changeOf(setRole, { member: li, role: 'guest', stewards: null }),
    policy: changeOf(policy, { policy: { keepEverything: true }, second: null }),
    version: changeOf(version, { version: 2 }),
    compact: changeOf(compact, { ...moved, rotation }),
  };
  return { ...all, guest, card, ofStewards, workspace };
}

/** What Amina's replica says of an entry that somebody's keys signed. */
async function saidOf(amina: Player, by: Player, body: Body, stream: Stream): Promise<Delivered> {
  await by.replica.catchUp();
  await stream.append([(await craft(by, { body })).wire]);
  await amina.replica.catchUp();
  const one = amina.delivered.at(-1);
  if (one === undefined) throw new Error('Must hold: something was delivered');
  return one;
}

test('D02: what stewards do is refused from a member and from a guest, type by type', async () => {
  const { amina, ruth, guest, ofStewards, stream } = await stage();
  for (const [name, change] of Object.entries(ofStewards)) {
    for (const by of [ruth, guest]) {
      const said = await saidOf(amina, by, { kind: 'chain', change }, stream);
      expect(said, `${name} by ${by.name}`).toMatchObject({ rule: 6, because: 'NotASteward' });
    }
  }
});

test('D02: nobody begins the workspace again, rotates unasked or readmits alone but a steward', async () => {
  const { amina, ruth, li, guest, card, stream } = await stage();
  const { member } = li.replica;
  const nonce = new Uint8Array(32);
  const begin = { nonce, member: id('x'), card, rotation, policy: { keepEverything: false } };
  const rows = [
    ['NotGenesis', changeOf(genesis, begin)],
    ['RotationNotOwed', changeOf(rotate, { rotation })],
    ['SecondNeeded', changeOf(readmit, { member, card, rotation, second: null })],
    ['NotYourDevice', changeOf(dropOwnDevice, { device: 0 })],
    ['WrapsDiffer', changeOf(addDevice, { card, wrapsHash: new Uint8Array(32), trustees: [] })],
  ] as const;
  for (const [because, change] of rows) {
    for (const by of [ruth, guest]) {
      const said = await saidOf(amina, by, { kind: 'chain', change }, stream);
      expect(said, `${change.name} by ${by.name}`).toMatchObject({ rule: 6, because });
    }
  }
});

test('D02: content, role by role', async () => {
  const { amina, ruth, guest, workspace, stream } = await stage();
  const team = coreTeamCircle(workspace);
  for (const { replica } of [ruth, guest]) {
    await replica.formCircle(onlyMeCircle(workspace, replica.member), [replica.member]);
  }
  const place = { n: 1, tip: new Uint8Array(32), sha256: new Uint8Array(32) };
  const ref = { ...place, stream: new Uint8Array(16), key: new Uint8Array(32) };
  const bodies: Readonly<Record<string, Body>> = {
    plain: somePlain,
    heartbeat: { kind: 'heartbeat' },
    checkpoint: { kind: 'checkpoint', checkpoint: { circle: null, ...ref } },
    attest: { kind: 'attest', sha256: new Uint8Array(32) },
  };
  const said: string[] = [];
  for (const [name, body] of Object.entries(bodies)) {
    for (const by of [ruth, guest]) {
      const one = await saidOf(amina, by, body, stream);
      said.push(`${name}, ${by.name}: ${one.type === 'Rejected' ? one.because : one.type}`);
    }
  }
  expect(said).toEqual([
    'plain, ruth: Content',
    'plain, gabriel: NotAllowedForRole',
    'heartbeat, ruth: Heartbeat',
    'heartbeat, gabriel: Heartbeat',
    'checkpoint, ruth: Checkpoint',
    'checkpoint, gabriel: NotAllowedForRole',
    'attest, ruth: Attest',
    'attest, gabriel: NotAllowedForRole',
  ]);
  for (const by of [ruth, guest]) {
    const own = onlyMeCircle(workspace, by.replica.member);
    const runs = [{ seen: 0, ops: [anyOp('x')] }];
    by.replica.write({ circle: own }, runs);
    by.replica.writeCapsule([team], runs);
    expect(await by.replica.send()).toEqual({ type: 'AllReadBack' });
    const formed = await by.replica.formCircle(bytesToText(by.random(16)), [by.replica.member]);
    expect(formed.type, by.name).toBe(by === ruth ? 'Done' : 'Refused');
  }
});
