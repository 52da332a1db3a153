import { expect, test } from 'vitest';
import { coreTeamCircle, onlyMeCircle } from '../circles/well-known.ts';
import { mergeColumns } from '../fold/columns/merge.ts';
import { stateHash as tablesHash } from '../fold/state-hash.ts';
import { house, type Person } from '../testing/house.ts';
import { bytesToCarried, carriedToBytes } from './carried-bytes.ts';
import { readChunks } from './chunks.ts';
import { fetchPart, partToFetch, takePart } from './circle-part.ts';
import { compareCircle } from './compare.ts';
import { partsDue } from './due.ts';
import { makeCheckpoint } from './make.ts';
import { openCircle } from './open-circle.ts';
import { publishCheckpoint } from './publish.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;

async function withCore() {
  const stage = await house('amina', 'ruth', 'li');
  const team = coreTeamCircle(stage.amina.replica.state.workspace);
  const members = (...people: Person[]) => people.map(({ replica }) => replica.member);
  return { ...stage, team, members, core: { circle: team } };
}

type Stage = Awaited<ReturnType<typeof withCore>>;

/** What a device does that heard of a circle's checkpoint. */
async function takeIn(person: Person, circle: string, { children }: Stage) {
  const { carried, keys, fold } = person;
  const { state } = person.replica;
  const seen = partToFetch(carried, circle);
  if (!seen) return 'nothing to fetch';
  const part = await fetchPart(children, seen.checkpoint, state.workspace);
  if ('type' in part) return part.type;
  takePart(carried, part);
  const opened = await openCircle(circle, state, keys, carried);
  if (opened === null) return 'carried';
  if (opened.blocks) mergeColumns(fold.state, opened.blocks);
  fold.applyAccepted(opened.contents.map(({ accepted }) => accepted));
  return 'opened';
}

test('who is taken into a circle later has what the circle has, once its checkpoint is there', async () => {
  const stage = await withCore();
  const { amina, ruth, li, team, members, core, settle } = stage;
  await amina.write(id('a'), { title: 'What only we know' }, core);
  await amina.write(id('b'), { title: 'And this' }, core);
  await amina.replica.formCircle(team, members(amina, ruth));
  await settle();
  expect(ruth.carried.waiting.has(team)).toBe(true);
  const due = () => partsDue(amina.replica.state, amina.carried).map(({ circle }) => circle);
  expect(due()).toEqual([team]);
  expect(partsDue(ruth.replica.state, ruth.carried)).toEqual([]);
  await amina.write(id('b'), { title: 'And this, said since' }, core);
  await ruth.read();
  expect(ruth.fold.tables.all('asks')).toEqual([]);
  const ref = await publishCheckpoint(amina.publisher, team);
  expect(ref).not.toHaveProperty('type');
  expect(due()).toEqual([]);
  await settle();
  expect(await takeIn(ruth, team, stage)).toBe('opened');
  const [seen] = ruth.carried.checkpoints.filter(({ checkpoint }) => checkpoint.circle === team);
  const named = seen?.checkpoint;
  if (!named) throw new Error('Must hold: the checkpoint was seen');
  const bytes = await readChunks(stage.children, named);
  if ('type' in bytes) throw new Error('Must hold: its bytes are there');
  const { state, keys, device } = amina.replica;
  const own = {
    state,
    keys,
    device,
    carried: amina.carried,
    blocks: await amina.publisher.blocks(),
  };
  expect(await compareCircle(bytes, named, own)).toEqual({ type: 'Equal' });
  const less = { ...own, blocks: await li.publisher.blocks() };
  expect(await compareCircle(bytes, named, less)).toEqual({ type: 'Differs', in: 'circle' });
  await amina.write(id('c'), { title: 'After the checkpoint' }, core);
  await settle();
  expect(ruth.fold.tables.all('asks')).toEqual(amina.fold.tables.all('asks'));
  expect(tablesHash(ruth.fold.state, core)).toEqual(tablesHash(amina.fold.state, core));
  await ruth.write(id('d'), { title: 'From Ruth' }, core);
  await amina.read();
  expect(tablesHash(amina.fold.state, core)).toEqual(tablesHash(ruth.fold.state, core));
  expect(await takeIn(li, team, stage)).toBe('carried');
  expect(li.fold.tables.all('asks')).toEqual([]);
  expect(li.carried.sealed.filter(({ circles }) => circles[0] === team)).toHaveLength(1);
});

