/**
 * A cast whose people each have a kept workspace on a storage of their own and talk to a server. The
 * first begins the workspace and has it served; the others are admitted by hand, as an application
 * will do through a lobby.
 *
 *   const { amina, ruth, settle } = await people(relay, 'amina', 'ruth');
 */
import { carriedAtFirst } from '../checkpoint/carried.ts';
import { assert, bytesToText } from '../envelope/bytes.ts';
import { columnsToTables, tablesToColumns } from '../fold/columns/snapshot.ts';
import { createFold } from '../fold/fold.ts';
import { createState } from '../fold/state.ts';
import { createDeviceSeeds, deviceFromSeeds } from '../identity/device.ts';
import type { Random } from '../identity/types.ts';
import { vaultHere } from '../kept/here.ts';
import { createOpenRoots } from '../kept/open-roots.ts';
import { createLocalTabs, type Tabs } from '../kept/tabs.ts';
import type { KeptWorkspace, Vault } from '../kept/types.ts';
import { beginPlace } from '../kept/worker/begin-place.ts';
import { joinedPlace } from '../kept/worker/joined-place.ts';
import { readPlace } from '../kept/worker/open-place.ts';
import { createSession } from '../kept/worker/session.ts';
import type { Session } from '../kept/worker/session-types.ts';
import { makeLock } from '../local/lock/lock-file.ts';
import { createMemoryStorage } from '../local/memory-storage.ts';
import { deviceToRest, openKeyring, type Resting } from '../local/rest/keys-at-rest.ts';
import { newPlace, placeKeys, tagOf } from '../local/rest/place.ts';
import { writeSnapshot } from '../local/rest/snapshot.ts';
import { localKeys, rootHandle } from '../local/root.ts';
import type { Storage } from '../local/storage.ts';
import { makeWelcome, openWelcome } from '../log/welcome.ts';
import { invitationKeys, makeJoinProof } from '../membership/join-proof.ts';
import type { Role } from '../membership/state.ts';
import { readReached } from '../sync/mirrored-stream.ts';
import { seededRandom, type TestClock, testClock } from './cast.ts';
import { type TestNetwork, testNetwork } from './network.ts';

export interface Relay {
  readonly fetch: typeof fetch;
  readonly server: string;
  readonly voucher: Uint8Array;
  /** Companies of one seed have the same keys; without one each has its own. */
  readonly seed?: string;
}

let companies = 0;
/** Milliseconds that pass for everyone each time somebody looks. */
const TURN = 1000;

export interface Person {
  readonly name: string;
  readonly storage: Storage;
  readonly network: TestNetwork;
  readonly tabs: Tabs;
  readonly place: string;
  readonly random: Random;
  /** The open workspace; another one after `reopen`. */
  workspace: KeptWorkspace;
  readonly resting: Resting;
  /** By how many milliseconds this device's clock is ahead of everybody's. */
  skew: number;
  /** Opens the place in one more tab. */
  tab(): Promise<KeptWorkspace>;
  /** The device stops as when its process is killed, and opens again on what its storage has. */
  reopen(storage?: Storage): Promise<KeptWorkspace>;
  /** Lets these six words open the place: before that none do, since tests open it by its root. */
  setWords(words: string): Promise<void>;
  /** A tab without a page, for what no application asks for yet. */
  session(): Promise<Session>;
}

export interface Company {
  readonly clock: TestClock;
  readonly people: readonly Person[];
  join(name: string, role?: Role, approver?: Person): Promise<Person>;
  /** Lets time pass for everyone until this holds. */
  until(holds: () => boolean): Promise<void>;
  /** Until everything of everybody is on the server and read by all. */
  settle(): Promise<void>;
}

/** Writes an ask that has this title, for everyone. Gives its id. */
export function write({ workspace }: Pick<Person, 'workspace'>, title: string): string {
  const id = workspace.newId();
  workspace.commit([{ table: 'asks', record: id, field: 'title', value: title }], 'everyone');
  return id;
}

