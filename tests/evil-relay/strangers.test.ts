import { expect, test } from 'vitest';
import { openWire, sealWire } from '../../vault/envelope/seal.ts';
import { epochSecret } from '../../vault/identity/secret.ts';
import type { Wire } from '../../vault/log/types.ts';
import { stateToBytes } from '../../vault/membership/state-bytes.ts';
import { cast, type Player, type Stage, seededRandom } from '../../vault/testing/cast.ts';
import { craft } from '../../vault/testing/craft.ts';
import { countCrypto } from './count-crypto.ts';
import { createJudge, tells } from './judge.ts';

const hello = (text: string) => [
  {
    seen: 0,
    ops: [{ table: 'asks', record: 'AAAAAAAAAAAAAAAAAAAAAA', field: 'title', value: text }],
  },
];

async function say(me: Player, text: string) {
  me.replica.write('everyone', hello(text));
  await me.replica.send();
}

/** Amina is in each of three workspaces, under the same number, with the same keys. */
async function threeWorkspaces() {
  const stages = [
    await cast('ruth', 'amina'),
    await cast('li', 'amina'),
    await cast('noor', 'amina'),
  ];
  for (const stage of stages) {
    await say(stage.amina, 'said in one place');
    await stage.amina.replica.heartbeat();
    await stage.settle();
  }
  return stages;
}

test('A08: no message of one workspace means anything in another, nor sealed again by who is in both', async () => {
  const stages = await threeWorkspaces();
  const honest = new Map(stages.map((stage) => [stage, [...stage.stream.wires]]));
  for (const from of stages) {
    for (const to of stages) {
      if (from === to) continue;
      const { state } = to.amina.replica;
      const secret = to.amina.keys.epoch(state.epoch);
      if (secret === undefined) throw new Error('Must hold: Amina has the key');
      for (const wire of honest.get(from) ?? []) {
        const before = state.n;
        await to.stream.append([wire]);
        await to.amina.replica.catchUp();
        expect(to.amina.delivered.at(-1)).toEqual({ type: 'Foreign', because: 'OtherKey' });
        expect(state.n).toBe(before);
        const plaintext = await opened(wire, from);
        await to.stream.append([await sealWire(plaintext, secret, to.stream.id, to.amina.random)]);
        await to.amina.replica.catchUp();
        expect(to.amina.delivered.at(-1)).toMatchObject({ type: 'Rejected', rule: 3 });
      }
    }
  }
});

async function opened(wire: Wire, { players, stream }: Stage): Promise<Uint8Array> {
  const raws = players.flatMap(({ rawEpochs }) => rawEpochs);
  for (const raw of raws) {
    if (raw === undefined) continue;
    const plaintext = await openWire(wire, await epochSecret(raw), stream.id);
    if (typeof plaintext !== 'string') return plaintext;
  }
  throw new Error('Must hold: somebody can open it');
}

test('A08: after a workspace has moved, what was signed before the move means nothing, sealed again or not', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  await say(ruth, 'before the move');
  await amina.replica.catchUp();
  const before = stateToBytes(amina.replica.state);
  const signedBefore = await craft(ruth);
  const moved = { stream: new Uint8Array(16).fill(9), relay: '', checkpoint: new Uint8Array(0) };
  await amina.replica.change({ type: 'compact', ...moved });
  const { state } = amina.replica;
  const secret = amina.keys.epoch(state.epoch);
  const old = await epochSecret(amina.rawEpochs[state.epoch - 1] as Uint8Array<ArrayBuffer>);
  if (secret === undefined) throw new Error('Must hold: Amina has the key');
  const plaintext = await openWire(signedBefore.wire, old, stream.id);
  if (typeof plaintext === 'string') throw new Error('Must hold: it opens');
  const again = await sealWire(plaintext, secret, state.stream, amina.random);
  const place = { workspace: state.workspace, stream: state.stream, epochs: amina.rawEpochs };
  const judge = await createJudge(place, []);
  await judge.learn([signedBefore.wire as Wire, again]);
  const { verdicts } = judge.read([signedBefore.wire as Wire, again], stateToBytes(state));
  expect(verdicts[0]).toBe('foreign: OtherKey');
  expect(verdicts[1]).toMatch(/by rule 3: SignatureWrong/);
  expect(before).not.toEqual(stateToBytes(state));
});

