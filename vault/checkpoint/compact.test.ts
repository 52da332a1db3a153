import { expect, test } from 'vitest';
import { coreTeamCircle, onlyMeCircle } from '../circles/well-known.ts';
import { openWire } from '../envelope/seal.ts';
import { sign } from '../identity/signing.ts';
import { createMemoryStream, type MemoryStream } from '../log/memory-stream.ts';
import { placeOf } from '../membership/apply.ts';
import { policy, policyAbout } from '../membership/changes/policy.ts';
import { mayErase } from '../membership/questions/may-erase.ts';
import { secondBytes } from '../membership/second.ts';
import { house, newDevice, type Person } from '../testing/house.ts';
import { compactTo, keysToForget } from './compact.ts';
import { publishCheckpoint } from './publish.ts';
import { bytesToRef } from './reference.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;
const NEXT = new Uint8Array(16).fill(9);

/** Amina has moved the workspace, after somebody withdrew what they had said. */
async function moved() {
  const stage = await house('amina', 'ruth');
  const { amina, ruth, settle } = stage;
  const { workspace } = amina.replica.state;
  const core = { circle: coreTeamCircle(workspace) };
  const own = { circle: onlyMeCircle(workspace, ruth.replica.member) };
  await ruth.replica.formCircle(own.circle, [ruth.replica.member]);
  await ruth.write(id('a'), { title: 'Stays' });
  await ruth.write(id('b'), { title: 'Withdrawn' });
  await ruth.write(id('b'), { title: '', deleted: true });
  await amina.write(id('c'), { title: 'For the core team' }, core);
  await ruth.write(id('d'), { title: 'For myself' }, own);
  await settle();
  const outcome = await compactTo(amina.publisher, { stream: NEXT, relay: '' });
  await ruth.read();
  return { ...stage, amina, ruth, core, own, outcome, next: createMemoryStream(NEXT) };
}

/** Goes on in the new stream with what this person has. */
async function goOn(
  person: Person,
  { start, next }: { start: Awaited<ReturnType<typeof moved>>['start']; next: MemoryStream },
): Promise<Person> {
  const { state, device, member, keys } = person.replica;
  const { carried, random } = person;
  const blocks = await person.publisher.blocks();
  const about = { state, device, member, carried, blocks, contents: [], relay: '', offset: '' };
  return start(
    person.name,
    { ...about, by: 0, newcomers: [], sha256: new Uint8Array(32) },
    keys,
    random,
    next,
  );
}

test('the workspace moves to a new stream, and people write on there with one state', async () => {
  const stage = await moved();
  const { amina, ruth, core, own, outcome } = stage;
  expect(outcome).toMatchObject({ type: 'Moved' });
  expect(ruth.replica.state.stream).toEqual(NEXT);
  expect(ruth.replica.state.n).toBe(amina.replica.state.n);
  const [a, r] = [await goOn(amina, stage), await goOn(ruth, stage)];
  await r.write(id('e'), { title: 'In the new stream' });
  await a.write(id('f'), { title: 'Still ours' }, core);
  await r.write(id('g'), { title: 'Still mine' }, own);
  await a.read();
  await r.read();
  expect(a.hash()).toBe(r.hash());
  const titles = (person: Person) => person.fold.tables.all('asks').map(({ title }) => title);
  expect(titles(a)).toEqual(['Stays', 'For the core team', 'In the new stream', 'Still ours']);
  expect(titles(r)).toEqual(['Stays', 'For myself', 'In the new stream', 'Still mine']);
  expect(stage.stream.wires.length).toBeGreaterThan(stage.next.wires.length);
  expect(await publishCheckpoint(r.publisher)).not.toHaveProperty('type');
});

test('once the old keys are destroyed, nobody here opens a message of the old stream', async () => {
  const { amina, ruth, stream, start, next } = await moved();
  const old = stream.wires.slice();
  const opens = async ({ keys }: Person) => {
    let opened = 0;
    for (const wire of old) {
      for (let epoch = 0; epoch <= amina.replica.state.epoch; epoch++) {
        const secret = keys.epoch(epoch);
        if (secret && typeof (await openWire(wire, secret, stream.id)) !== 'string') opened += 1;
      }
    }
    return opened;
  };
  expect(await opens(ruth)).toBeGreaterThan(5);
  for (const person of [amina, ruth]) {
    await person.keys.forget(keysToForget(person.replica.state, person.carried));
    expect(await opens(person)).toBe(0);
  }
  const [a, r] = [await goOn(amina, { start, next }), await goOn(ruth, { start, next })];
  await a.write(id('h'), { title: 'And it goes on' });
  await r.read();
  expect(r.fold.tables.get('asks', id('h'))?.title).toBe('And it goes on');
});

