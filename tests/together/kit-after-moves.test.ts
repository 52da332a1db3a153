/**
 * A recovery kit after every way in which a workspace's keys can turn, with its twelve words and the
 * server alone: somebody is removed, somebody leaves, what was deleted is erased for good, the workspace
 * goes to another server. The relays are real, the clock is the test's.
 */
import { afterAll, expect, test } from 'vitest';
import { bytesToText } from '../../vault/envelope/bytes.ts';
import { vaultHere } from '../../vault/kept/here.ts';
import { opened, SIX } from '../../vault/kept/testing.ts';
import { createMemoryStorage } from '../../vault/local/memory-storage.ts';
import { testNetwork } from '../../vault/testing/network.ts';
import { type Company, type Person, people, titleOf, write } from '../../vault/testing/people.ts';
import { seededRandom } from '../../vault/testing/random.ts';
import { startRelay } from './real-relay.ts';

const [relay, other] = [await startRelay(), await startRelay()];
afterAll(async () => {
  await relay.stop();
  await other.stop();
});
const long = 60_000;

const together = ({ workspace }: Person) => workspace.together.get();

async function kitOf(person: Person): Promise<string> {
  await person.setWords(SIX);
  const made = await person.workspace.createRecoveryKit('en', SIX);
  if ('type' in made) throw new Error(made.type);
  return made.words.join(' ');
}

let comebacks = 0;
/** On a device that has nothing: what it reads of these records, once it has read to the end. */
async function byKit(kit: string, server: string, last: string, company: Company) {
  comebacks += 1;
  const network = testNetwork(fetch, company.clock);
  const random = seededRandom(`comes back ${comebacks}`);
  const storage = createMemoryStorage();
  const vault = vaultHere({ storage, random, now: company.clock, network });
  const workspace = opened(await vault.comeBackByKit({ kit, server, words: SIX }));
  await company.until(() => {
    network.pass();
    return titleOf({ workspace }, last) !== undefined;
  });
  return workspace;
}

test(
  'R37: a kit opens after a removal, after somebody left, after erasing for good, twice, and on another server',
  async () => {
    const company = await people(relay, 'amina', 'ruth', 'li', 'noor');
    const { amina, ruth, li, noor, clock, settle, until } = company;
    const here = [amina, ruth];
    // Lobbies last by the server's clock.
    clock.now = Date.now();
    const first = write(ruth, 'before the kit');
    await settle();
    const kit = await kitOf(ruth);
    await settle();

    /** Ruth comes back by the kit and reads this, all that was before, and nothing else is amiss. */
    const opens = async (what: string, server = relay.server) => {
      const mark = write(amina, what);
      await until(() => here.every((person) => titleOf(person, mark) !== undefined));
      const back = await byKit(kit, server, mark, company);
      expect(back.me).toBe(ruth.workspace.me);
      expect(titleOf({ workspace: back }, first)).toBe('before the kit');
      expect(back.together.get().removed).toBe(false);
      await back.lock();
    };

    await opens('right away');
    const epochs: number[] = [];
    const turned = async () => {
      const session = await amina.session();
      await session.withBlocks(async () => {});
      session.stop();
      epochs.push(session.replica.state.epoch);
    };

    /** Ruth’s own device follows; then what was there before is taken off the server, without waiting for the kit. */
    const leftBehind = async () => {
      const mark = write(amina, 'gone on');
      await until(() => here.every((person) => titleOf(person, mark) !== undefined));
      await settle();
      await company.until(() => together(amina).moving !== null);
      expect(await amina.workspace.together.deleteLeft()).toBeUndefined();
    };

    const gone = { members: [together(li).me], devices: [] };
    expect(await amina.workspace.together.remove(gone)).toBeUndefined();
    await opens('after a removal');
    await turned();

    expect(await noor.workspace.together.leave()).toBeUndefined();
    await until(() => together(amina).rotationOwed);
    await opens('after somebody left, and the next who wrote made the key');
    await turned();

    for (const time of ['once', 'twice']) {
      expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
      await leftBehind();
      await opens(`erased for good ${time}`);
      await turned();
    }

    const there = { server: other.server, voucher: bytesToText(other.voucher) };
    expect(await amina.workspace.together.moveTo(there)).toBeUndefined();
    await leftBehind();
    await opens('on another server', other.server);
    await turned();
    expect(new Set(epochs).size).toBe(epochs.length);
    expect(together(amina).alarms).toEqual([]);
  },
  long,
);

test('erasing for good does not wait for a kit that lies in a drawer, and the kit opens afterwards', async () => {
  const company = await people(relay, 'amina', 'ruth');
  const { amina, ruth, clock, settle, until } = company;
  clock.now = Date.now();
  const kit = await kitOf(ruth);
  await settle();
  const began = clock.now;
  expect(await amina.workspace.together.eraseForGood()).toBeUndefined();
  await until(() => [amina, ruth].every((person) => together(person).moving === null));
  expect(clock.now - began).toBeLessThan(24 * 3_600_000);
  const mark = write(amina, 'afterwards');
  await until(() => titleOf(ruth, mark) !== undefined);
  const back = await byKit(kit, relay.server, mark, company);
  expect(back.me).toBe(ruth.workspace.me);
  await back.lock();
});
