/**
 * One stream in which every type of entry occurs, good and bad, but `version`, after which nothing is
 * read (`version-story.ts`): what the frozen vectors and the tests that sweep over entries are made
 * from. Every wire has a name, in the stream's order.
 */

import { coreTeamCircle, onlyMeCircle } from '../circles/well-known.ts';
import { assert, type Bytes, concat } from '../envelope/bytes.ts';
import { plainToBytes } from '../envelope/cbor-write.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../identity/device.ts';
import { epochSecret } from '../identity/secret.ts';
import { sign } from '../identity/signing.ts';
import type { Body, Wire } from '../log/types.ts';
import { placeOf } from '../membership/apply.ts';
import { compact } from '../membership/changes/compact.ts';
import { dropOwnDevice } from '../membership/changes/drop-own-device.ts';
import { changeOf } from '../membership/changes/index.ts';
import { policy, policyAbout } from '../membership/changes/policy.ts';
import { remove } from '../membership/changes/remove.ts';
import { revoke } from '../membership/changes/revoke.ts';
import { rotate } from '../membership/changes/rotate.ts';
import { setRole } from '../membership/changes/set-role.ts';
import { invitationKeys } from '../membership/join-proof.ts';
import { type Rotation, wrapsHashOf } from '../membership/parts.ts';
import { secondBytes } from '../membership/second.ts';
import { recipientsFrom, wrapEpochKey } from '../membership/wraps.ts';
import { anyOp, cast, type Player, seededRandom, startPlayer } from './cast.ts';
import { type Crafted, craft } from './craft.ts';

export interface HouseStory {
  readonly workspace: Uint8Array;
  readonly stream: Uint8Array;
  /** Raw epoch keys by number, as the founder learned them. */
  readonly epochs: readonly Bytes[];
  readonly wires: readonly { readonly name: string; readonly wire: Wire }[];
}