export const titleOf = ({ workspace }: Pick<Person, 'workspace'>, id: string): unknown =>
  workspace.tables.get('asks', id)?.title;

export async function people<Names extends readonly string[]>(
  at: Relay,
  ...names: Names
): Promise<Record<Names[number], Person> & Company> {
  const clock = testClock();
  companies += 1;
  const relay = { seed: `company ${companies}`, ...at };
  const all: Person[] = [];
  const company: Company = {
    clock,
    people: all,
    async join(name, role = 'member', approver = all[0]) {
      assert(approver, 'somebody approves');
      const person = await joinByHand(name, role, approver, relay, clock);
      all.push(person);
      return person;
    },
    async until(holds) {
      while (!holds()) {
        for (const { network } of all) network.pass();
        clock.pass(TURN);
        await new Promise((resolve) => setImmediate(resolve));
      }
    },
    async settle() {
      for (const { workspace } of all) await workspace.settled();
      await company.until(() =>
        all.every(({ workspace }) => workspace.safety.get().type === 'SavedOnServer'),
      );
    },
  };
  const first = await beginByHand(names[0] ?? 'amina', relay, clock);
  all.push(first);
  const { server, voucher } = relay;
  const refused = await first.workspace.together.serve({ server, voucher: bytesToText(voucher) });
  assert(refused === undefined, `it is served, not ${refused?.type}`);
  for (const name of names.slice(1)) await company.join(name);
  const byName = Object.fromEntries(all.map((person) => [person.name, person]));
  return Object.assign(company, byName) as Record<Names[number], Person> & Company;
}

async function beginByHand(name: string, relay: Relay, clock: TestClock): Promise<Person> {
  const made = await newStorage(`${relay.seed} ${name}`);
  const begun = await beginPlace(made.resting, clock);
  assert(!('type' in begun), 'a place begins');
  const { state, offset } = begun;
  const whole = { state, offset, blocks: [], carried: carriedAtFirst(state, 0) };
  const also = locked(made.resting, state.workspace);
  await writeSnapshot(made.resting, whole, { number: 0, offset: 0 }, also);
  return personOf(name, made, relay, clock);
}

async function joinByHand(
  name: string,
  role: Role,
  approver: Person,
  relay: Relay,
  clock: TestClock,
): Promise<Person> {
  const made = await newStorage(`${relay.seed} ${name}`);
  const { resting, random } = made;
  const seeds = createDeviceSeeds(random);
  await resting.storage.write([await deviceToRest(resting, seeds)]);
  const keyring = await openKeyring(resting);
  assert(keyring, 'keys that were just wrapped unwrap');
  const { card } = await deviceFromSeeds(seeds);
  const session = await approver.session();
  const { workspace } = session.replica.state;
  const invitation = await invitationKeys(random(16));
  const { proof } = await makeJoinProof(workspace, invitation, card, name, random);
  const member = bytesToText(random(16));
  const newcomers = [{ invite: invitation.id, member, role, card, proof }];
  const sealed = await session.changeChain(async (replica) => {
    const invited = await replica.change({ type: 'invite', ...invitation, role });
    const admitted = await replica.change({ type: 'admit', newcomers });
    assert(invited.type === 'Done' && admitted.type === 'Done', `${name} is admitted`);
    const number = replica.state.membership.devices.length - 1;
    const reached = await readReached(session.resting);
    return { number, bytes: await makeWelcome(replica, number, approver.random, reached) };
  });
  session.stop();
  assert(sealed, 'no alarm is open');
  const welcome = await openWelcome(sealed.bytes, workspace, sealed.number, keyring);
  assert(welcome, 'the welcome opens');
  const { server } = relay;
  const also = locked(resting, workspace);
  const carried = carriedAtFirst(welcome.state, welcome.device);
  assert(!(await joinedPlace(resting, { welcome, server, carried, also })), 'there is room');
  return personOf(name, made, relay, clock);
}

