import { expect, test } from 'vitest';
import { publishCheckpoint } from '../checkpoint/publish.ts';
import { onlyMeCircle } from '../circles/well-known.ts';
import { createKeyring } from '../identity/keyring.ts';
import { createKitSeed } from '../local/kit-keys.ts';
import { kitToWords, wordsToKit } from '../local/recovery-kit.ts';
import { house, newDevice, type Person } from '../testing/house.ts';
import { enterByKit, isKitDue, kitDeviceKeys, kitLobbySecret, leaveKitWelcome } from './kit.ts';
import { lobbyKeys, postTo, readLobby } from './lobby.ts';
import {
  addOwnDevice,
  answerPairing,
  answersTo,
  enterByPairing,
  openPairing,
  PAIRING_LASTS,
  pairingWelcomes,
  welcomeOwnDevice,
} from './pairing.ts';
import { pairingToText, textToPairing } from './pairing-code.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;

/** Amina's laptop shows a code; her phone has read it and answered. */
async function answered() {
  const stage = await house('amina', 'ruth');
  const { amina, children, clock } = stage;
  const pairing = await openPairing(amina.replica, '', children, clock, amina.random);
  if ('type' in pairing) throw new Error(`Must hold: a pairing, not ${pairing.type}`);
  const phone = await newDevice('phone');
  const code = textToPairing(pairingToText(pairing));
  if ('type' in code) throw new Error('Must hold: a code');
  const said = await answerPairing(code, phone.keys.device, children, phone.random);
  if ('type' in said) throw new Error(`Must hold: an answer, not ${said.type}`);
  const answers = async () => {
    const found = await answersTo(pairing, amina.replica, children);
    if ('type' in found) throw new Error('Must hold: the lobby is there');
    return found;
  };
  return { ...stage, amina, pairing, code, phone, said, answers };
}

async function checkpointOf(person: Person) {
  const checkpoint = await publishCheckpoint(person.publisher);
  if ('type' in checkpoint) throw new Error(`Must hold: a checkpoint, not ${checkpoint.type}`);
  return checkpoint;
}

test('D06: a phone is added by the words that both screens show, reads what the laptop reads, and all hear of it', async () => {
  const stage = await answered();
  const { amina, ruth, pairing, code, phone, said, answers, children, clock, start } = stage;
  const onlyMe = { circle: onlyMeCircle(amina.replica.state.workspace, amina.replica.member) };
  await amina.write(id('n'), { title: 'My notebook' }, onlyMe);
  const [answer, ...more] = await answers();
  expect(more).toEqual([]);
  expect(answer?.words).toEqual(said.words);
  if (!answer) throw new Error('Must hold: the phone answered');
  const added = await addOwnDevice(amina.replica, pairing, answer.card, clock);
  if (added.type !== 'Added') throw new Error(`Must hold: added, not ${added.type}`);
  const { offset } = amina.replica;
  const about = { checkpoint: await checkpointOf(amina), offset, relay: '' };
  await welcomeOwnDevice(amina.replica, pairing, added.device, about, children, amina.random);
  const welcomes = await pairingWelcomes(code, phone.keys.device, children);
  if ('type' in welcomes) throw new Error('Must hold: the lobby is there');
  const entered = await enterByPairing(said.offer, welcomes, phone.keys, children);
  if ('type' in entered) throw new Error(`Must hold: entered, not ${entered.type}`);
  const other = start('phone', entered, phone.keys, phone.random);
  expect(other.replica.member).toBe(amina.replica.member);
  expect(other.fold.tables.get('asks', id('n'))?.title).toBe('My notebook');
  await other.write(id('m'), { title: 'From the phone' }, onlyMe);
  await amina.read();
  expect(amina.fold.tables.get('asks', id('m'))?.title).toBe('From the phone');
  await ruth.read();
  expect(ruth.hash()).toBe(other.hash());
  expect(
    ruth.delivered.find((one) => one.type === 'Chain' && one.change === 'addDevice'),
  ).toMatchObject({
    began: { members: [], devices: [2] },
    ended: { members: [], devices: [] },
    by: 0,
  });
});

test('E09: somebody who saw the code has other words, and gets in only if a person says they are the same', async () => {
  const { amina, code, said, answers, children, pairing, clock } = await answered();
  const mallory = await newDevice('mallory');
  const lie = await answerPairing(code, mallory.keys.device, children, mallory.random);
  if ('type' in lie) throw new Error('Must hold: an answer');
  const shown = await answers();
  expect(shown).toHaveLength(2);
  expect(shown[0]?.words).toEqual(said.words);
  expect(shown[1]?.words).not.toEqual(said.words);
  expect(amina.replica.state.membership.devices).toHaveLength(2);
  clock.pass(PAIRING_LASTS);
  const card = shown[0]?.card ?? never();
  expect(await addOwnDevice(amina.replica, pairing, card, clock)).toEqual({
    type: 'PairingExpired',
  });
  expect(await answersTo(pairing, amina.replica, children)).toEqual({ type: 'NotThere' });
});

