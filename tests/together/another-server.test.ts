/** From one real server to another: a steward moves the workspace, and the others follow by the chain. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bytesToText } from '../../vault/envelope/bytes.ts';
import { stateHash } from '../../vault/membership/state-bytes.ts';
import { type Person, people, titleOf, write } from '../../vault/testing/people.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

let one: RealRelay;
let other: RealRelay;
beforeAll(async () => {
  [one, other] = [await startRelay(), await startRelay()];
});
afterAll(async () => {
  await one.stop();
  await other.stop();
});

const together = ({ workspace }: Person) => workspace.together.get();
const serverOf = (person: Person) => {
  const { server } = together(person);
  return server.type === 'NoServer' ? null : server.server;
};
const there = () => ({ server: other.server, voucher: bytesToText(other.voucher) });

async function hashOf(person: Person): Promise<string> {
  const session = await person.session();
  await session.withBlocks(async () => {});
  session.stop();
  return Buffer.from(stateHash(session.replica.state)).toString('hex');
}

async function afterSomeWork() {
  const company = await people(one, 'amina', 'ruth');
  const { amina, ruth, settle, until } = company;
  const early = write(amina, 'on the first server');
  await settle();
  await until(() => titleOf(ruth, early) !== undefined);
  return { ...company, early };
}

test('everybody follows to the other server and nothing is lost; the old one is left with nothing', async () => {
  const { amina, ruth, early, settle, until } = await afterSomeWork();
  const asked = new Set<string>();
  amina.network.between = (request, go) => {
    asked.add(`${request.method} ${new URL(request.url).origin}`);
    return go(request);
  };
  expect(await amina.workspace.together.moveTo(there())).toBeUndefined();
  await until(() => [amina, ruth].every((person) => serverOf(person) === other.server));
  await until(() => [amina, ruth].every((person) => together(person).moving === null));
  const late = write(ruth, 'on the second server');
  await settle();
  await until(() => titleOf(amina, late) === 'on the second server');
  expect(titleOf(ruth, early)).toBe('on the first server');
  for (const person of [amina, ruth]) expect(together(person).alarms).toEqual([]);
  expect(await hashOf(amina)).toBe(await hashOf(ruth));
  asked.clear();
  const last = write(amina, 'and nothing goes to the first');
  await settle();
  await until(() => titleOf(ruth, last) !== undefined);
  expect([...asked].filter((line) => line.endsWith(one.server))).toEqual([]);
});

test('a device that is away meanwhile follows when it comes back, with what it wrote, and the old server waits for it', async () => {
  const { amina, ruth, early, settle, until } = await afterSomeWork();
  ruth.network.isCut = true;
  const offline = write(ruth, 'written while away');
  expect(await amina.workspace.together.moveTo(there())).toBeUndefined();
  const moved = write(amina, 'already there');
  await until(() => serverOf(amina) === other.server && together(amina).waiting === 0);
  expect(together(amina).moving).toMatchObject({
    from: [one.server],
    behind: [together(ruth).me],
  });
  ruth.network.isCut = false;
  await until(() => serverOf(ruth) === other.server && titleOf(ruth, moved) !== undefined);
  await settle();
  await until(() => titleOf(amina, offline) === 'written while away');
  await until(() => [amina, ruth].every((person) => together(person).moving === null));
  expect(titleOf(ruth, early)).toBe('on the first server');
  await ruth.reopen();
  expect(serverOf(ruth)).toBe(other.server);
  const again = write(ruth, 'after opening again');
  await settle();
  await until(() => titleOf(amina, again) !== undefined);
});

test('a device whose process ends between reading the move and following it follows all the same', async () => {
  const { amina, ruth, early, settle, until } = await afterSomeWork();
  expect(await amina.workspace.together.moveTo(there())).toBeUndefined();
  // The entry is in the log of the device, and the record of its server is still the old one.
  const session = await ruth.session();
  await session.withBlocks(async () => {});
  session.stop();
  await ruth.reopen();
  await until(() => serverOf(ruth) === other.server);
  const next = write(ruth, 'found it');
  await settle();
  await until(() => titleOf(amina, next) === 'found it');
  expect(titleOf(ruth, early)).toBe('on the first server');
});

test('it is refused where the voucher is not that server’s, for a member, on the same server, and while everything is kept', async () => {
  const { amina, ruth } = await afterSomeWork();
  const { server } = there();
  const wrong = { server, voucher: bytesToText(new Uint8Array(32).fill(1)) };
  expect(await amina.workspace.together.moveTo(wrong)).toEqual({ type: 'VoucherUsedUp' });
  const none = { server: 'new server', voucher: bytesToText(other.voucher) };
  expect(await amina.workspace.together.moveTo(none)).toEqual({ type: 'NotAServer' });
  const away = { server: 'http://localhost:9', voucher: bytesToText(other.voucher) };
  expect(await amina.workspace.together.moveTo(away)).toEqual({ type: 'OtherServerAway' });
  expect(await ruth.workspace.together.moveTo(there())).toEqual({ type: 'NotASteward' });
  const same = { server: one.server, voucher: bytesToText(one.voucher) };
  expect(await amina.workspace.together.moveTo(same)).toEqual({ type: 'SameServer' });
  await amina.workspace.together.keepEverything(true);
  expect(await amina.workspace.together.moveTo(there())).toEqual({ type: 'KeepEverythingHolds' });
  expect(serverOf(amina)).toBe(one.server);
});
