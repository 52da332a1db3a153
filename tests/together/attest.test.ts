/** Checkpoints over a real relay: sessions of others vouch for them unasked, and for no forged one. */
import { afterAll, expect, test } from 'vitest';
import { confirmationOf, isConfirmed } from '../../vault/checkpoint/attest.ts';
import type { CheckpointSeen } from '../../vault/checkpoint/carried.ts';
import { publishCheckpoint } from '../../vault/checkpoint/publish.ts';
import { bytesToText } from '../../vault/envelope/bytes.ts';
import { type Block, tablesToColumns } from '../../vault/fold/columns/snapshot.ts';
import { createState } from '../../vault/fold/state.ts';
import { vaultHere } from '../../vault/kept/here.ts';
import { createOpenRoots } from '../../vault/kept/open-roots.ts';
import { opened, SIX } from '../../vault/kept/testing.ts';
import { openJudged } from '../../vault/kept/worker/judged.ts';
import { readPlace } from '../../vault/kept/worker/open-place.ts';
import { createMemoryStorage } from '../../vault/local/memory-storage.ts';
import { placeKeys } from '../../vault/local/rest/place.ts';
import { localKeys } from '../../vault/local/root.ts';
import type { State } from '../../vault/membership/state.ts';
import { createRelayChildren } from '../../vault/sync/relay-children.ts';
import { relayKeys } from '../../vault/sync/relay-keys.ts';
import { createRelayStream } from '../../vault/sync/relay-stream.ts';
import { type TestNetwork, testNetwork } from '../../vault/testing/network.ts';
import { type Company, type Person, people, titleOf, write } from '../../vault/testing/people.ts';
import { seededRandom } from '../../vault/testing/random.ts';
import { startRelay } from './real-relay.ts';

const relay = await startRelay();
afterAll(() => relay.stop());

const MINUTE = 60_000;

type OnDisk = Pick<Person, 'resting'>;

/** The newest checkpoint that a device heard of, by what is on its disk. */
async function newestSeen({ resting }: OnDisk, { clock }: Pick<Company, 'clock'>) {
  const read = await readPlace(resting, clock);
  if ('type' in read) throw new Error(read.type);
  const { carried, state } = read;
  const seen = carried.checkpoints.filter(({ checkpoint }) => checkpoint.circle === null).at(-1);
  return { seen, state };
}

/** The people who said that it is right. */
function attesters({ membership }: State, { attestedBy }: CheckpointSeen) {
  return attestedBy.map((number) => membership.devices[number]?.member);
}

/** Lets so much time pass, with everything that becomes due on the way. */
async function pass(company: Company, minutes: number) {
  const end = company.clock.now + minutes * MINUTE;
  await company.until(() => company.clock.now >= end);
}

/** Lets time pass until this device has read so many people’s word for the newest checkpoint. */
async function vouched(device: OnDisk, company: Company, people: number, other?: TestNetwork) {
  for (;;) {
    other?.pass();
    await pass(company, 0.25);
    const { seen, state } = await newestSeen(device, company);
    if (seen && seen.attestedBy.length >= people) return { seen, state };
  }
}

/** Until everybody has read all that stands in the log by now. */
async function allRead(company: Company, writer: Person) {
  const mark = write(writer, 'read to here');
  await company.settle();
  await company.until(() => company.people.every((person) => titleOf(person, mark) !== undefined));
  await company.settle();
}

/** This person's device makes a checkpoint; of other tables than it has, where those are given. */
async function published(
  person: Person,
  { clock }: Pick<Company, 'clock'>,
  forged?: () => readonly Block[],
) {
  const session = await person.session();
  const { replica } = session;
  const { random } = session.resting;
  const at = { ...person.network, server: relay.server };
  const stream = createRelayStream(
    at,
    replica.state.stream,
    relayKeys(replica.state, replica.keys),
  );
  const children = createRelayChildren(at, {
    id: replica.state.stream,
    withAppendToken: (use) => stream.withAppendToken(use),
  });
  const read = await readPlace(session.resting, clock);
  if ('type' in read) throw new Error(read.type);
  const { carried } = read;
  const made = await session.withBlocks(async (own) => {
    const blocks = async () => forged?.() ?? own;
    return { replica, carried, blocks, children, random };
  });
  const ref = await session.changeChain(() => publishCheckpoint(made));
  session.stop();
  if (!ref || 'type' in ref) throw new Error(`Must hold: a checkpoint, not ${ref?.type}`);
}

/** The requests that this device makes for a checkpoint's chunks. */
function fetchesOf(person: Person, { checkpoint }: CheckpointSeen): { count: number } {
  const found = { count: 0 };
  const path = `/v1/stream/${bytesToText(checkpoint.stream)}`;
  person.network.between = (request, go) => {
    if (request.method === 'GET' && new URL(request.url).pathname === path) found.count += 1;
    return go(request);
  };
  return found;
}

