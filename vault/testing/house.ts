/**
 * A cast that joins as people do: by a link, a lobby, four words, a checkpoint. Each has tables and
 * what a device carries, fed by what the log delivers. One stream, child streams in memory, a clock
 * that moves when told.
 *
 *   const { amina, ruth, house } = await house('amina', 'ruth');
 */

import { type Carried, carry, createCarried, keepsSealed } from '../checkpoint/carried.ts';
import { type Publisher, publishCheckpoint } from '../checkpoint/publish.ts';
import { assert, bytesToText, utf8Bytes } from '../envelope/bytes.ts';
import { plainHash } from '../envelope/contexts.ts';
import { columnsToTables, tablesToColumns } from '../fold/columns/snapshot.ts';
import { createFold, type Fold } from '../fold/fold.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../identity/device.ts';
import { createKeyring } from '../identity/keyring.ts';
import type { DeviceKeys, Keyring, Random } from '../identity/types.ts';
import { answerTo, ask, enterByLink } from '../joining/ask.ts';
import type { Entered } from '../joining/enter.ts';
import {
  type Approval,
  admitAll,
  type Invitation,
  invite,
  leaveWelcome,
  lookIn,
} from '../joining/invitation.ts';
import type { InvitationLink } from '../joining/link.ts';
import { beginWorkspace } from '../log/begin-workspace.ts';
import { createMemoryChildren, type MemoryChildren } from '../log/memory-children.ts';
import { createMemoryStream, type MemoryStream } from '../log/memory-stream.ts';
import { createReplica } from '../log/replica.ts';
import type { Delivered, Replica, Stream } from '../log/types.ts';
import type { Role, State } from '../membership/state.ts';
import { stateHash } from '../membership/state-bytes.ts';
import type { Audience, Op, RecordId, Value } from '../types.ts';
import { seededRandom, type TestClock, testClock } from './cast.ts';

export interface Person {
  readonly name: string;
  readonly replica: Replica;
  readonly keys: Keyring;
  readonly random: Random;
  readonly fold: Fold;
  readonly carried: Carried;
  readonly delivered: Delivered[];
  readonly publisher: Publisher;
  hash(): string;
  /** Sets fields of a record and sends them. */
  write(
    record: RecordId,
    fields: Readonly<Record<string, Value>>,
    audience?: Audience,
  ): Promise<void>;
  read(): Promise<void>;
}

export interface House {
  readonly stream: MemoryStream;
  readonly children: MemoryChildren;
  readonly clock: TestClock;
  readonly people: readonly Person[];
  /** Invites by a link that is not answered yet. */
  invite(by: Person, role?: Role): Promise<{ invitation: Invitation; link: InvitationLink }>;
  /** Invites, asks, approves and enters, each with all checks. */
  join(name: string, role?: Role, by?: Person): Promise<Person>;
  /** Adds a person from what entering gave. */
  start(name: string, entered: Entered, keys: Keyring, random: Random, stream?: Stream): Person;
  settle(): Promise<void>;
}

export async function house<Names extends readonly string[]>(
  ...names: Names
): Promise<Record<Names[number], Person> & House> {
  const clock = testClock();
  const stream = createMemoryStream(plainHash(utf8Bytes('house')).slice(0, 16));
  const children = createMemoryChildren(clock);
  const people: Person[] = [];
  const start: House['start'] = (name, entered, keys, random, own = stream) => {
    const { state, device, offset, blocks, contents, carried } = entered;
    const fold = foldOver(columnsToTables(blocks).state);
    fold.applyAccepted(contents.map(({ accepted }) => accepted));
    const { deliver, delivered } = deliverTo(fold, carried, () => ({ state, device }));
    const keepSealed = keepsSealed(carried);
    const at = { state, keys, stream: own, device, offset, random, clock, deliver, keepSealed };
    const person = personOf(name, createReplica(at), fold, carried, delivered, random, children);
    people.push(person);
    return person;
  };
  people.push(await begin(names[0] ?? 'amina', stream, children, clock));
  const first = people[0] as Person;
  const stage: House = {
    stream,
    children,
    clock,
    people,
    start,
    async invite(by, role = 'member') {
      const made = await invite(by.replica, { role, relay: '' }, children, clock, by.random);
      assert('link' in made, 'an invitation is made');
      return made;
    },
    async join(name, role = 'member', by = first) {
      const { random, keys } = await newDevice(name);
      const { invitation, link } = await stage.invite(by, role);
      await ask(link, keys.device, name, children, random);
      const [approval] = await approvalsOf([invitation], by, children);
      assert(approval !== undefined, `${name} is seen`);
      await approve([approval], by, children, clock);
      const answer = await answerTo(link, keys.device, children);
      assert(answer.type === 'Welcomed', `${name} is welcome`);
      const entered = await enterByLink(link, answer.welcomes, keys, children);
      assert(!('type' in entered), `${name} enters: ${JSON.stringify(entered)}`);
      return start(name, entered, keys, random);
    },
    async settle() {
      for (const person of people) await person.read();
    },
  };
  for (const name of names.slice(1)) await stage.join(name);
  await stage.settle();
  const byName = Object.fromEntries(people.map((person) => [person.name, person]));
  return Object.assign(stage, byName) as Record<Names[number], Person> & House;
}