test('who began with a checkpoint that carried the circle unread opens it when they are taken in', async () => {
  const stage = await withCore();
  const { amina, li, team, members, core, join, settle } = stage;
  await amina.write(id('a'), { title: 'Before Noor came' }, core);
  const noor = await join('noor');
  await settle();
  expect(noor.carried.parts.has(team)).toBe(true);
  await amina.replica.formCircle(team, members(amina, noor));
  await publishCheckpoint(amina.publisher, team);
  await settle();
  expect(await takeIn(noor, team, stage)).toBe('opened');
  expect(noor.fold.tables.get('asks', id('a'))?.title).toBe('Before Noor came');
  // Noor's checkpoint now has it for those in it, and Li still reads nothing of it.
  const ref = await publishCheckpoint(noor.publisher);
  expect(ref).not.toHaveProperty('type');
  await li.read();
  expect(li.fold.tables.all('asks')).toEqual([]);
});

test('who left a circle makes no checkpoint until they carry its part, and reads nothing new', async () => {
  const stage = await withCore();
  const { amina, ruth, team, members, core, settle } = stage;
  await amina.replica.formCircle(team, members(amina, ruth));
  await publishCheckpoint(amina.publisher, team);
  await settle();
  await takeIn(ruth, team, stage);
  await amina.write(id('a'), { title: 'While Ruth was here' }, core);
  await settle();
  await amina.replica.formCircle(team, members(amina));
  await amina.write(id('b'), { title: 'After she left' }, core);
  await settle();
  expect(ruth.fold.tables.get('asks', id('b'))).toBeUndefined();
  expect(await publishCheckpoint(ruth.publisher)).toEqual({ type: 'CircleMissing', circle: team });
  await publishCheckpoint(amina.publisher, team);
  await ruth.read();
  expect(await takeIn(ruth, team, stage)).toBe('carried');
  const ref = await publishCheckpoint(ruth.publisher);
  expect(ref).not.toHaveProperty('type');
  // And back again: her tables had a part of it, and end with all of it.
  await amina.replica.formCircle(team, members(amina, ruth));
  await publishCheckpoint(amina.publisher, team);
  await settle();
  expect(await takeIn(ruth, team, stage)).toBe('opened');
  expect(tablesHash(ruth.fold.state, core)).toEqual(tablesHash(amina.fold.state, core));
});

test('a circle whose holders are all gone begins anew, and what was said before stays sealed', async () => {
  const stage = await withCore();
  const { amina, ruth, settle } = stage;
  const { workspace } = amina.replica.state;
  const own = onlyMeCircle(workspace, ruth.replica.member);
  const circle = id('z');
  await ruth.replica.formCircle(own, [ruth.replica.member]);
  await ruth.replica.formCircle(circle, [ruth.replica.member]);
  await ruth.write(id('a'), { title: 'Only Ruth could read this' }, { circle });
  await amina.replica.change({ type: 'remove', members: [ruth.replica.member], devices: [] });
  await amina.replica.formCircle(circle, [amina.replica.member]);
  await amina.write(id('b'), { title: 'A new beginning' }, { circle });
  await settle();
  const { membership } = amina.replica.state;
  expect(membership.circles.get(circle)).toMatchObject({ generation: 2, begins: 2 });
  expect(amina.carried.open.has(circle)).toBe(true);
  expect(amina.fold.tables.all('asks').map(({ title }) => title)).toEqual(['A new beginning']);
  expect(amina.carried.sealed).toHaveLength(1);
});

