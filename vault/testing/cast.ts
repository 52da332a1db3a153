/**
 * A small cast for tests: people with seeded keys on one stream in memory, and a clock that moves
 * when told. The first begins the workspace; the others are invited and admitted, in order.
 *
 *   const { amina, ruth, clock } = await cast('amina', 'ruth');
 */

import { assert, type Bytes, bytesToText, utf8Bytes } from '../envelope/bytes.ts';
import { plainHash } from '../envelope/contexts.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../identity/device.ts';
import { createKeyring } from '../identity/keyring.ts';
import type { DeviceKeys, Keyring, Random } from '../identity/types.ts';
import { beginWorkspace } from '../log/begin-workspace.ts';
import { createMemoryStream, type MemoryStream } from '../log/memory-stream.ts';
import { createReplica } from '../log/replica.ts';
import type { Delivered, Replica, Stream } from '../log/types.ts';
import { makeWelcome, openWelcome } from '../log/welcome.ts';
import { invitationKeys, makeJoinProof } from '../membership/join-proof.ts';
import type { Role } from '../membership/state.ts';
import { stateHash } from '../membership/state-bytes.ts';
import type { Op } from '../types.ts';
import { seededRandom } from './random.ts';

export { seededRandom };

export interface Player {
  readonly name: string;
  readonly replica: Replica;
  readonly keys: Keyring;
  readonly random: Random;
  /** The raw keys of the epochs this person learned, by number. */
  readonly rawEpochs: Bytes[];
  /** Everything that was handed on, in order. */
  readonly delivered: Delivered[];
  /** The state hash, as base64url text. */
  hash(): string;
}

export interface TestClock {
  (): number;
  now: number;
  /** Moves on by so many milliseconds. */
  pass(milliseconds: number): void;
}

/** Noon, 5 January 2026, UTC. */
export const START = Date.UTC(2026, 0, 5, 12);

export function testClock(): TestClock {
  const clock = Object.assign(() => clock.now, {
    now: START,
    pass(milliseconds: number) {
      clock.now += milliseconds;
    },
  });
  return clock;
}

export interface Stage {
  readonly stream: MemoryStream;
  readonly clock: TestClock;
  readonly players: readonly Player[];
  /** Invites, proves, admits and welcomes: a further person on the stream. */
  join(name: string, role?: Role, approver?: Player): Promise<Player>;
  /** Everybody reads to the end. */
  settle(): Promise<void>;
}

export async function cast<Names extends readonly string[]>(
  ...names: Names
): Promise<Record<Names[number], Player> & Stage> {
  const clock = testClock();
  const stream = createMemoryStream(plainHash(utf8Bytes('stream')).slice(0, 16));
  const players: Player[] = [];
  const first = await begin(names[0] ?? 'amina', stream, clock);
  players.push(first);
  const stage: Stage = {
    stream,
    clock,
    players,
    async join(name, role = 'member', approver = first) {
      const player = await joinWorkspace(name, role, approver, stream, clock);
      players.push(player);
      return player;
    },
    async settle() {
      for (const { replica } of players) await replica.catchUp();
    },
  };
  for (const name of names.slice(1)) await stage.join(name);
  await stage.settle();
  const byName = Object.fromEntries(players.map((player) => [player.name, player]));
  return Object.assign(stage, byName) as Record<Names[number], Player> & Stage;
}

async function begin(name: string, stream: Stream, clock: TestClock): Promise<Player> {
  const random = seededRandom(name);
  const keys = openKeyring(await deviceFromSeeds(createDeviceSeeds(random)));
  const delivered: Delivered[] = [];
  const deliver = (one: Delivered) => void delivered.push(one);
  const replica = await beginWorkspace({ keys, stream, random, clock, deliver });
  return playerOf(name, replica, keys, random, delivered);
}

async function joinWorkspace(
  name: string,
  role: Role,
  approver: Player,
  stream: Stream,
  clock: TestClock,
): Promise<Player> {
  const random = seededRandom(name);
  const keys = openKeyring(await deviceFromSeeds(createDeviceSeeds(random)));
  const { workspace } = approver.replica.state;
  const invitation = await invitationKeys(random(16));
  const { card } = keys.device;
  const { proof } = await makeJoinProof(workspace, invitation, card, name, random);
  const member = bytesToText(random(16));
  const invited = await approver.replica.change({ type: 'invite', ...invitation, role });
  assert(invited.type === 'Done', `${name} is invited`);
  const newcomers = [{ invite: invitation.id, member, role, card, proof }];
  const admitted = await approver.replica.change({ type: 'admit', newcomers });
  assert(admitted.type === 'Done', `${name} is admitted`);
  return startPlayer(name, approver, keys.device, random, stream, clock);
}

/** A player from a welcome: a newcomer, or a person's further device. */
export async function startPlayer(
  name: string,
  approver: Player,
  device: DeviceKeys,
  random: Random,
  stream: Stream,
  clock: () => number,
): Promise<Player> {
  const keys = openKeyring(device);
  const { state } = approver.replica;
  const number = state.membership.devices.length - 1;
  const sealed = await makeWelcome(approver.replica, number, approver.random);
  const welcome = await openWelcome(sealed, state.workspace, number, keys);
  assert(welcome !== null, 'the welcome opens');
  const delivered: Delivered[] = [];
  const deliver = (one: Delivered) => void delivered.push(one);
  const replica = createReplica({ ...welcome, keys, stream, random, clock, deliver });
  return playerOf(name, replica, keys, random, delivered);
}

function playerOf(
  name: string,
  replica: Replica,
  keys: Keyring & { readonly rawEpochs: Bytes[] },
  random: Random,
  delivered: Delivered[],
): Player {
  const hash = () => bytesToText(stateHash(replica.state));
  return { name, replica, keys, random, rawEpochs: keys.rawEpochs, delivered, hash };
}

/** A keyring that lets tests see the epoch keys that came by. */
function openKeyring(device: DeviceKeys): Keyring & { readonly rawEpochs: Bytes[] } {
  const keys = createKeyring(device);
  const rawEpochs: Bytes[] = [];
  return {
    ...keys,
    rawEpochs,
    keepEpoch(epoch, raw) {
      rawEpochs[epoch] = raw;
      return keys.keepEpoch(epoch, raw);
    },
  };
}

/** One field set, for tests that need any op. */
export function anyOp(value: string, record = 'AAAAAAAAAAAAAAAAAAAAAA'): Op {
  return { table: 'asks', record, field: 'title', value };
}
