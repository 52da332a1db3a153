import { expect, test } from 'vitest';
import { bytesToText } from '../envelope/bytes.ts';
import { stateHash } from '../membership/state-bytes.ts';
import { createContractRelay } from '../testing/contract-relay.ts';
import { type Person, people, titleOf, write } from '../testing/people.ts';
import { SIX } from './testing.ts';

const server = 'https://relay.example';

async function company<Names extends readonly string[]>(...names: Names) {
  const relay = createContractRelay();
  const made = await people({ ...relay, server }, ...names);
  const [stream] = relay.streams.keys();
  const messages = () => relay.streams.get(stream ?? '')?.messages ?? [];
  const shorten = (to: number) => void messages().splice(to);
  return { relay, messages, shorten, ...made };
}

const isOnServer = ({ workspace }: Person) => workspace.safety.get().type === 'SavedOnServer';
const togetherOf = ({ workspace }: Person) => workspace.together.get();

/** The state as a tab without a page reads it from the disk. */
async function hashOf(person: Person): Promise<string> {
  const session = await person.session();
  await session.withBlocks(async () => {});
  return bytesToText(stateHash(session.replica.state));
}

test('R09: a server put back to an older copy gets back all that any device has, with the same hash', async () => {
  const names = ['amina', 'ruth', 'li', 'omar', 'sofia'] as const;
  const { relay, messages, people: all, until, settle } = await company(...names);
  const first = write(all[0] as Person, 'before the copy');
  await settle();
  const putBack = relay.backup();
  const ids = [first];
  for (const person of all) ids.push(write(person, `by ${person.name}`));
  await settle();
  await until(() => all.every((person) => ids.every((id) => titleOf(person, id) !== undefined)));
  const before = await Promise.all(all.map(hashOf));
  expect(new Set(before).size).toBe(1);
  const whole = new Set(messages());

  putBack();
  for (const { workspace } of all) workspace.together.tryNow();
  await until(() => [...whole].every((message) => messages().includes(message)));
  await settle();
  expect([...new Set(messages())]).toEqual([...whole]);
  expect(await Promise.all(all.map(hashOf))).toEqual(before);
  const next = write(all[1] as Person, 'afterwards');
  await until(() => all.every((person) => titleOf(person, next) === 'afterwards'));
  expect(all.flatMap((person) => togetherOf(person).alarms.map(({ type }) => type))).not.toContain(
    'Fork',
  );
});

test('A02: a device that comes back to any shorter stream keeps what it has and gives it back', async () => {
  const { messages, shorten, amina, ruth, settle, until } = await company('amina', 'ruth');
  const ids: string[] = [];
  for (const title of ['one', 'two', 'three', 'four']) {
    ids.push(write(amina, title));
    await settle();
  }
  await until(() => ids.every((id) => titleOf(ruth, id) !== undefined));
  const before = await hashOf(ruth);
  const whole = [...messages()];
  for (let length = whole.length - 1; length > whole.length - 4; length--) {
    amina.network.isCut = true;
    ruth.network.isCut = true;
    shorten(length);
    await ruth.reopen();
    expect(titleOf(ruth, ids[3] as string)).toBe('four');
    ruth.network.isCut = false;
    await until(() => whole.every((message) => messages().includes(message)));
    await until(() => togetherOf(ruth).server.type === 'Reached');
    expect(togetherOf(ruth).alarms).toEqual([{ type: 'ServerLostData', healed: true }]);
    expect(await hashOf(ruth)).toBe(before);
    await ruth.workspace.together.settleAlarm({ type: 'ServerLostData', healed: true });
    expect(togetherOf(ruth).alarms).toEqual([]);
  }
});

test('A13: a stream that was deleted is told as a loss, and comes back whole with a new voucher', async () => {
  const { relay, messages, amina, ruth, settle, until } = await company('amina', 'ruth');
  const id = write(amina, 'still here');
  await settle();
  await until(() => titleOf(ruth, id) === 'still here');
  const before = await hashOf(ruth);
  relay.streams.clear();
  const held = write(ruth, 'written meanwhile');
  amina.workspace.together.tryNow();
  await until(() => togetherOf(ruth).alarms.length > 0 && togetherOf(amina).alarms.length > 0);
  expect(togetherOf(ruth).alarms).toEqual([{ type: 'ServerLostData', healed: false }]);
  expect(ruth.workspace.safety.get()).toMatchObject({ waiting: { because: 'lost-data' } });
  expect(titleOf(ruth, id)).toBe('still here');
  expect(await hashOf(ruth)).toBe(before);

  const voucher = bytesToText(relay.voucher);
  expect(await ruth.workspace.together.serve({ server, voucher })).toEqual({ type: 'NotASteward' });
  expect(await amina.workspace.together.serve({ server, voucher })).toBeUndefined();
  await settle();
  await until(() => titleOf(amina, held) === 'written meanwhile');
  expect(messages().length).toBeGreaterThan(2);
});

