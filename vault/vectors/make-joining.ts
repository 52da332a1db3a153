/** Makes the frozen cases of joining, checkpoints and coming back, good and bad, from a small story. */

import { coreTeamCircle } from '../circles/well-known.ts';
import { assert, bytesToText, concat } from '../envelope/bytes.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { createDeviceSeeds } from '../identity/device.ts';
import { answerTo, ask } from '../joining/ask.ts';
import { linkToFragment } from '../joining/link.ts';
import { lobbyKeys, readLobby } from '../joining/lobby.ts';
import { pairingToText } from '../joining/pairing-code.ts';
import { shareToBytes, splitSeed } from '../joining/shares.ts';
import { invitationKeys } from '../membership/join-proof.ts';
import { cardToPlain } from '../membership/parts.ts';
import { seededRandom } from '../testing/cast.ts';
import { approvalsOf, approve, house, newDevice } from '../testing/house.ts';
import { type JoiningCase, judgeJoining } from './judge-joining.ts';
import { checkpointCases, flipped, streamCase } from './make-checkpoints.ts';

export async function makeJoiningVectors() {
  const cases = [
    ...linkCases(),
    ...codeCases(),
    ...lobbyCases(),
    ...(await shareCases()),
    ...(await storyCases()),
    await streamCase(),
  ];
  const judged: (JoiningCase & { readonly verdict: string })[] = [];
  for (const one of cases) judged.push({ ...one, verdict: await judgeJoining(one) });
  return judged;
}

const secret = new Uint8Array(16).fill(5);

function linkCases(): JoiningCase[] {
  const link = {
    kind: 'invitation' as const,
    secret,
    workspace: new Uint8Array(32).fill(1),
    head: new Uint8Array(32).fill(2),
    n: 70_000,
    relay: 'https://relay.example/',
  };
  const whole = linkToFragment(link);
  const version = concat(Uint8Array.of(2), new Uint8Array(100));
  const rows = [
    ['an invitation', whole],
    ['the way back', linkToFragment({ ...link, kind: 'return', relay: '' })],
    ['cut short', whole.slice(0, 90)],
    ['not base64url', `${whole.slice(0, -1)}=`],
    ['a newer version', bytesToText(version)],
    ['a relay that is no address', linkToFragment({ ...link, relay: 'relay.example' })],
  ] as const;
  return rows.map(([name, fragment]) => ({
    name: `link: ${name}`,
    about: 'link',
    given: { fragment },
  }));
}

function codeCases(): JoiningCase[] {
  const code = pairingToText({ secret, relay: '' });
  const rows = [
    ['forty digits', code],
    ['with a relay', pairingToText({ secret, relay: 'https://relay.example/' })],
    ['a digit mistyped', code.replace(/\d/, (digit) => String((Number(digit) + 1) % 10))],
    ['a digit missing', code.slice(1)],
  ] as const;
  return rows.map(([name, text]) => ({ name: `code: ${name}`, about: 'code', given: { text } }));
}

function lobbyCases(): JoiningCase[] {
  return ['invitation', 'pairing', 'kit', 'return'].map((kind) => ({
    name: `lobby: ${kind}`,
    about: 'lobby',
    given: { kind, secret: bytesToText(secret) },
  }));
}

async function shareCases(): Promise<JoiningCase[]> {
  const [a, b, c] = (await splitSeed(secret, 3, seededRandom('pads'))).map(shareToBytes);
  const [d] = (await splitSeed(new Uint8Array(16), 2, seededRandom('pads'))).map(shareToBytes);
  assert(a && b && c && d, 'shares');
  const changed = b.slice();
  changed[changed.length - 1] = (changed[changed.length - 1] as number) ^ 1;
  const rows = [
    ['the first two of three', a, b],
    ['the last two of three', c, b],
    ['one twice', a, a],
    ['of two seeds', a, d],
    ['one changed', c, changed],
    ['no share', a, a.slice(1)],
  ] as const;
  return rows.map(([name, one, two]) => ({
    name: `shares: ${name}`,
    about: 'shares',
    given: { one: bytesToText(one), two: bytesToText(two) },
  }));
}