/** Somebody comes by a link, as on screen. Gives what their device has on its disk, when asked. */
async function comeByLink({ amina, clock }: { amina: Person } & Pick<Company, 'clock'>) {
  const invited = await amina.workspace.together.invite('member');
  if (invited.type !== 'Invited') throw new Error(invited.type);
  const storage = createMemoryStorage();
  const [random, roots] = [seededRandom(`by link ${clock.now}`), createOpenRoots()];
  const network = testNetwork(relay.fetch, clock);
  const vault = vaultHere({ storage, random, now: clock, roots, network });
  const { signal } = new AbortController();
  const { fragment } = invited;
  const turn = vault.joinByInvitation({ fragment, name: 'Li', words: SIX, signal });
  await turn.fourWords;
  await amina.workspace.together.look();
  const ids = amina.workspace.together.get().requests.map(({ id }) => id);
  expect(await amina.workspace.together.approve(ids, [])).toBeUndefined();
  const workspace = opened(await turn.done);
  const root = roots.of(workspace.place);
  if (!root) throw new Error('Must hold: it is open');
  const keys = placeKeys(workspace.place);
  const resting = { storage, keys, local: await localKeys(root), random };
  return { workspace, network, resting };
}

test('a checkpoint is vouched for by another person’s session, once, and who came with it has it confirmed', async () => {
  const company = await people(relay, 'amina', 'ruth');
  const { amina, ruth, clock, settle } = company;
  // The lobby lasts by the server's clock.
  clock.now = Date.now();
  write(amina, 'before');
  write(ruth, 'by another');
  await settle();
  const li = await comeByLink(company);
  const given = () => li.workspace.together.get().given;
  const by = amina.workspace.together.get().me;
  expect(given()).toEqual({ by, have: 0, need: 1 });
  expect(amina.workspace.together.get().given).toBeNull();
  await allRead(company, ruth);
  const { seen: first } = await newestSeen(amina, company);
  if (!first) throw new Error('Must hold: the approver made a checkpoint');
  expect(first.attestedBy).toEqual([]);
  const fetched = fetchesOf(ruth, first);
  const made = fetchesOf(amina, first);
  const { state, seen } = await vouched(li, company, 1, li.network);
  const ofRuth = ruth.workspace.together.get().me;
  expect(attesters(state, seen)).toEqual([ofRuth]);
  const newcomers = [li.workspace.me];
  expect(confirmationOf(state, seen, newcomers)).toEqual({ have: 1, need: 1 });
  expect(isConfirmed(confirmationOf(state, seen, newcomers))).toBe(true);
  expect(given()).toEqual({ by, have: 1, need: 1 });
  expect([fetched.count > 0, made.count]).toEqual([true, 0]);
  fetched.count = 0;
  await ruth.reopen();
  await pass(company, 20);
  await allRead(company, ruth);
  expect(fetched.count).toBe(0);
  await li.workspace.lock();
});

test('neither who made it nor a guest vouches, and nobody the minute it was made', async () => {
  const company = await people(relay, 'amina', 'ruth');
  const { amina, ruth, join, settle } = company;
  const gabriel = await join('gabriel', 'guest');
  write(ruth, 'for all');
  await settle();
  await published(amina, company);
  await allRead(company, amina);
  const { seen } = await newestSeen(gabriel, company);
  if (!seen) throw new Error('Must hold: it was heard of');
  const byGuest = fetchesOf(gabriel, seen);
  expect(seen.attestedBy).toEqual([]);
  const now = await vouched(gabriel, company, 1);
  await pass(company, 10);
  await allRead(company, amina);
  expect(attesters(now.state, now.seen)).toEqual([ruth.workspace.together.get().me]);
  expect(byGuest.count).toBe(0);
});

test('D17: a forged checkpoint is looked at and vouched for by nobody, and not fetched again after a start', async () => {
  const company = await people(relay, 'amina', 'ruth', 'li');
  const { amina, ruth, li, settle, until } = company;
  const disliked = write(ruth, 'An ask that somebody dislikes');
  await settle();
  await until(() => titleOf(amina, disliked) !== undefined);
  await published(amina, company, () => [...tablesToColumns(createState())]);
  await allRead(company, amina);
  const { seen } = await newestSeen(ruth, company);
  if (!seen) throw new Error('Must hold: it was heard of');
  for (const person of [ruth, li]) {
    while (!(await openJudged(person.resting)).has(seen.checkpoint.sha256)) await pass(company, 1);
  }
  const looked = [ruth, li].map((person) => fetchesOf(person, seen));
  await allRead(company, amina);
  expect((await newestSeen(ruth, company)).seen?.attestedBy).toEqual([]);
  await ruth.reopen();
  await pass(company, 20);
  await allRead(company, ruth);
  expect(looked.map(({ count }) => count)).toEqual([0, 0]);
  // An honest one after it is vouched for as ever.
  await published(amina, company);
  await allRead(company, amina);
  expect((await vouched(ruth, company, 2)).seen.attestedBy.length).toBe(2);
});