test('a circle’s checkpoint is refused from who is not in it, and one that is ahead of its author', async () => {
  const { amina, ruth, team } = await withCore();
  const some = { stream: new Uint8Array(16), key: new Uint8Array(32), sha256: new Uint8Array(32) };
  const about = { ...some, n: ruth.replica.state.n, tip: ruth.replica.state.tip };
  expect(
    await ruth.replica.announce({ kind: 'checkpoint', checkpoint: { circle: team, ...about } }),
  ).toEqual({ type: 'Refused', because: 'NotInCircle' });
  expect(
    await amina.replica.announce({
      kind: 'checkpoint',
      checkpoint: { circle: null, ...about, n: amina.replica.state.n + 5 },
    }),
  ).toEqual({ type: 'Refused', because: 'CheckpointAhead' });
});

test('a part of another circle, or one that its key does not open, opens nothing', async () => {
  const stage = await withCore();
  const { amina, ruth, team, members, core, settle, children } = stage;
  await amina.write(id('a'), { title: 'Ours' }, core);
  await amina.replica.formCircle(team, members(amina, ruth));
  await publishCheckpoint(amina.publisher, team);
  await settle();
  const seen = partToFetch(ruth.carried, team);
  if (!seen) throw new Error('Must hold: there is a part');
  const { workspace } = ruth.replica.state;
  const lie = { ...seen.checkpoint, circle: onlyMeCircle(workspace, amina.replica.member) };
  expect(await fetchPart(children, lie, workspace)).toEqual({ type: 'CheckpointBroken' });
  expect(await fetchPart(children, seen.checkpoint, new Uint8Array(32))).toEqual({
    type: 'CheckpointBroken',
  });
  const part = await fetchPart(children, seen.checkpoint, workspace);
  if ('type' in part) throw new Error('Must hold: the part is there');
  takePart(ruth.carried, { ...part, ct: part.ct.slice(1) });
  expect(await openCircle(team, ruth.replica.state, ruth.keys, ruth.carried)).toBeNull();
  expect(ruth.carried.waiting.has(team)).toBe(true);
});

test('a closed envelope travels in a checkpoint, and opens to all whom it was opened to', async () => {
  const stage = await withCore();
  const { amina, ruth, li, join, settle } = stage;
  const { workspace } = amina.replica.state;
  const facilitators = id('f');
  await amina.replica.formCircle(facilitators, [amina.replica.member]);
  await settle();
  const ops = [{ table: 'asks', record: id('a'), field: 'title', value: 'Yes, if we share it' }];
  ruth.replica.writeCapsule([facilitators], [{ seen: ruth.replica.state.n, ops }]);
  await ruth.replica.send();
  await settle();
  const noor = await join('noor');
  expect(noor.fold.tables.all('asks')).toEqual([]);
  const [sealed] = amina.carried.sealed;
  const { releaseOf } = await import('../log/unseal.ts');
  const release = sealed && (await releaseOf(sealed, amina.keys, workspace));
  if (!release) throw new Error('Must hold: the facilitator can open it');
  amina.replica.write('everyone', [], [release]);
  await amina.replica.send();
  await settle();
  const sam = await join('sam');
  expect(sam.fold.tables.get('asks', id('a'))?.title).toBe('Yes, if we share it');
  expect(li.carried.releases).toHaveLength(1);
  const { state, keys, device } = sam.replica;
  const { carried, random } = sam;
  const blocks = await sam.publisher.blocks();
  const bytes = await makeCheckpoint({ state, keys, device, carried, blocks, random });
  expect(bytes).toBeInstanceOf(Uint8Array);
  for (const person of stage.people) {
    expect(bytesToCarried(carriedToBytes(person.carried))).toEqual(person.carried);
  }
  expect(bytesToCarried(new Uint8Array(4))).toBeNull();
});
