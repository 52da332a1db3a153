import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { bytesToText } from '../envelope/bytes.ts';
import { columnsToTables, tablesToColumns } from '../fold/columns/snapshot.ts';
import { createFold, type Fold } from '../fold/fold.ts';
import { house, type Person } from '../testing/house.ts';
import type { Op } from '../types.ts';
import { confirmationOf, isConfirmed, mayAttest } from './attest.ts';
import type { CheckpointSeen } from './carried.ts';
import { readChunks } from './chunks.ts';
import { compareCheckpoint } from './compare.ts';
import { attestationsDue } from './due.ts';
import { publishCheckpoint } from './publish.ts';
import type { CheckpointRef } from './reference.ts';
import { textUnits } from './text-units.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;

/** Compares as a device does that heard of the checkpoint, and says so where it is right. */
async function judge(person: Person, ref: CheckpointRef, stage: Stage) {
  const { replica, keys, fold, carried } = person;
  await replica.catchUp();
  const bytes = await readChunks(stage.children, ref);
  if ('type' in bytes) return bytes.type;
  const { state, device } = replica;
  const own = { state, device, keys, carried, blocks: [...tablesToColumns(fold.state)] };
  const verdict = await compareCheckpoint(bytes, ref, { ...own, stream: stage.stream, from: '' });
  if (verdict.type === 'Equal') await replica.announce({ kind: 'attest', sha256: ref.sha256 });
  return verdict.type === 'Differs' ? `differs in ${verdict.in}` : verdict.type;
}

type Stage = Pick<Awaited<ReturnType<typeof house>>, 'children' | 'stream'>;

function seenBy(person: Person, { sha256 }: CheckpointRef): CheckpointSeen {
  const seen = person.carried.checkpoints.find(
    ({ checkpoint }) => bytesToText(checkpoint.sha256) === bytesToText(sha256),
  );
  if (!seen) throw new Error('Must hold: the checkpoint was seen');
  return seen;
}

async function published(person: Person): Promise<CheckpointRef> {
  const ref = await publishCheckpoint(person.publisher);
  if ('type' in ref) throw new Error(`Must hold: a checkpoint, not ${ref.type}`);
  return ref;
}

/** A person whose tables are not what the log gives. */
function lying(person: Person, change: (fold: Fold) => Fold): Person {
  const fold = change(person.fold);
  const blocks = async () => [...tablesToColumns(fold.state)];
  return { ...person, fold, publisher: { ...person.publisher, blocks } };
}

function refolded(fold: Fold): Fold {
  const { state } = columnsToTables([...tablesToColumns(fold.state)]);
  return createFold({ me: '', random: (n) => new Uint8Array(n), now: () => 0 }, state);
}

test('two others who have the same say so, and then it is confirmed to who begins with it', async () => {
  const stage = await house('amina', 'ruth', 'li');
  const { amina, ruth, li, join } = stage;
  await ruth.write(id('a'), { title: 'Asked', size: 4 });
  await li.write(id('a'), { title: 'Asked again' });
  await amina.read();
  const noor = await join('noor');
  const ref = noor.carried.checkpoints[0]?.checkpoint ?? (await readRef(noor));
  const newcomers = [noor.replica.member];
  await noor.read();
  const confirmation = () => confirmationOf(noor.replica.state, seenBy(noor, ref), newcomers);
  expect(confirmation()).toEqual({ have: 0, need: 2 });
  expect(await judge(ruth, ref, stage)).toBe('Equal');
  await noor.read();
  expect(isConfirmed(confirmation())).toBe(false);
  // Somebody may write in between.
  await ruth.write(id('b'), { title: 'Meanwhile' });
  expect(await judge(li, ref, stage)).toBe('Equal');
  await noor.read();
  expect(confirmation()).toEqual({ have: 2, need: 2 });
});

async function readRef(person: Person): Promise<CheckpointRef> {
  await person.read();
  const [seen] = person.carried.checkpoints;
  if (!seen) throw new Error('Must hold: the checkpoint was seen');
  return seen.checkpoint;
}

test('of two people the other must, of one nobody, and newcomers and guests do not count', async () => {
  const alone = await house('amina', 'ruth');
  const ref = await readRef(alone.ruth);
  const seen = seenBy(alone.ruth, ref);
  const { member } = alone.ruth.replica;
  expect(confirmationOf(alone.ruth.replica.state, seen, [member])).toEqual({ have: 0, need: 0 });
  expect(mayAttest(alone.ruth.replica.state, alone.ruth.replica.device, seen)).toBe(false);
  const li = await alone.join('li');
  const later = await readRef(li);
  const justLi = [li.replica.member];
  expect(confirmationOf(li.replica.state, seenBy(li, later), justLi)).toEqual({ have: 0, need: 1 });
  await alone.settle();
  const ofRuth = seenBy(alone.ruth, later);
  expect(mayAttest(alone.ruth.replica.state, 1, ofRuth)).toBe(true);
  expect(mayAttest(alone.amina.replica.state, 0, ofRuth)).toBe(false);
  const guest = await alone.join('gabriel', 'guest');
  await alone.settle();
  const newest = await published(alone.amina);
  await guest.read();
  expect(mayAttest(guest.replica.state, guest.replica.device, seenBy(guest, newest))).toBe(false);
  expect(await guest.replica.announce({ kind: 'attest', sha256: newest.sha256 })).toEqual({
    type: 'Refused',
    because: 'NotAllowedForRole',
  });
});