async function newStorage(seed: string) {
  const random = seededRandom(seed);
  const raw = random(32);
  const root = await rootHandle(raw);
  const place = newPlace(random);
  const storage = createMemoryStorage();
  const resting = { storage, keys: placeKeys(place), local: await localKeys(root), random };
  return { random, raw, root, place, storage, resting };
}

/** A lock that no words open: tests open places by their root. */
function locked(resting: Resting, workspace: Uint8Array) {
  return [
    { put: resting.keys.tag, bytes: tagOf(workspace) },
    { put: resting.keys.lock(1), bytes: new TextEncoder().encode('{}') },
  ];
}

async function personOf(
  name: string,
  made: Awaited<ReturnType<typeof newStorage>>,
  relay: Relay,
  clock: TestClock,
): Promise<Person> {
  const { place, root, random } = made;
  let storage: Storage = made.storage;
  let tabs = createLocalTabs();
  let skew = 0;
  const ownClock = () => clock() + skew;
  const network = testNetwork(relay.fetch, clock);
  let life = { isOver: false };
  const open = async (): Promise<KeptWorkspace> => {
    const mine = life;
    const roots = createOpenRoots();
    roots.hold(place, root);
    const vault: Vault = vaultHere({
      storage: whileAlive(storage, mine),
      random,
      now: ownClock,
      tabs,
      roots,
      network: { ...network, fetch: ifAlive(network.fetch, mine) },
    });
    const opened = await vault.join(place);
    assert(!('type' in opened), 'the place opens');
    return opened;
  };
  const person: Person = {
    name,
    get storage() {
      return storage;
    },
    network,
    get tabs() {
      return tabs;
    },
    place,
    random,
    get resting() {
      return { ...made.resting, storage };
    },
    get skew() {
      return skew;
    },
    set skew(next) {
      skew = next;
    },
    workspace: await open(),
    tab: open,
    async reopen(other = storage) {
      life.isOver = true;
      life = { isOver: false };
      storage = other;
      tabs = createLocalTabs();
      person.workspace = await open();
      return person.workspace;
    },
    async setWords(words) {
      const bytes = await makeLock(words, made.raw, random);
      await storage.write([{ put: made.resting.keys.lock(2), bytes }]);
    },
    async session() {
      const { resting } = person;
      const read = await readPlace(resting, ownClock);
      assert(!('type' in read), 'the place can be read');
      const { keyring } = read;
      const folded = read.blocks.length > 0 ? columnsToTables(read.blocks).state : createState();
      assert(folded, 'the tables can be read');
      const fold = createFold({ me: '', random, now: clock }, folded);
      fold.applyAccepted(read.entries);
      const talk = tabs.talk(place, (message) => session.heard(message));
      const session = createSession(
        {
          resting,
          keyring,
          clock: ownClock,
          tabs,
          network,
          post(message) {
            if (message.type === 'entries') fold.applyAccepted(message.entries);
          },
          blocks: async () => [...tablesToColumns(fold.state)],
          leftBehind: () => {},
          say: (message) => talk.say(message),
        },
        read,
      );
      await session.prepare();
      return session;
    },
  };
  return person;
}

interface Life {
  isOver: boolean;
}

/** After the end of a life nothing is answered any more, as when the process was killed. */
function ifAlive<Args extends readonly unknown[], T>(
  act: (...args: Args) => Promise<T>,
  life: Life,
): (...args: Args) => Promise<T> {
  return async (...args) => {
    if (life.isOver) return new Promise(() => {});
    const done = await act(...args);
    return life.isOver ? new Promise(() => {}) : done;
  };
}

function whileAlive(storage: Storage, life: Life): Storage {
  return {
    get: ifAlive(storage.get, life),
    keys: ifAlive(storage.keys, life),
    getAll: ifAlive(storage.getAll, life),
    write: ifAlive(storage.write, life),
    erase: ifAlive(storage.erase, life),
    close: ifAlive(storage.close, life),
  };
}
