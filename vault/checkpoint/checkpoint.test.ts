import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coreTeamCircle, onlyMeCircle } from '../circles/well-known.ts';
import { columnsToTables } from '../fold/columns/snapshot.ts';
import { createFold, type Fold } from '../fold/fold.ts';
import { stateHash as tablesHash } from '../fold/state-hash.ts';
import type { Wire } from '../log/types.ts';
import { house, type Person } from '../testing/house.ts';
import { beginHere } from './begin-here.ts';
import { chunksKeys, readChunks, writeChunks } from './chunks.ts';
import { makeCheckpoint } from './make.ts';
import { publishCheckpoint } from './publish.ts';
import { readCheckpoint } from './read.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;

async function checkpointOf({ publisher }: Person) {
  const { replica, carried, blocks, random } = publisher;
  const { state, keys, device } = replica;
  const bytes = await makeCheckpoint({
    state,
    keys,
    device,
    carried,
    blocks: await blocks(),
    random,
  });
  if ('type' in bytes) throw new Error(`Must hold: a checkpoint, not ${bytes.type}`);
  return bytes;
}

const anchorOf = ({ replica: { state } }: Person) => ({
  workspace: state.workspace,
  head: state.head,
  n: state.n,
});

const act = fc.record({
  who: fc.nat({ max: 2 }),
  record: fc.constantFrom(id('a'), id('b'), id('c')),
  fields: fc.dictionary(
    fc.constantFrom('title', 'size', 'deleted'),
    fc.oneof(
      fc.string({ maxLength: 8 }).filter((text) => text.isWellFormed()),
      fc.nat(),
      fc.boolean(),
    ),
    { minKeys: 1, noNullPrototype: true },
  ),
  where: fc.constantFrom('everyone', 'everyone', 'only me', 'core'),
  next: fc.constantFrom('', '', '', 'rotate', 'heartbeat', 'all read'),
});

test('whoever begins with a checkpoint has what reading every message gives, and carries the rest', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 2, maxLength: 14 }), async (acts) => {
      const stage = await house('amina', 'ruth', 'li');
      const { amina, people, settle, join } = stage;
      const { workspace } = amina.replica.state;
      const team = coreTeamCircle(workspace);
      for (const { replica } of people) {
        await replica.formCircle(onlyMeCircle(workspace, replica.member), [replica.member]);
      }
      await settle();
      for (const { who, record, fields, where, next } of acts) {
        const me = people[who] as Person;
        const audience =
          where === 'everyone'
            ? 'everyone'
            : where === 'only me'
              ? { circle: onlyMeCircle(workspace, me.replica.member) }
              : { circle: team };
        if (where === 'core' && me !== amina) continue;
        await me.write(record, fields, audience);
        if (next === 'rotate') await amina.replica.change({ type: 'rotate' });
        if (next === 'heartbeat') await me.replica.heartbeat();
        if (next === 'all read') await settle();
      }
      const noor = await join('noor');
      await settle();
      expect(noor.hash()).toBe(amina.hash());
      expect(tablesHash(noor.fold.state, 'everyone')).toEqual(
        tablesHash(amina.fold.state, 'everyone'),
      );
      expect(noor.fold.tables.all('asks').length).toBeLessThanOrEqual(3);
      // Ruth begins anew from what Noor, who reads no circle of hers, goes on with.
      const [, ruth] = people as [Person, Person];
      const bytes = await checkpointOf(noor);
      const { n, tip } = noor.replica.state;
      const read = await readCheckpoint(bytes, { n, tip }, anchorOf(amina));
      if ('type' in read) throw new Error(`Must hold: a checkpoint, not ${read.type}`);
      expect(read.state.tokenEpoch).toBe(amina.replica.state.tokenEpoch);
      const begun = await beginHere(read, ruth.keys, ruth.replica.device);
      const again = foldFrom(begun);
      for (const audience of [
        'everyone',
        { circle: onlyMeCircle(workspace, ruth.replica.member) },
      ] as const) {
        expect(tablesHash(again.state, audience)).toEqual(tablesHash(ruth.fold.state, audience));
      }
      expect(again.tables.all('asks')).toEqual(ruth.fold.tables.all('asks'));
    }),
    { numRuns: process.env.NIGHTLY === '1' ? 100 : 4 },
  );
}, 2_000_000);