async function storyCases(): Promise<JoiningCase[]> {
  const { amina, invite, children, clock } = await house('amina');
  const team = coreTeamCircle(amina.replica.state.workspace);
  const record = bytesToText(new Uint8Array(16).fill(3));
  await amina.write(record, { title: 'What was asked', size: 4 });
  await amina.write(record, { note: 'Only us' }, { circle: team });
  const { link, invitation } = await invite(amina);
  const { keys, random } = await newDevice('ruth');
  await ask(link, keys.device, 'Ruth', children, random);
  const [approval] = await approvalsOf([invitation], amina, children);
  assert(approval, 'Ruth is seen');
  await approve([approval], amina, children, clock);
  const at = await lobbyKeys(link.secret, 'invitation');
  const lobby = await children.visit(at);
  assert('read' in lobby, 'the lobby is there');
  const wires = (await lobby.read('')).wires;
  const messages = await readLobby(lobby, at);
  const { state } = amina.replica;
  const workspace = bytesToText(state.workspace);
  const secretText = bytesToText(link.secret);
  const cases: JoiningCase[] = [];
  const add = (about: string, name: string, given: JoiningCase['given']) =>
    cases.push({ name: `${about}: ${name}`, about, given });

  const inLobby = { secret: secretText, kind: 'invitation' };
  for (const [i, wire] of wires.entries()) {
    add('message', `${messages[i]?.[0]}`, { ...inLobby, wire: bytesToText(wire) });
  }
  const [first] = wires;
  assert(first, 'a message');
  add('message', 'one bit flipped', { ...inLobby, wire: bytesToText(flipped(first, 200)) });
  add('message', 'in a lobby of another kind', {
    ...inLobby,
    kind: 'kit',
    wire: bytesToText(first),
  });

  const asked = [...(messages[0] ?? [])] as Writable[];
  const about = { secret: secretText, workspace };
  const request = (name: string, message: Writable[]) =>
    add('request', name, { ...about, message: bytesToText(plainToBytes(message)) });
  request('proved', asked);
  request('another name', [asked[0] as string, asked[1] ?? null, 'Amina', ...asked.slice(3)]);
  request('another card', [
    asked[0] as string,
    cardToPlain(amina.keys.device.card),
    ...asked.slice(2),
  ]);
  request('a name with a line break', [
    asked[0] as string,
    asked[1] ?? null,
    'R\nuth',
    ...asked.slice(3),
  ]);

  const { pub } = await invitationKeys(link.secret);
  const card = bytesToText(plainToBytes(cardToPlain(keys.device.card)));
  add('words', 'of an invitation', { ...about, host: bytesToText(pub), card });

  const seeds = createDeviceSeeds(seededRandom('ruth'));
  const device = { sign: bytesToText(seeds.sign), kem: bytesToText(seeds.kem) };
  const sealed = messages.find(([kind]) => kind === 'welcome')?.[2];
  assert(sealed instanceof Uint8Array, 'a welcome');
  const by = bytesToText(amina.keys.device.card.sign);
  add('welcome', 'for Ruth, by Amina', { ...device, by, sealed: bytesToText(sealed) });
  add('welcome', 'signed by somebody else', {
    ...device,
    by: bytesToText(keys.device.card.sign),
    sealed: bytesToText(sealed),
  });
  add('welcome', 'with another key', {
    ...device,
    kem: device.sign,
    by,
    sealed: bytesToText(sealed),
  });
  add('welcome', 'one bit flipped', { ...device, by, sealed: bytesToText(flipped(sealed, 60)) });
  assert((await answerTo(link, keys.device, children)).type === 'Welcomed', 'Ruth is welcome');

  await checkpointCases(amina, team, children, add);
  return cases;
}
