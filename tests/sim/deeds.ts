/**
 * What people, machines and poisoned peers do in a simulated history. Each deed is a few lines; what
 * cannot be done at the moment (nobody left to remove, not a steward) is simply not done.
 */
import { bytesToText } from '../../vault/envelope/bytes.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../../vault/identity/device.ts';
import type { DeviceKeys } from '../../vault/identity/types.ts';
import type { Wire } from '../../vault/log/types.ts';
import { invitationKeys, makeJoinProof } from '../../vault/membership/join-proof.ts';
import type { Member, Role } from '../../vault/membership/state.ts';
import { anyOp, seededRandom } from '../../vault/testing/cast.ts';
import { craft } from '../../vault/testing/craft.ts';
import { diskOfWelcomed } from './first-disk.ts';
import type { SimDevice } from './sim-device.ts';
import type { Slot, World } from './world.ts';

/** Everything that was written, by the unique words it was written in. */
export type Written = Map<string, { readonly slot: Slot; readonly typed: boolean }>;

export interface Doing {
  readonly world: World;
  readonly slot: Slot;
  /** A number to choose somebody or something by. */
  readonly about: number;
  /** Unlike any other deed's of the history. */
  readonly word: string;
  readonly written: Written;
}

/** Records, texts and people are few, so that people meet. */
const RECORDS = ['AAAAAAAAAAAAAAAAAAAAAA', 'BBBBBBBBBBBBBBBBBBBBBA', 'CCCCCCCCCCCCCCCCCCCCCA'];
const MOST_SLOTS = 8;

/** What a person does at a device. */
export const deeds = {
  async write(me: SimDevice, { about, word, written, slot }: Doing) {
    if (!mayWrite(me)) return;
    const record = RECORDS[about % RECORDS.length] as string;
    await me.write([{ table: 'asks', record, field: 'title', value: word }], 'everyone');
    written.set(word, { slot, typed: false });
  },
  async 'write for the team'(me: SimDevice, { world, word, written, slot }: Doing) {
    const circle = me.replica.state.membership.circles.get(world.coreTeam);
    if (!circle?.holders.includes(me.replica.device)) return;
    const record = bytesToText(seededRandom(word)(16));
    const audience = { circle: world.coreTeam };
    await me.write([{ table: 'contacts', record, field: 'note', value: word }], audience);
    written.set(word, { slot, typed: false });
  },
  async type(me: SimDevice, { about, word, written, slot }: Doing) {
    if (!mayWrite(me)) return;
    await me.type(RECORDS[about % RECORDS.length] as string, `${word} `);
    written.set(word, { slot, typed: true });
  },
  async delete(me: SimDevice, { about, word, written, slot }: Doing) {
    if (!mayWrite(me)) return;
    const record = RECORDS[about % RECORDS.length] as string;
    const deleted = { table: 'asks', record, field: 'deleted', value: true };
    await me.write([deleted, { table: 'asks', record, field: 'why', value: word }], 'everyone');
    written.set(word, { slot, typed: false });
  },
  async send(me: SimDevice) {
    await me.replica.send();
  },
  async read(me: SimDevice) {
    await me.replica.catchUp();
  },
  async heartbeat(me: SimDevice) {
    await me.replica.heartbeat();
  },
  async rotate(me: SimDevice) {
    if (roleOf(me) === 'steward') await me.replica.change({ type: 'rotate' });
  },
  async 'let somebody in'(me: SimDevice, { world, about, word }: Doing) {
    if (roleOf(me) !== 'steward' || world.slots.length >= MOST_SLOTS) return;
    const random = seededRandom(`${word} newcomer`);
    const newKeys = await deviceFromSeeds(createDeviceSeeds(random));
    const invitation = await invitationKeys(random(16));
    const { card } = newKeys;
    const { workspace } = me.replica.state;
    const { proof } = await makeJoinProof(workspace, invitation, card, word, random);
    const role: Role = about % 4 === 0 ? 'guest' : 'member';
    const invited = await me.replica.change({ type: 'invite', ...invitation, role });
    if (invited.type !== 'Done') return;
    const member = bytesToText(random(16));
    const newcomers = [{ invite: invitation.id, member, role, card, proof }];
    const admitted = await me.replica.change({ type: 'admit', newcomers });
    if (admitted.type === 'Done') await start(world, me, newKeys, `newcomer ${word}`);
  },
  async 'add a device'(me: SimDevice, { world, word }: Doing) {
    if (world.slots.length >= MOST_SLOTS) return;
    const random = seededRandom(`${word} phone`);
    const newKeys = await deviceFromSeeds(createDeviceSeeds(random));
    const added = await me.replica.change({ type: 'addDevice', card: newKeys.card });
    if (added.type === 'Done') await start(world, me, newKeys, `${me.name}+${word}`);
  },
  async 'drop another device'(me: SimDevice) {
    const own = me.replica.state.membership.devices.filter(
      (d) => d.active && d.member === me.replica.member && d.number !== me.replica.device,
    );
    const device = own[0]?.number;
    if (device !== undefined) await me.replica.change({ type: 'dropOwnDevice', device });
  },
  async remove(me: SimDevice, { about }: Doing) {
    const other = somebodyElse(me, about);
    if (roleOf(me) !== 'steward' || other === undefined) return;
    await me.replica.change({ type: 'remove', members: [other.id], devices: [] });
  },
  async leave(me: SimDevice) {
    await me.replica.change({ type: 'leave' });
  },
  async 'change a role'(me: SimDevice, { about }: Doing) {
    const other = somebodyElse(me, about);
    if (roleOf(me) !== 'steward' || other === undefined) return;
    const role = other.role === 'member' ? 'steward' : 'member';
    await me.replica.change({ type: 'setRole', member: other.id, role });
  },
  async 'renew the team'(me: SimDevice, { world, about }: Doing) {
    const others = membersHere(me).filter(({ role }) => role !== 'guest');
    const members = others.filter(({ id }, i) => id === me.replica.member || (about + i) % 2 === 0);
    await me.replica.formCircle(
      world.coreTeam,
      members.map(({ id }) => id),
    );
  },
} satisfies Record<string, (me: SimDevice, doing: Doing) => Promise<void>>;