test('E09: a code that somebody else shows leads into their workspace and gives them nothing of ours', async () => {
  const { amina, children } = await house('amina');
  const { mallory, clock, children: theirs } = await house('mallory');
  const bait = await openPairing(mallory.replica, '', theirs, clock, mallory.random);
  if ('type' in bait) throw new Error('Must hold: a pairing');
  expect(await answerPairing(bait, amina.keys.device, children, amina.random)).toEqual({
    type: 'NotThere',
  });
  // Even where their server has it: only a new device answers, and what it says is its own new card.
  const fresh = await newDevice('fresh');
  await answerPairing(bait, fresh.keys.device, theirs, fresh.random);
  const at = await lobbyKeys(bait.secret, 'pairing');
  const lobby = await theirs.visit(at);
  if ('type' in lobby) throw new Error('Must hold: the lobby is there');
  const kinds = (await readLobby(lobby, at)).map(([kind]) => kind);
  expect(kinds).toEqual(['offer', 'card']);
});

test('E09: a card that was posted for another device, or without its key, is not shown', async () => {
  const { pairing, answers, phone, children, amina } = await answered();
  const at = await lobbyKeys(pairing.secret, 'pairing');
  const lobby = await children.visit(at);
  if ('type' in lobby) throw new Error('Must hold: the lobby is there');
  const messages = await readLobby(lobby, at);
  const [, plain, sig] = messages.find(([kind]) => kind === 'card') ?? never();
  const other = await newDevice('other');
  const { card } = other.keys.device;
  await postTo(lobby, at, ['card', [card.sign, 1, card.kem], sig as Uint8Array], phone.random);
  await postTo(lobby, at, ['card', plain as [], new Uint8Array(64)], phone.random);
  await postTo(lobby, at, ['card', 'junk', 7], phone.random);
  expect(await answers()).toHaveLength(1);
  const second = await openPairing(amina.replica, '', children, Date.now, amina.random);
  if ('type' in second) throw new Error('Must hold: a pairing');
  expect(second.secret).not.toEqual(pairing.secret);
});

test('twelve words alone find the workspace and go on as the kit’s device', async () => {
  const { amina, ruth, children, clock, start, settle } = await house('amina', 'ruth');
  const onlyMe = { circle: onlyMeCircle(amina.replica.state.workspace, amina.replica.member) };
  await amina.write(id('n'), { title: 'My notebook' }, onlyMe);
  const seed = createKitSeed(amina.random);
  const { card } = await kitDeviceKeys(seed);
  await amina.replica.change({ type: 'addDevice', card });
  const { offset } = amina.replica;
  const about = { checkpoint: await checkpointOf(amina), offset, relay: '' };
  const secret = kitLobbySecret(seed);
  await leaveKitWelcome(amina.replica, secret, 2, about, children, clock, amina.random);
  const left = clock();
  expect([isKitDue(null, clock), isKitDue(left, clock)]).toEqual([true, false]);
  await settle();
  // Weeks later, with rotations meanwhile, and nothing left but a sheet of paper.
  await amina.replica.change({ type: 'rotate' });
  await ruth.write(id('r'), { title: 'Written since' });
  await amina.write(id('m'), { title: 'The last page' }, onlyMe);
  clock.pass(60 * 24 * 60 * 60 * 1000);
  expect(isKitDue(left, clock)).toBe(true);
  const typed = wordsToKit(kitToWords(seed, 'ar').join(' '));
  if ('type' in typed) throw new Error('Must hold: the words are read');
  const keys = createKeyring(await kitDeviceKeys(typed));
  const entered = await enterByKit(typed, keys, children);
  if ('type' in entered) throw new Error(`Must hold: entered, not ${entered.type}`);
  const kit = start('kit', entered, keys, amina.random);
  await kit.read();
  expect(kit.replica.member).toBe(amina.replica.member);
  expect(['n', 'm', 'r'].map((one) => kit.fold.tables.get('asks', id(one))?.title)).toEqual([
    'My notebook',
    'The last page',
    'Written since',
  ]);
  await settle();
  expect(kit.hash()).toBe(ruth.hash());
});

test('F06: a stolen kit is seen in the list, and once it is dropped its words open nothing new', async () => {
  const { amina, ruth, children, clock, start } = await house('amina', 'ruth');
  const seed = createKitSeed(amina.random);
  const { card } = await kitDeviceKeys(seed);
  await amina.replica.change({ type: 'addDevice', card });
  const { offset } = amina.replica;
  const about = { checkpoint: await checkpointOf(amina), offset, relay: '' };
  const secret = kitLobbySecret(seed);
  await leaveKitWelcome(amina.replica, secret, 2, about, children, clock, amina.random);
  expect(amina.replica.state.membership.devices[2]).toMatchObject({ active: true });
  await amina.replica.change({ type: 'dropOwnDevice', device: 2 });
  await ruth.write(id('s'), { title: 'Said afterwards' });
  const keys = createKeyring(await kitDeviceKeys(seed));
  const entered = await enterByKit(seed, keys, children);
  if ('type' in entered) throw new Error(`Must hold: entered, not ${entered.type}`);
  const thief = start('thief', entered, keys, amina.random);
  expect(await thief.replica.catchUp()).toEqual({ blocked: 'NoKey' });
  expect(thief.fold.tables.get('asks', id('s'))).toBeUndefined();
  thief.replica.write('everyone', [{ seen: 0, ops: [] }]);
  expect(await thief.replica.send()).toMatchObject({ type: 'Held', because: 'Blocked' });
});

test('words that are no kit’s find no lobby', async () => {
  const { children } = await house('amina');
  const seed = createKitSeed((length) => new Uint8Array(length).fill(9));
  const keys = createKeyring(await kitDeviceKeys(seed));
  expect(await enterByKit(seed, keys, children)).toEqual({ type: 'NotThere' });
});

function never(): never {
  throw new Error('Must hold: there is one');
}