test('A12: 50,000 messages of noise cost no cryptography, are counted nowhere and leave nothing behind', async () => {
  const { amina, ruth, stream } = await cast('amina', 'ruth');
  await amina.replica.catchUp();
  const size = stateToBytes(amina.replica.state).length;
  const { n } = amina.replica.state;
  const random = seededRandom('noise');
  const pool = random(4096);
  const noise = Array.from({ length: 50_000 }, (_, i) => {
    const wire = pool.slice(i % 2048, (i % 2048) + 600);
    // Half of it looks like ours, but for the key.
    if (i % 2 === 0) wire.set([1, 1, i & 255, (i >> 8) & 255]);
    return wire;
  });
  await stream.append(noise);
  const counted = await countCrypto(() => amina.replica.catchUp());
  expect(counted.calls).toEqual({});
  expect(amina.replica.state.n).toBe(n);
  expect(stateToBytes(amina.replica.state).length).toBe(size);
  const foreign = amina.delivered.filter(({ type }) => type === 'Foreign');
  expect(foreign.length, 'what was skipped is told, to be counted').toBeGreaterThanOrEqual(50_000);
  await say(ruth, 'behind the noise');
  await amina.replica.catchUp();
  expect(amina.delivered.at(-1)?.type).toBe('Content');
});

test('A12: noise under the key’s own name costs one derivation each and some sixty bytes, and opens nothing', async () => {
  const { amina, stream } = await cast('amina', 'ruth');
  const random = seededRandom('noise');
  const count = 2000;
  const { wire } = await craft(amina);
  const noise = Array.from({ length: count }, () => {
    const copy = wire.slice();
    copy.set(random(copy.length - 10), 10);
    return copy;
  });
  const size = stateToBytes(amina.replica.state).length;
  await stream.append(noise);
  const counted = await countCrypto(() => amina.replica.catchUp());
  expect(counted.calls.deriveBits).toBe(count);
  expect(counted.calls.decrypt ?? 0).toBe(0);
  expect(counted.calls.verify ?? 0).toBe(0);
  const grown = stateToBytes(amina.replica.state).length - size;
  expect(grown / count).toBeLessThan(64);
});

test('C03: what a removed person dates back is refused at every place and with every view before the removal', async () => {
  const { amina, ruth, li, stream, settle } = await cast('amina', 'ruth', 'li');
  for (let i = 0; i < 12; i++) await (i % 2 ? amina : ruth).replica.heartbeat();
  await settle();
  const views = [...li.replica.state.views];
  const { viewsFrom } = li.replica.state;
  const previous = li.replica.state.last[2] as Uint8Array;
  const late: Wire[] = [];
  for (const [i, viewH] of views.entries()) {
    const viewN = viewsFrom + i;
    // Under the key that Li had.
    late.push((await craft(li, { viewN, viewH, previous })).wire as Wire);
  }
  await amina.replica.change({ type: 'remove', members: [li.replica.member], devices: [] });
  const { state } = amina.replica;
  const secret = amina.keys.epoch(state.epoch);
  if (secret === undefined) throw new Error('Must hold: Amina has the new key');
  const helped: Wire[] = [];
  for (const [i, viewH] of views.entries()) {
    const about = { viewN: viewsFrom + i, viewH, previous, secret, epoch: state.epoch };
    // Under the new key, as if somebody who stayed had handed it over.
    helped.push((await craft(li, about)).wire as Wire);
  }
  await ruth.replica.heartbeat();
  await amina.replica.heartbeat();
  await settle();
  const place = { workspace: state.workspace, stream: stream.id, epochs: amina.rawEpochs };
  const judge = await createJudge(place, stream.wires);
  await judge.learn([...late, ...helped]);
  const removal = stream.wires.length - 2;
  for (let at = removal; at <= stream.wires.length; at++) {
    const before = judge.after[at];
    const hash = judge.read([], before).hash;
    const old = judge.read(late, before);
    expect(new Set(old.verdicts)).toEqual(new Set(['foreign: OtherKey']));
    expect(old.hash).toBe(hash);
    for (const verdict of judge.read(helped, before).verdicts) {
      expect(verdict).toMatch(/by rule 3: DeviceNotActive/);
    }
  }
  expect(late.length).toBeGreaterThan(12);
});

test('C04: slipped in anywhere before the removal, an entry of the removed person is told from later honest views', async () => {
  const { amina, ruth, li, stream, settle } = await cast('amina', 'ruth', 'li');
  const joined = stream.wires.length;
  for (let i = 0; i < 10; i++) await (i % 2 ? amina : ruth).replica.heartbeat();
  await li.replica.catchUp();
  const early = (await craft(li)).wire as Wire;
  await amina.replica.change({ type: 'remove', members: [li.replica.member], devices: [] });
  await ruth.replica.heartbeat();
  await amina.replica.heartbeat();
  await settle();
  const { workspace } = amina.replica.state;
  const judge = await createJudge(
    { workspace, stream: stream.id, epochs: amina.rawEpochs },
    stream.wires,
  );
  await judge.learn([early]);
  const removal = stream.wires.length - 3;
  for (let at = joined; at <= removal; at++) {
    const { verdicts } = judge.read([early, ...stream.wires.slice(at)], judge.after[at]);
    expect(tells(verdicts.slice(1)), `before message ${at + 1}`).toBe(true);
  }
  // Behind the removal it is nothing.
  const { verdicts } = judge.read([early], judge.after[removal + 1]);
  expect(verdicts).toEqual(['foreign: OtherKey']);
});