test('keys of circles stay as long as something sealed needs them', async () => {
  const { amina, ruth } = await house('amina', 'ruth');
  const team = coreTeamCircle(amina.replica.state.workspace);
  ruth.replica.writeCapsule(
    [team],
    [
      {
        seen: 0,
        ops: [{ table: 'asks', record: id('k'), field: 'title', value: 'A closed envelope' }],
      },
    ],
  );
  await ruth.replica.send();
  await amina.read();
  await amina.replica.formCircle(team, [amina.replica.member]);
  const named = () =>
    keysToForget(amina.replica.state, amina.carried).circles.find(({ circle }) => circle === team);
  expect(named()).toEqual({ circle: team, before: 1 });
  amina.carried.sealed = [];
  expect(named()).toEqual({ circle: team, before: 2 });
  await amina.keys.forget(keysToForget(amina.replica.state, amina.carried));
  expect(amina.keys.circle(team, 1)).toBeUndefined();
  expect(amina.keys.circle(team, 2)).toBeDefined();
});

test('somebody new begins in the new stream with a checkpoint made there', async () => {
  const stage = await moved();
  const a = await goOn(stage.amina, stage);
  const noor = await newDevice('noor');
  const { ask, answerTo, enterByLink } = await import('../joining/ask.ts');
  const { approvalsOf, approve } = await import('../testing/house.ts');
  const { link, invitation } = await stage.invite(a);
  await ask(link, noor.keys.device, 'Noor', stage.children, noor.random);
  await approve(await approvalsOf([invitation], a, stage.children), a, stage.children, stage.clock);
  const answer = await answerTo(link, noor.keys.device, stage.children);
  if (answer.type !== 'Welcomed') throw new Error('Must hold: welcome');
  const entered = await enterByLink(link, answer.welcomes, noor.keys, stage.children);
  if ('type' in entered) throw new Error(`Must hold: entered, not ${entered.type}`);
  const person = stage.start('noor', entered, noor.keys, noor.random, stage.next);
  await person.read();
  expect(person.hash()).toBe(a.hash());
  expect(person.fold.tables.all('asks').map(({ title }) => title)).toEqual(['Stays']);
});

test('the entry that moves names its checkpoint, and what is withdrawn is not in it', async () => {
  const { amina, outcome, children } = await moved();
  if (outcome.type !== 'Moved') throw new Error('Must hold: moved');
  const { replayChain } = await import('../membership/replay-chain.ts');
  const { workspace, chain } = amina.replica.state;
  const last = [...replayChain(workspace, chain)].at(-1);
  const body = last?.change.toPlain() as readonly unknown[];
  expect(bytesToRef(body[2] as Uint8Array)).toEqual(outcome.checkpoint);
  const { readChunks } = await import('./chunks.ts');
  const bytes = await readChunks(children, outcome.checkpoint);
  if ('type' in bytes) throw new Error('Must hold: its bytes are there');
  expect(Buffer.from(bytes).includes('Stays')).toBe(true);
  expect(Buffer.from(bytes).includes('Withdrawn')).toBe(false);
  expect(Buffer.from(bytes).includes('For the core team')).toBe(false);
});

test('while everything is kept nothing is erased: one steward begins that, two end it', async () => {
  const { amina, ruth, settle } = await house('amina', 'ruth');
  const { member } = ruth.replica;
  await amina.replica.change({ type: 'setRole', member, role: 'steward' });
  await amina.replica.change({ type: 'policy', policy: { keepEverything: true } });
  await settle();
  expect(mayErase(ruth.replica.state)).toBe(false);
  const to = { stream: NEXT, relay: '' };
  expect(await compactTo(ruth.publisher, to)).toEqual({ type: 'KeepEverything' });
  const end = { keepEverything: false };
  const alone = await ruth.replica.change({ type: 'policy', policy: end });
  expect(alone).toEqual({ type: 'Refused', because: 'SecondNeeded' });
  const place = placeOf(ruth.replica.state, ruth.replica.device);
  const message = secondBytes(place, policy.code, policyAbout(end));
  const second = { device: 0, sig: await sign(amina.keys.device.sign, message) };
  expect(await ruth.replica.change({ type: 'policy', policy: end, second })).toMatchObject({
    type: 'Done',
  });
  await settle();
  expect(mayErase(amina.replica.state)).toBe(true);
  expect(await compactTo(amina.publisher, to)).toMatchObject({ type: 'Moved' });
});