test('nobody attests after three people have', async () => {
  const stage = await house('amina', 'ruth', 'li', 'noor', 'sam');
  const { amina, sam, people } = stage;
  const ref = await published(amina);
  for (const person of people.slice(1, 4)) {
    await person.read();
    expect(mayAttest(person.replica.state, person.replica.device, seenBy(person, ref))).toBe(true);
    expect(await judge(person, ref, stage)).toBe('Equal');
  }
  await sam.read();
  expect(mayAttest(sam.replica.state, sam.replica.device, seenBy(sam, ref))).toBe(false);
  const due = ({ replica, carried }: Person) =>
    attestationsDue(replica.state, carried, replica.device).map(({ checkpoint }) => checkpoint.n);
  expect(due(sam)).not.toContain(ref.n);
  const next = await published(amina);
  await sam.read();
  expect(due(sam)).toContain(next.n);
  expect(due(amina)).toEqual([]);
});

test('D17: a checkpoint that drops or changes a record is found by everybody who compares it', async () => {
  const stage = await house('amina', 'ruth', 'li', 'noor');
  const { amina, ruth, li, noor, settle, join } = stage;
  await ruth.write(id('a'), { title: 'An ask that somebody dislikes' });
  await ruth.write(id('b'), { title: 'Another' });
  await settle();
  const without = lying(amina, () => {
    const fold = createFold({ me: '', random: (n) => new Uint8Array(n), now: () => 0 });
    const kept = amina.delivered.flatMap((one) => (one.type === 'Content' ? [one.accepted] : []));
    fold.applyAccepted(kept.slice(1));
    return fold;
  });
  const changed = lying(amina, (fold) => {
    const other = refolded(fold);
    const [first] = amina.delivered.flatMap((one) =>
      one.type === 'Content' ? [one.accepted] : [],
    );
    if (!first) throw new Error('Must hold: an entry');
    const ops: Op[] = [{ table: 'asks', record: id('a'), field: 'title', value: 'Something else' }];
    other.applyAccepted([{ ...first, runs: [{ seen: 0, ops }] }]);
    return other;
  });
  for (const mallory of [without, changed]) {
    const ref = await published(mallory);
    expect(await judge(ruth, ref, stage)).toBe('differs in tables');
    expect(await judge(li, ref, stage)).toBe('differs in tables');
    // One who helps to lie is one person, and two are needed.
    await noor.replica.announce({ kind: 'attest', sha256: ref.sha256 });
    await settle();
    const newcomer = await join(`newcomer ${ref.n}`);
    await newcomer.read();
    const { state } = amina.replica;
    expect(isConfirmed(confirmationOf(state, seenBy(amina, ref), []))).toBe(false);
    expect(confirmationOf(state, seenBy(amina, ref), [])).toMatchObject({ have: 1, need: 2 });
  }
});

test('D17: texts are compared piece by piece: equal words and clocks at other places are not equal', async () => {
  const typed = (build: (one: Y.Text, two: Y.Text, sync: () => void) => void): Y.Doc => {
    const [a, b] = [new Y.Doc(), new Y.Doc()];
    [a.clientID, b.clientID] = [1, 2];
    const sync = () => {
      Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
      Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
    };
    build(a.getText('text'), b.getText('text'), sync);
    sync();
    return a;
  };
  // The same words by the same people, put at other places: a later edit would go elsewhere.
  const honest = typed((one, two, sync) => {
    one.insert(0, 'ab');
    sync();
    two.insert(2, 'c');
  });
  const forged = typed((one, two) => {
    one.insert(0, 'ab');
    two.insert(0, 'c');
  });
  const words = (document: Y.Doc) => document.getText('text').toString();
  expect(words(forged)).toBe(words(honest));
  expect(Y.encodeStateVector(forged)).toEqual(Y.encodeStateVector(honest));
  expect(Y.equalSnapshots(Y.snapshot(forged), Y.snapshot(honest))).toBe(true);
  const units = (document: Y.Doc) => textUnits(Y.encodeStateAsUpdate(document));
  expect(units(forged)).not.toBe(units(honest));
  const again = new Y.Doc();
  for (const letter of [Y.encodeStateAsUpdate(honest)]) Y.applyUpdate(again, letter);
  expect(units(again)).toBe(units(honest));
});

test('a text that came as it was typed equals the same text in one piece, deletions and all', async () => {
  const stage = await house('amina', 'ruth', 'li');
  const { amina, ruth, li, settle } = stage;
  const document = new Y.Doc();
  document.clientID = 77;
  const text = document.getText('text');
  const updates: Uint8Array[] = [];
  document.on('update', (update: Uint8Array) => updates.push(update));
  text.insert(0, 'What was said');
  text.insert(13, ' at the table');
  text.delete(4, 5);
  text.format(0, 4, { bold: true });
  text.insert(0, '“');
  for (const update of updates) {
    const op: Op = { table: 'asks', record: id('t'), field: 'note', update };
    ruth.replica.write('everyone', [{ seen: ruth.replica.state.n, ops: [op] }]);
    await ruth.replica.send();
  }
  await settle();
  const ref = await published(amina);
  expect(await judge(li, ref, stage)).toBe('Equal');
  const mallory = lying(amina, (fold) => {
    const other = createFold({ me: '', random: (n) => new Uint8Array(n), now: () => 0 });
    const entries = amina.delivered.flatMap((one) =>
      one.type === 'Content' ? [one.accepted] : [],
    );
    other.applyAccepted(entries.slice(0, -1));
    return fold === other ? fold : other;
  });
  expect(await judge(li, await published(mallory), stage)).toBe('differs in tables');
});