function foldFrom({ blocks, contents }: Awaited<ReturnType<typeof beginHere>>): Fold {
  const { state } = columnsToTables(blocks);
  const fold = createFold({ me: '', random: (n) => new Uint8Array(n), now: () => 0 }, state);
  fold.applyAccepted(contents.map(({ accepted }) => accepted));
  return fold;
}

test('A11: a checkpoint that stands before what is known already is refused, by n and by head', async () => {
  const { amina, ruth, join } = await house('amina', 'ruth');
  const old = await checkpointOf(amina);
  const { n, tip } = amina.replica.state;
  const known = anchorOf(amina);
  expect(await readCheckpoint(old, { n, tip }, known)).toHaveProperty('state');
  await ruth.write(id('a'), { title: 'Written since' });
  await amina.read();
  expect(await readCheckpoint(old, { n, tip }, anchorOf(amina))).toEqual({
    type: 'OlderThanKnown',
  });
  await join('li');
  const head = { ...known, head: amina.replica.state.head };
  expect(await readCheckpoint(old, { n, tip }, head)).toEqual({ type: 'OlderThanKnown' });
});

test('no changed, missing, moved or borrowed chunk becomes a checkpoint', async () => {
  const { children, amina } = await house('amina');
  const long = (seed: number) => Uint8Array.from({ length: 500_000 }, (_, i) => (i * seed) >> 3);
  const bytes = long(7);
  const place = { n: 1, tip: new Uint8Array(32) };
  const ref = await writeChunks(children, bytes, place, null, amina.random);
  const other = await writeChunks(children, long(11), place, null, amina.random);
  if ('type' in ref || 'type' in other) throw new Error('Must hold: chunks are written');
  const isWhole = async () => {
    const read = await readChunks(children, ref);
    return read instanceof Uint8Array && Buffer.from(read).equals(bytes);
  };
  expect(await isWhole()).toBe(true);
  const stream = children.streams.get(Buffer.from(ref.stream).toString('base64url'));
  const theirs = children.streams.get(Buffer.from(other.stream).toString('base64url'));
  if (!stream || !theirs) throw new Error('Must hold: the streams are there');
  const [first, second, third] = stream.wires as [Wire, Wire, Wire];
  expect(stream.wires).toHaveLength(3);
  const put = (...wires: Wire[]) => stream.wires.splice(0, stream.wires.length, ...wires);
  const flipped = first.slice();
  flipped[1000] = (flipped[1000] as number) ^ 1;
  const missing = { type: 'CheckpointMissing' };
  for (const wires of [
    [],
    [first, third],
    [flipped, second, third],
    [theirs.wires[0] as Wire, second, third],
    [first.slice(0, 400), second, third],
  ]) {
    put(...wires);
    expect(await readChunks(children, ref)).toEqual(missing);
  }
  const junk = amina.random(900);
  put(junk, third, junk, first, first, second, junk);
  expect(await isWhole()).toBe(true);
  expect(await readChunks(children, { ...ref, sha256: new Uint8Array(32) })).toEqual({
    type: 'CheckpointAltered',
  });
  expect(await readChunks(children, { ...ref, key: new Uint8Array(32) })).toEqual({
    type: 'NotThere',
  });
  put(...Array.from({ length: 5_000 }, () => junk));
  expect(await readChunks(children, ref)).toEqual(missing);
  expect((await chunksKeys(ref)).id).toEqual(ref.stream);
});

test('a server sees of a checkpoint sizes in buckets, and no byte of what is in it', async () => {
  const { amina, children } = await house('amina');
  await amina.write(id('a'), { title: 'CANARY of what was asked' });
  await publishCheckpoint(amina.publisher);
  for (const { wires } of children.streams.values()) {
    for (const wire of wires) {
      expect(Buffer.from(wire).includes('CANARY')).toBe(false);
      expect([512, 1024, 2048, 4096]).toContain(wire.length);
    }
  }
});
