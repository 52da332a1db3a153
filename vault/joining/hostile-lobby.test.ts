import { expect, test } from 'vitest';
import { publishCheckpoint } from '../checkpoint/publish.ts';
import { openWire } from '../envelope/seal.ts';
import { invitationKeys } from '../membership/join-proof.ts';
import { seededRandom } from '../testing/cast.ts';
import { approvalsOf, approve, house, newDevice } from '../testing/house.ts';
import { answerTo, ask as askIn, enterByLink } from './ask.ts';
import { admitAll, decline, leaveWelcome, standingOf } from './invitation.ts';
import { lobbyKeys, MOST_MESSAGES, postTo, readLobby } from './lobby.ts';
import { makeRequest, requestToMessage } from './request.ts';
import { openWelcome, sealWelcome } from './welcome.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;

/** Amina has made a link, and Ruth's device is ready to ask with it. */
async function invited() {
  const stage = await house('amina');
  const { amina, children } = stage;
  const { link, invitation } = await stage.invite(amina);
  const { keys, random } = await newDevice('ruth');
  const at = await lobbyKeys(link.secret, 'invitation');
  const lobby = await children.visit(at);
  if ('type' in lobby) throw new Error('Must hold: the lobby is there');
  const ask = (name: string) => askIn(link, keys.device, name, children, random);
  const approvals = () => approvalsOf([invitation], amina, children);
  return { ...stage, amina, link, invitation, keys, random, at, lobby, ask, approvals };
}

test('E03: a proof that is posted again with other keys, another name or salt is not seen', async () => {
  const { ask, approvals, lobby, at, random } = await invited();
  await ask('Ruth');
  const [{ request } = never()] = await approvals();
  const mallory = await newDevice('mallory');
  const { card } = mallory.keys.device;
  const forged = [
    { ...request, card },
    { ...request, card: { ...request.card, kem: card.kem } },
    { ...request, card: { ...request.card, sign: card.sign } },
    { ...request, name: 'Amina' },
    { ...request, salt: new Uint8Array(16) },
    { ...request, proof: new Uint8Array(96) },
  ];
  for (const one of forged) await postTo(lobby, at, requestToMessage(one), random);
  const seen = await approvals();
  expect(seen.map(({ request: { name } }) => name)).toEqual(['Ruth']);
});

test('E04: a link’s secret has 128 bits, and nothing that a server holds leads back to it', async () => {
  const { link, children } = await invited();
  expect(link.secret).toHaveLength(16);
  const { id: lobby, read, append } = await lobbyKeys(link.secret, 'invitation');
  const others = await lobbyKeys(link.secret, 'pairing');
  const known = [lobby, read, append, others.id, others.read].map((bytes) => bytes.join());
  expect(new Set(known).size).toBe(5);
  const near = Uint8Array.from(link.secret);
  near[15] = (near[15] as number) ^ 1;
  expect(await children.visit(await lobbyKeys(near, 'invitation'))).toEqual({ type: 'NotThere' });
  expect(await children.visit({ id: lobby, read, append: read })).toEqual({ type: 'NotThere' });
});

test('E05: neither chain nor lobby nor chunks show a name or an invitation’s secret to a server', async () => {
  const { amina, ask, link, approvals, children, clock, stream } = await invited();
  await ask('Zaynab al-Example');
  await approve(await approvals(), amina, children, clock);
  const all = [stream, ...children.streams.values()].flatMap(({ wires }) => wires);
  const chain = amina.replica.state.chain.map(({ frame }) => frame);
  expect(all.length).toBeGreaterThan(8);
  for (const bytes of [...all, ...chain]) {
    expect(Buffer.from(bytes).includes('Zaynab')).toBe(false);
    expect(Buffer.from(bytes).includes(Buffer.from(link.secret))).toBe(false);
  }
});

test('E06: a stranger with the link and every byte of the server reads nothing of the workspace', async () => {
  const { amina, ask, link, approvals, children, clock, stream, lobby, at } = await invited();
  await amina.write(id('a'), { title: 'For us' });
  await ask('Ruth');
  const [ruth = never()] = await approvals();
  const mallory = await newDevice('mallory');
  await askIn(link, mallory.keys.device, 'Ruth', children, mallory.random);
  await approve([ruth], amina, children, clock);
  expect(await answerTo(link, mallory.keys.device, children)).toEqual({ type: 'Waiting' });
  const messages = await readLobby(lobby, at);
  const welcomes = messages.filter(([kind]) => kind === 'welcome');
  expect(welcomes).toHaveLength(1);
  for (const [, , sealed] of welcomes) {
    expect(await openWelcome(sealed as Uint8Array, mallory.keys.device)).toBeNull();
  }
  const chunks = [...children.streams.values()].filter(({ id }) => id !== lobby.id);
  for (const wire of [...stream.wires, ...chunks.flatMap(({ wires }) => wires)]) {
    expect(typeof (await openWire(wire, at.secret, at.id))).toBe('string');
  }
});