export async function newDevice(name: string): Promise<{ random: Random; keys: Keyring }> {
  const random = seededRandom(name);
  const device: DeviceKeys = await deviceFromSeeds(createDeviceSeeds(random));
  return { random, keys: createKeyring(device) };
}

/** Everybody who asked through these invitations. */
export async function approvalsOf(
  invitations: readonly Invitation[],
  by: Person,
  children: MemoryChildren,
): Promise<readonly Approval[]> {
  const found = await Promise.all(
    invitations.map(async (invitation) => {
      const requests = await lookIn(invitation, by.replica.state.workspace, children);
      assert(!('type' in requests), 'the lobby is there');
      return requests.map((request) => ({ invitation, request }));
    }),
  );
  return found.flat();
}

/** Admits, makes a checkpoint, leaves the welcomes. */
export async function approve(
  approvals: readonly Approval[],
  by: Person,
  children: MemoryChildren,
  clock: TestClock,
): Promise<void> {
  const admitted = await admitAll(by.replica, approvals, clock, by.random);
  assert(admitted.type === 'Admitted', `admitted: ${JSON.stringify(admitted)}`);
  const { offset } = by.replica;
  const checkpoint = await publishCheckpoint(by.publisher);
  assert(!('type' in checkpoint), `a checkpoint: ${JSON.stringify(checkpoint)}`);
  for (const approval of approvals) {
    const about = { checkpoint, offset, relay: '' };
    await leaveWelcome(by.replica, approval, about, children, by.random);
  }
}

async function begin(
  name: string,
  stream: MemoryStream,
  children: MemoryChildren,
  clock: TestClock,
): Promise<Person> {
  const { random, keys } = await newDevice(name);
  const fold = foldOver();
  const carried = createCarried();
  let replica: Replica | undefined;
  const { deliver, delivered } = deliverTo(fold, carried, () => replica);
  replica = await beginWorkspace({ keys, stream, random, clock, deliver });
  for (const one of delivered) carry(carried, one, replica.state, replica.device);
  return personOf(name, replica, fold, carried, delivered, random, children);
}

function foldOver(state?: Parameters<typeof createFold>[1]): Fold {
  return createFold({ me: 'me', random: (length) => new Uint8Array(length), now: () => 0 }, state);
}

function deliverTo(
  fold: Fold,
  carried: Carried,
  at: () => { readonly state: State; readonly device: number } | undefined,
) {
  const delivered: Delivered[] = [];
  const deliver = (one: Delivered) => {
    delivered.push(one);
    const here = at();
    if (here) carry(carried, one, here.state, here.device);
    if (one.type === 'Content') fold.applyAccepted([one.accepted]);
  };
  return { deliver, delivered };
}

function personOf(
  name: string,
  replica: Replica,
  fold: Fold,
  carried: Carried,
  delivered: Delivered[],
  random: Random,
  children: MemoryChildren,
): Person {
  const blocks = async () => [...tablesToColumns(fold.state)];
  return {
    name,
    replica,
    keys: replica.keys,
    random,
    fold,
    carried,
    delivered,
    publisher: { replica, carried, blocks, children, random },
    hash: () => bytesToText(stateHash(replica.state)),
    async write(record, fields, audience = 'everyone') {
      const ops: Op[] = Object.entries(fields).map(([field, value]) => ({
        table: 'asks',
        record,
        field,
        value,
      }));
      replica.write(audience, [{ seen: replica.state.n, ops }]);
      const outcome = await replica.send();
      assert(outcome.type === 'AllReadBack', `${name} writes: ${JSON.stringify(outcome)}`);
    },
    async read() {
      await replica.catchUp();
    },
  };
}