/** Plays the story. The same bytes each time. */
export async function playHouseStory(): Promise<HouseStory> {
  const named = new Map<number, string>();
  const stage = await cast('amina', 'ruth', 'li');
  const { amina, ruth, li, stream, clock } = stage;
  const opening = ['genesis', 'circle: core team', 'circle: only Amina'];
  for (const name of ['Ruth', 'Li']) opening.push(`invite: ${name}`, `admit: ${name}`);
  for (const [i, name] of opening.entries()) named.set(i, name);

  /** What is appended meanwhile bears this name. */
  async function scene(name: string, act: () => Promise<unknown>): Promise<void> {
    const from = stream.wires.length;
    clock.pass(60_000);
    await act();
    await stage.settle();
    for (let i = from; i < stream.wires.length; i++) {
      named.set(i, stream.wires.length - from > 1 ? `${name} (${i - from + 1})` : name);
    }
  }
  const good = (name: string, act: () => Promise<{ readonly type: string }>) =>
    scene(name, async () => {
      const { type } = await act();
      assert(type === 'Done' || type === 'AllReadBack', `${name}: ${type}`);
    });
  const bad = (name: string, player: Player, about: Crafted) =>
    scene(`bad: ${name}`, async () => stream.append([(await craft(player, about)).wire]));
  const write = (player: Player, audience: 'everyone' | { circle: string }, text: string) => {
    player.replica.write(audience, [{ seen: 1, ops: [anyOp(text)] }]);
    return player.replica.send();
  };

  const { workspace } = amina.replica.state;
  const team = coreTeamCircle(workspace);
  const { member: ruthId } = ruth.replica;
  await good('plain: a title', () => write(ruth, 'everyone', 'What was asked'));
  await good('circle: the core team takes Ruth in', () =>
    amina.replica.formCircle(team, [amina.replica.member, ruthId]),
  );
  await good('box: to the core team', () => write(ruth, { circle: team }, 'Only us'));
  await good('circle: only Ruth', () =>
    ruth.replica.formCircle(onlyMeCircle(workspace, ruthId), [ruthId]),
  );
  await good('capsule: from Li to the core team', () => {
    li.replica.writeCapsule([team], [{ seen: 2, ops: [anyOp('Yes')] }]);
    return li.replica.send();
  });
  await good('heartbeat', () => li.replica.heartbeat());
  const unused = await invitationKeys(seededRandom('unused')(16));
  await good('invite: never used', () =>
    amina.replica.change({ type: 'invite', ...unused, role: 'guest' }),
  );
  await good('revoke', () => amina.replica.change({ type: 'revoke', id: unused.id }));
  await good('setRole: Ruth becomes a steward', () =>
    amina.replica.change({ type: 'setRole', member: ruthId, role: 'steward' }),
  );

  await scene('replay', () => stream.append([stream.wires[7] as Wire]));
  await scene('bad: one bit flipped', () => {
    const wire = Uint8Array.from(stream.wires.at(-2) as Wire);
    wire[200] = (wire[200] as number) ^ 4;
    return stream.append([wire]);
  });
  await scene('bad: cut short', () => stream.append([(stream.wires[8] as Wire).slice(0, 300)]));
  await scene('bad: too short to be a message', () => stream.append([new Uint8Array(40)]));
  await scene('bad: version 2', async () => {
    const { wire } = await craft(li);
    wire[0] = 2;
    await stream.append([wire]);
  });
  await scene('bad: suite 2', async () => {
    const { wire } = await craft(li);
    wire[1] = 2;
    await stream.append([wire]);
  });
  const deep = (levels: number): Bytes => {
    const inner = plainToBytes([]);
    return concat(new Uint8Array(levels).fill(0x81), inner);
  };
  await bad('a body 10,000 levels deep', li, {
    plaintext: (_frame, sig) => concat(deep(10_000), sig),
  });
  await bad('a frame of eight parts', li, {
    plaintext: (_frame, sig) => concat(plainToBytes([32, 0, 0, 0, 0, 0, 0, 0]), sig),
  });
  await bad('a type that is unknown', li, { type: 99 });
  await bad('a body of another type', li, { type: 33 });
  await bad('content that names a head', li, { head: amina.replica.state.head });
  await bad('signed with another device’s key', li, { device: 1 });
  await bad('signed for another workspace', li, { place: new Uint8Array(64) });
  await bad('a device that does not exist', li, { device: 40 });
  await bad('a view ahead of itself', li, { viewN: 10_000 });
  await bad('p of an entry before the last', li, { previous: new Uint8Array(32) });
  await scene('fork alarm: a view that differs', async () =>
    stream.append([(await craft(li, { viewH: new Uint8Array(16).fill(7) })).wire]),
  );
  await bad('another epoch in the frame', li, { epoch: 77 });
  await bad('a head that is not the head', amina, {
    body: { kind: 'chain', change: changeOf(revoke, { id: unused.id }) },
    head: new Uint8Array(32).fill(1),
  });
  await bad('a member sets a role', li, {
    body: {
      kind: 'chain',
      change: changeOf(setRole, { member: ruthId, role: 'guest', stewards: null }),
    },
  });
  await bad('a member rotates when none is owed', li, {
    body: { kind: 'chain', change: changeOf(rotate, { rotation: noRotation }) },
    wraps: [[]],
  });
  const liId = li.replica.member;
  await bad('a removal that leaves a device out', amina, await removal(amina, liId, [0]));
  await bad(
    'a removal that keeps the removed device',
    amina,
    await removal(amina, liId, [0, 1, 2]),
  );
  await bad('a removal of a steward without the stewards’ circle', amina, {
    ...(await removal(amina, ruthId, [0, 2])),
  });
  await bad('another’s device is dropped', li, {
    body: { kind: 'chain', change: changeOf(dropOwnDevice, { device: 0 }) },
  });
  await bad('Li joins the core team by herself', li, {
    body: {
      kind: 'circle',
      generation: {
        circle: team,
        generation: 3,
        members: [liId],
        commit: new Uint8Array(32),
        kemPub: new Uint8Array(32).fill(9),
        wraps: [[2, new Uint8Array(80)]],
      },
    },
  });
  await bad('a box to a circle that Li is not in', li, {
    body: emptyBox(team),
  });

  await good('policy: keep everything', () =>
    amina.replica.change({ type: 'policy', policy: { keepEverything: true } }),
  );
  const moved = {
    type: 'compact' as const,
    stream: new Uint8Array(16).fill(9),
    relay: '',
    checkpoint: new Uint8Array(0),
  };
  await bad('compaction while everything is kept', amina, {
    body: { kind: 'chain', change: changeOf(compact, { ...moved, rotation: noRotation }) },
    wraps: [[]],
  });
  await bad('one steward alone ends it', amina, {
    body: {
      kind: 'chain',
      change: changeOf(policy, { policy: { keepEverything: false }, second: null }),
    },
  });
  await good('policy: two stewards end it', async () => {
    const open = { keepEverything: false };
    const place = placeOf(amina.replica.state, 0);
    const message = secondBytes(place, policy.code, policyAbout(open));
    const second = { device: 1, sig: await sign(ruth.keys.device.sign, message) };
    return amina.replica.change({ type: 'policy', policy: open, second });
  });

  const random = seededRandom('phone');
  const phoneKeys = await deviceFromSeeds(createDeviceSeeds(random));
  await good('addDevice: Ruth’s phone', () =>
    ruth.replica.change({ type: 'addDevice', card: phoneKeys.card }),
  );
  const phone = await startPlayer('phone', ruth, phoneKeys, random, stream, clock);
  await good('box: from the phone', () => write(phone, { circle: team }, 'On my way'));
  await good('dropOwnDevice: the phone is lost', () =>
    ruth.replica.change({ type: 'dropOwnDevice', device: 3 }),
  );
  await bad('content while a rotation is owed', li, {});
  await good('rotate: by Li, who wants to write', () => write(li, 'everyone', 'I rotated first'));
  await bad('a box while its circle owes a generation', ruth, {
    body: emptyBox(team),
  });
  await good('circle: the core team’s next generation', () => write(ruth, { circle: team }, 'Us'));
  await good('readmit: Li with a new device', async () => {
    const card = (await deviceFromSeeds(createDeviceSeeds(seededRandom('li again')))).card;
    return amina.replica.change({ type: 'readmit', member: li.replica.member, card });
  });
  await bad('from a device that was ended', li, {
    ...(await seenBy(amina)),
  });
  await good('remove: Li', () =>
    amina.replica.change({ type: 'remove', members: [li.replica.member], devices: [] }),
  );
  await good('leave: Ruth', () => ruth.replica.change({ type: 'leave' }));
  await good('rotate: a steward after Ruth left', () => write(amina, 'everyone', 'Alone again'));
  await bad('a rotation to the epoch before', amina, {
    body: { kind: 'chain', change: changeOf(rotate, { rotation: noRotation }) },
    wraps: [[]],
  });
  await good('compact', () => amina.replica.change(moved));
  await scene('foreign: what comes after the move', async () =>
    stream.append([(await craft(amina, { stream: stream.id })).wire]),
  );

  const wires = stream.wires.map((wire, i) => ({ name: named.get(i) ?? `message ${i}`, wire }));
  return { workspace, stream: stream.id, epochs: amina.rawEpochs, wires };
}

