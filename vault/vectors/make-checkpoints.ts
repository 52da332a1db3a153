/** The frozen cases of checkpoints: bytes, circles' parts, chunks, and the entries that name them. */

import { checkpointToBytes } from '../checkpoint/format.ts';
import { makeCheckpoint, makeCircleCheckpoint } from '../checkpoint/make.ts';
import { publishCheckpoint } from '../checkpoint/publish.ts';
import { refToBytes } from '../checkpoint/reference.ts';
import { coreTeamCircle } from '../circles/well-known.ts';
import { assert, type Bytes, bytesToText, uint32 } from '../envelope/bytes.ts';
import { bytesToPlain } from '../envelope/cbor-read.ts';
import { plainToBytes, type Writable } from '../envelope/cbor-write.ts';
import { cast, type Player } from '../testing/cast.ts';
import { craft } from '../testing/craft.ts';
import type { house } from '../testing/house.ts';
import type { JoiningCase } from './judge-joining.ts';

export type Add = (about: string, name: string, given: JoiningCase['given']) => void;
type Stage = Awaited<ReturnType<typeof house<['amina']>>>;

export async function checkpointCases(
  amina: Stage['amina'],
  team: string,
  children: Stage['children'],
  add: Add,
): Promise<void> {
  const { state, keys, device } = amina.replica;
  const { n, tip } = state;
  const blocks = await amina.publisher.blocks();
  const from = { state, device, keys, blocks, carried: amina.carried, random: amina.random };
  const bytes = await makeCheckpoint(from);
  assert(bytes instanceof Uint8Array, 'a checkpoint');
  const head = bytesToText(state.head ?? new Uint8Array(32));
  const about = {
    workspace: bytesToText(state.workspace),
    head,
    tip: bytesToText(tip),
    n,
    known: n,
  };
  const checkpoint = (name: string, changed: Bytes, more: JoiningCase['given'] = {}) =>
    add('checkpoint', name, { ...about, bytes: bytesToText(changed), ...more });
  checkpoint('whole', bytes);
  checkpoint('of another workspace', bytes, { workspace: bytesToText(new Uint8Array(32)) });
  checkpoint('before what is known', bytes, { known: n + 1 });
  checkpoint('without the entry that is known', bytes, { head: bytesToText(new Uint8Array(32)) });
  checkpoint('at another n', bytes, { n: n + 1 });
  checkpoint('cut short', bytes.slice(0, -1));
  const parts = bytesToPlain(bytes) as readonly Writable[];
  checkpoint('of a newer version', plainToBytes([2, ...parts.slice(1)]));
  const chain = state.chain.slice(0, -1);
  const plain = { blocks: [], sealed: [], parts: [], releases: [] };
  checkpoint('whose chain lacks its end', checkpointToBytes({ ...state, chain }, plain));
  const [genesis, ...rest] = state.chain;
  assert(genesis, 'a chain');
  const forged = [{ ...genesis, sig: flipped(genesis.sig, 3) }, ...rest];
  checkpoint(
    'whose first signature is forged',
    checkpointToBytes({ ...state, chain: forged }, plain),
  );
  checkpoint('with blocks of a circle in the open', checkpointToBytes(state, { ...plain, blocks }));

  const circle = await makeCircleCheckpoint(from, team);
  assert(circle instanceof Uint8Array, 'a circle’s checkpoint');
  const part = (bytesToPlain(circle) as readonly Writable[])[2] ?? null;
  const raw = (await keys.reveal()).circles.find((one) => one.circle === team)?.raw;
  assert(raw !== undefined, 'the circle’s key');
  const closed = { workspace: about.workspace, part: bytesToText(plainToBytes(part)) };
  add('part', 'with the circle’s key', { ...closed, key: bytesToText(raw) });
  add('part', 'with another key', { ...closed, key: bytesToText(new Uint8Array(32)) });
  add('part', 'in another workspace', {
    ...closed,
    key: bytesToText(raw),
    workspace: bytesToText(new Uint8Array(32)),
  });

  const ref = await publishCheckpoint(amina.publisher);
  assert('sha256' in ref, 'a checkpoint');
  const stream = children.streams.get(bytesToText(ref.stream));
  assert(stream?.wires.length === 1, 'one chunk');
  const [wire] = stream.wires;
  assert(wire, 'one chunk');
  const named = { ref: bytesToText(refToBytes(ref)) };
  const other = refToBytes({ ...ref, sha256: new Uint8Array(32) });
  add('chunks', 'whole', { ...named, wires: bytesToText(wire) });
  add('chunks', 'after junk', {
    ...named,
    wires: `${bytesToText(uint32(7))} ${bytesToText(wire)}`,
  });
  add('chunks', 'one bit flipped', { ...named, wires: bytesToText(flipped(wire, 300)) });
  add('chunks', 'another hash', { ref: bytesToText(other), wires: bytesToText(wire) });
}

/** A stream with checkpoints and attestations, right and wrong, among what comes before them. */
export async function streamCase(): Promise<JoiningCase> {
  const { amina, ruth, join, stream, settle } = await cast('amina', 'ruth');
  const guest = await join('gabriel', 'guest');
  await settle();
  const team = coreTeamCircle(amina.replica.state.workspace);
  const fixed = { stream: new Uint8Array(16), key: new Uint8Array(32).fill(1) };
  const say = async (by: Player, circle: string | null, ahead = 0) => {
    await by.replica.catchUp();
    const { n, tip } = by.replica.state;
    const place = { n: n + ahead, tip, sha256: new Uint8Array(32).fill(2) };
    const body = { kind: 'checkpoint' as const, checkpoint: { circle, ...fixed, ...place } };
    await stream.append([(await craft(by, { body })).wire]);
  };
  const attest = async (by: Player) => {
    await by.replica.catchUp();
    const body = { kind: 'attest' as const, sha256: new Uint8Array(32).fill(2) };
    await stream.append([(await craft(by, { body })).wire]);
  };
  await say(amina, null);
  await attest(ruth);
  await say(amina, team);
  await say(ruth, team);
  await say(ruth, bytesToText(new Uint8Array(16)));
  await say(ruth, null, 3);
  await say(guest, null);
  await attest(guest);
  await stream.append([(await craft(ruth, { type: 37, rawBody: [null, 1] })).wire]);
  await stream.append([(await craft(ruth, { type: 38, rawBody: [new Uint8Array(31)] })).wire]);
  const { workspace } = amina.replica.state;
  return {
    name: 'stream: checkpoints and attestations',
    about: 'stream',
    given: {
      workspace: bytesToText(workspace),
      stream: bytesToText(stream.id),
      epochs: amina.rawEpochs.map(bytesToText).join(' '),
      wires: stream.wires.map(bytesToText).join(' '),
    },
  };
}

/** The bytes with one bit of that place changed. */
export function flipped(bytes: Uint8Array, at: number): Bytes {
  const copy = Uint8Array.from(bytes);
  copy[at] = (copy[at] as number) ^ 1;
  return copy;
}