test('E06: who has the link and names the signing key of somebody here beside a key of their own is sealed nothing', async () => {
  const { amina, link, approvals, invitation, children, clock, lobby, at } = await invited();
  const mallory = await newDevice('mallory');
  const invite = await invitationKeys(link.secret);
  const host = amina.replica.keys.device.card;
  const card = { ...mallory.keys.device.card, sign: host.sign };
  const request = await makeRequest(link.workspace, invite, card, 'Ruth', mallory.random);
  await postTo(lobby, at, requestToMessage(request), mallory.random);
  const [approval = never()] = await approvals();
  expect(approval.request.card.kem).toEqual(card.kem);
  // Neither while the link is open, nor after it was taken back, is that anybody who was let in.
  expect(standingOf(approval, amina.replica.state, clock).type).toBe('Asking');
  expect(await admitAll(amina.replica, [approval], clock, amina.random)).toMatchObject({
    type: 'Refused',
    because: 'KeyUsedBefore',
  });
  await amina.replica.change({ type: 'revoke', id: invitation.id });
  expect(standingOf(approval, amina.replica.state, clock).type).toBe('Spent');
  const checkpoint = await publishCheckpoint(amina.publisher);
  if ('type' in checkpoint) throw new Error('Must hold: a checkpoint');
  const about = { checkpoint, offset: amina.replica.offset, relay: '' };
  expect(await leaveWelcome(amina.replica, approval, about, children, amina.random)).toEqual({
    type: 'NotThere',
  });
  expect((await readLobby(lobby, at)).map(([kind]) => kind)).toEqual(['ask']);
});

test('E07: junk, floods and hostile names cost little, and who really asks is still seen', async () => {
  const { ask, link, approvals, children, stream, lobby, at, keys, random } = await invited();
  const junk = seededRandom('junk');
  await lobby.append(Array.from({ length: 100 }, () => junk(2000)));
  await lobby.append([new Uint8Array(0), new Uint8Array(90), new Uint8Array(400_000)]);
  const before = stream.wires.length;
  const { card } = keys.device;
  const hostile = ['', ' ', 'x'.repeat(81), 'a\u0000b', 'line\nbreak', '\u202e'.repeat(200)];
  for (const name of [...hostile, 7, null, ['Ruth']]) {
    const message = ['ask', [card.sign, 1, card.kem], name, new Uint8Array(96), new Uint8Array(16)];
    await postTo(lobby, at, message as [string, ...[]], random);
  }
  await postTo(lobby, at, ['welcome'], random);
  await postTo(lobby, at, ['ask', 1, 2, 3], random);
  await ask('<img src=x onerror=alert(1)>');
  const [seen, ...more] = await approvals();
  expect(seen?.request.name).toBe('<img src=x onerror=alert(1)>');
  expect(more).toEqual([]);
  await lobby.append(Array.from({ length: 5_000 }, () => junk(600)));
  const late = await newDevice('late');
  await askIn(link, late.keys.device, 'Late', children, late.random);
  expect((await readLobby(lobby, at)).length).toBeLessThan(MOST_MESSAGES);
  expect((await approvals()).length).toBe(1);
  expect(stream.wires.length).toBe(before);
});

test('somebody else with the link can leave a false welcome or a false no, and neither helps them', async () => {
  const stage = await invited();
  const { amina, link, ask, approvals, lobby, at, keys, random, children, clock, start } = stage;
  await ask('Ruth');
  const [approval = never()] = await approvals();
  const mallory = await house('mallory');
  const checkpoint = await publishCheckpoint(mallory.mallory.publisher);
  if ('type' in checkpoint) throw new Error('Must hold: a checkpoint');
  const { state } = mallory.mallory.replica;
  const about = { relay: '', offset: '', checkpoint, device: 1, by: 0 };
  const none = { epochs: [], circles: [] };
  const lie = { ...about, workspace: state.workspace, stream: state.stream, keys: none };
  const { sign } = mallory.mallory.keys.device;
  const sealed = await sealWelcome(lie, keys.device.card, sign, random);
  await postTo(lobby, at, ['welcome', keys.device.card.sign, sealed], random);
  await decline(approval, children, random);
  const early = await answerTo(link, keys.device, children);
  if (early.type !== 'Welcomed') throw new Error('Must hold: the false welcome is there');
  expect(await enterByLink(link, early.welcomes, keys, children)).toEqual({ type: 'NotThere' });
  await approve([approval], amina, children, clock);
  const answer = await answerTo(link, keys.device, children);
  if (answer.type !== 'Welcomed') throw new Error('Must hold: both welcomes are there');
  expect(answer.welcomes).toHaveLength(2);
  const entered = await enterByLink(link, answer.welcomes, keys, children);
  if ('type' in entered) throw new Error(`Must hold: entered, not ${entered.type}`);
  expect(start('ruth', entered, keys, random).replica.state.workspace).toEqual(link.workspace);
});

test('a member who is no steward lets nobody in, though they know the link', async () => {
  const { amina, ruth, invite, children, clock } = await house('amina', 'ruth');
  const { link, invitation } = await invite(amina);
  const { keys, random } = await newDevice('li');
  await askIn(link, keys.device, 'Li', children, random);
  const approvals = await approvalsOf([invitation], amina, children);
  await ruth.read();
  expect(await admitAll(ruth.replica, approvals, clock, ruth.random)).toMatchObject({
    because: 'NotASteward',
  });
  await approve(approvals, amina, children, clock);
  await ruth.read();
  const checkpoint = await publishCheckpoint(ruth.publisher);
  if ('type' in checkpoint) throw new Error('Must hold: a checkpoint');
  const [approval = never()] = approvals;
  const { offset } = ruth.replica;
  await leaveWelcome(ruth.replica, approval, { checkpoint, offset, relay: '' }, children, random);
  const answer = await answerTo(link, keys.device, children);
  if (answer.type !== 'Welcomed') throw new Error('Must hold: two welcomes');
  const [byAmina, byRuth] = answer.welcomes;
  if (!byAmina || !byRuth) throw new Error('Must hold: two welcomes');
  expect(await enterByLink(link, [byRuth], keys, children)).toEqual({ type: 'WelcomeBroken' });
  expect('type' in (await enterByLink(link, [byAmina], keys, children))).toBe(false);
});

function never(): never {
  throw new Error('Must hold: there is one');
}