test('who came in later does not begin a lost stream with its own end: they wait for who has it all', async () => {
  const { relay, messages, amina, ruth, settle, until } = await company('amina', 'ruth');
  const early = write(amina, 'from the beginning');
  await settle();
  await until(() => titleOf(ruth, early) === 'from the beginning');
  const whole = [...messages()];
  amina.network.isCut = true;
  for (const [id, kept] of relay.streams) {
    relay.streams.set(id, { ...kept, messages: [], former: new Map() });
  }
  const waits = write(ruth, 'waits');
  await until(() => togetherOf(ruth).alarms.some(({ type }) => type === 'ServerLostData'));
  expect(messages()).toEqual([]);
  amina.network.isCut = false;
  await settle();
  expect(messages().slice(0, whole.length)).toEqual(whole);
  await until(() => titleOf(amina, waits) === 'waits');
  expect(await hashOf(amina)).toBe(await hashOf(ruth));
});

test('past a rotation a server is healed by a steward’s device, and the others wait for it', async () => {
  const { relay, messages, amina, ruth, settle, until } = await company('amina', 'ruth');
  const early = write(amina, 'before');
  await settle();
  await until(() => titleOf(ruth, early) === 'before');
  const putBack = relay.backup();
  const session = await amina.session();
  const middle = write(ruth, 'in the middle');
  await settle();
  await session.changeChain((replica) => replica.change({ type: 'rotate' }));
  session.stop();
  const late = write(amina, 'late');
  await settle();
  await until(() => titleOf(ruth, late) === 'late');
  const whole = new Set(messages());

  amina.network.isCut = true;
  putBack();
  const waits = write(ruth, 'waits');
  await until(() => {
    const { server: now } = togetherOf(ruth);
    return now.type === 'Away' && now.because === 'needs-steward';
  });
  expect(titleOf(ruth, middle)).toBe('in the middle');
  expect(messages().every((message) => whole.has(message))).toBe(true);
  amina.network.isCut = false;
  await settle();
  expect([...new Set(messages())].slice(0, whole.size)).toEqual([...whole]);
  await until(() => titleOf(amina, waits) === 'waits');
  expect(await hashOf(amina)).toBe(await hashOf(ruth));
});

test('who was away while a server lost its end, was healed and grew, reads everything', async () => {
  const { relay, messages, amina, ruth, li, settle, until } = await company('amina', 'ruth', 'li');
  await settle();
  const putBack = relay.backup();
  const ids: string[] = [];
  for (let n = 0; n < 3; n++) {
    ids.push(write(amina, `w${n}`));
    await settle();
  }
  await until(() => ids.every((id) => titleOf(li, id) !== undefined));
  li.network.isCut = true;
  putBack();
  for (const { workspace } of [amina, ruth]) workspace.together.tryNow();
  await until(() => messages().length > 0);
  for (let n = 3; n < 9; n++) ids.push(write(ruth, `w${n}`));
  await until(() => ids.every((id) => titleOf(amina, id) !== undefined));
  li.network.isCut = false;
  await until(() => ids.every((id) => titleOf(li, id) !== undefined));
  expect(togetherOf(li).alarms.filter(({ type }) => type !== 'ServerLostData')).toEqual([]);
});

test('R09: where a stranger’s entry slipped in, two histories are told, and changes of people wait', async () => {
  const { relay, amina, ruth, li, settle, until } = await company('amina', 'ruth', 'li');
  const early = write(amina, 'early');
  await settle();
  await until(() => titleOf(li, early) === 'early');
  li.network.isCut = true;
  const putBack = relay.backup();
  const lost = write(amina, 'lost by the server');
  await until(() => titleOf(ruth, lost) !== undefined);
  await until(() => [amina, ruth].every(isOnServer));
  amina.network.isCut = true;
  ruth.network.isCut = true;
  putBack();
  li.network.isCut = false;
  const stranger = write(li, 'written on what was left');
  await until(() => isOnServer(li));
  amina.network.isCut = false;
  ruth.network.isCut = false;
  await until(() => togetherOf(amina).alarms.some(({ type }) => type === 'Fork'));
  expect(titleOf(amina, lost)).toBe('lost by the server');
  expect(titleOf(amina, stranger)).toBeUndefined();
  const own = write(amina, 'kept meanwhile');
  expect(await amina.workspace.settled()).toMatchObject({ type: 'SavedHere' });
  expect(titleOf(amina, own)).toBe('kept meanwhile');
  await amina.setWords(SIX);
  expect(await amina.workspace.createRecoveryKit('en', SIX)).toEqual({ type: 'NotNow' });
  await amina.reopen();
  expect(togetherOf(amina).alarms.map(({ type }) => type)).toContain('Fork');
});

test('while a server has lost everything nothing is said to be on it, and is again once it was given back', async () => {
  const { relay, amina, ruth, settle, until } = await company('amina', 'ruth');
  const title = write(amina, 'here all the same');
  await settle();
  await until(() => titleOf(ruth, title) !== undefined);
  relay.streams.clear();
  for (const { workspace } of [amina, ruth]) workspace.together.tryNow();
  await until(() => [amina, ruth].every((person) => !isOnServer(person)));
  expect(amina.workspace.safety.get()).toEqual({ type: 'SavedHere' });
  expect(togetherOf(amina).waiting).toBe(0);
  const again = { server, voucher: bytesToText(relay.voucher) };
  expect(await amina.workspace.together.serve(again)).toBeUndefined();
  await until(() => [amina, ruth].every(isOnServer));
  expect(titleOf(ruth, title)).toBe('here all the same');
});