/** What a poisoned peer, who has this person's keys, puts on the relay behind everybody's back. */
export const poisons = {
  async 'a message repeated'(_me: SimDevice, { world, about }: Doing) {
    const { log } = world.relay;
    log.push(log[about % log.length] as Wire);
  },
  async 'a bit flipped'(_me: SimDevice, { world, about }: Doing) {
    const wire = (world.relay.log.at(-1) as Wire).slice();
    const at = (about * 41) % wire.length;
    wire[at] = (wire[at] as number) ^ 1;
    world.relay.log.push(wire);
  },
  async junk(_me: SimDevice, { world, word }: Doing) {
    world.relay.log.push(seededRandom(word)(512));
  },
  async 'a poisoned clock'(me: SimDevice, { world, word }: Doing) {
    const body = {
      kind: 'plain',
      ops: { runs: [{ seen: 0, ops: [anyOp(word)] }], releases: [] },
    } as const;
    world.relay.log.push((await craft(me, { body, hlc: Number.MAX_SAFE_INTEGER })).wire);
  },
  async 'two entries in one place'(me: SimDevice, { world }: Doing) {
    world.relay.log.push((await craft(me)).wire, (await craft(me)).wire);
  },
  async 'an entry in another’s name'(me: SimDevice, { world, about }: Doing) {
    const { devices } = me.replica.state.membership;
    const device = about % devices.length;
    if (device === me.replica.device) return;
    world.relay.log.push((await craft(me, { device })).wire);
  },
  async 'a view that never was'(me: SimDevice, { world }: Doing) {
    world.relay.log.push((await craft(me, { viewH: new Uint8Array(16).fill(7) })).wire);
  },
  async 'a text update that would silence'(me: SimDevice, { world }: Doing) {
    // A collected run of 2^31 characters under another's client id (security.md, section 0).
    const update = Uint8Array.of(1, 1, 1, 0, 0, 255, 255, 255, 255, 7, 0);
    const op = { table: 'texts', record: RECORDS[0] as string, field: 'words', update };
    const body = { kind: 'plain', ops: { runs: [{ seen: 0, ops: [op] }], releases: [] } } as const;
    world.relay.log.push((await craft(me, { body })).wire);
  },
} satisfies Record<string, (me: SimDevice, doing: Doing) => Promise<void>>;

export type Deed = keyof typeof deeds;
export type Poison = keyof typeof poisons;

export function roleOf({ replica }: SimDevice): Role | undefined {
  return replica.state.membership.members.get(replica.member)?.role;
}

function mayWrite(me: SimDevice): boolean {
  return roleOf(me) !== 'guest';
}

function membersHere({ replica }: SimDevice): readonly Member[] {
  return [...replica.state.membership.members.values()].filter(({ active }) => active);
}

function somebodyElse(me: SimDevice, about: number): Member | undefined {
  const others = membersHere(me).filter(({ id }) => id !== me.replica.member);
  return others[about % Math.max(1, others.length)];
}

/** Starts the device that was just listed. */
async function start(world: World, approver: SimDevice, keys: DeviceKeys, name: string) {
  const disk = await diskOfWelcomed(approver, keys);
  if (disk !== null) world.addSlot(name, keys, disk);
}