const noRotation: Rotation = {
  epoch: 0,
  commit: new Uint8Array(32),
  wrapsHash: wrapsHashOf([]),
  stewards: null,
};

/** A removal whose next key goes to the devices named here, right or not. */
async function removal(by: Player, member: string, to: readonly number[]): Promise<Crafted> {
  const { workspace, epoch, membership } = by.replica.state;
  const raw = by.random(32);
  const recipients = recipientsFrom(membership.devices, to);
  const list = await wrapEpochKey(raw, epoch + 1, workspace, recipients, by.random);
  const rotation: Rotation = {
    epoch: epoch + 1,
    commit: (await epochSecret(raw)).commit,
    wrapsHash: wrapsHashOf(list),
    stewards: null,
  };
  const change = changeOf(remove, { members: [member], devices: [], rotation });
  return { body: { kind: 'chain', change }, wraps: [list] };
}

function emptyBox(circle: string): Body {
  const nothing = new Uint8Array(32);
  const ct = new Uint8Array(20);
  return { kind: 'box', box: { circle, generation: 2, salt: nothing, commit: nothing, ct } };
}

/** What another device sees of the log, for one that cannot read on. */
async function seenBy({ replica, keys }: Player): Promise<Crafted> {
  const { state } = replica;
  const secret = keys.epoch(state.epoch);
  assert(secret !== undefined, 'the founder reads on');
  return {
    secret,
    epoch: state.epoch,
    viewN: state.n,
    viewH: state.tip.slice(0, 16),
    stream: state.stream,
  };
}
