import { expect, test } from 'vitest';
import { writeChunks } from '../checkpoint/chunks.ts';
import { checkpointToBytes } from '../checkpoint/format.ts';
import { publishCheckpoint } from '../checkpoint/publish.ts';
import { tablesToColumns } from '../fold/columns/snapshot.ts';
import { createFold } from '../fold/fold.ts';
import { createHybridClock } from '../log/hlc.ts';
import { createMemoryStream } from '../log/memory-stream.ts';
import { createReader } from '../log/reader.ts';
import type { Delivered } from '../log/types.ts';
import { beginState } from '../membership/begin.ts';
import { approvalsOf, approve, house, newDevice, type Person } from '../testing/house.ts';
import { answerTo, ask, enterByLink, ownWords } from './ask.ts';
import { wordsIn } from './four-words.ts';
import { admitAll, leaveWelcome, lookIn, requestWords, standingOf } from './invitation.ts';
import { openWelcome, sealWelcome } from './welcome.ts';

const id = (letter: string) => `${letter.repeat(21)}A`;

test('a whole list is let in with one entry, and each begins with what everyone here has', async () => {
  const { amina, invite, children, clock, start } = await house('amina');
  await amina.write(id('a'), { title: 'Four interpreters' });
  const guests = await Promise.all(['ruth', 'li', 'noor'].map(newDevice));
  const links = [];
  for (const { keys, random } of guests) {
    const made = await invite(amina);
    await ask(made.link, keys.device, `Guest ${links.length}`, children, random);
    links.push(made);
  }
  const before = amina.replica.state.chain.length;
  const list = await approvalsOf(
    links.map(({ invitation }) => invitation),
    amina,
    children,
  );
  expect(list.map(({ request }) => request.name)).toEqual(['Guest 0', 'Guest 1', 'Guest 2']);
  await approve(list, amina, children, clock);
  expect(amina.replica.state.chain.length).toBe(before + 1);
  for (const [i, { keys, random }] of guests.entries()) {
    const { link } = links[i] as (typeof links)[number];
    const answer = await answerTo(link, keys.device, children);
    if (answer.type !== 'Welcomed') throw new Error(`Must hold: welcome, not ${answer.type}`);
    const entered = await enterByLink(link, answer.welcomes, keys, children);
    if ('type' in entered) throw new Error(`Must hold: entered, not ${entered.type}`);
    const person = start(`guest ${i}`, entered, keys, random);
    expect(person.fold.tables.get('asks', id('a'))).toEqual({
      id: id('a'),
      title: 'Four interpreters',
    });
    await person.read();
    expect(person.hash()).toBe(amina.hash());
  }
});

test('both sides see the same four words, each in their own language', async () => {
  const { amina, invite, children } = await house('amina');
  const { keys, random } = await newDevice('ruth');
  const { link, invitation } = await invite(amina);
  const asked = await ask(link, keys.device, 'Ruth', children, random);
  const [seen] = await approvalsOf([invitation], amina, children);
  if ('type' in asked || !seen) throw new Error('Must hold: asked and seen');
  const { workspace } = amina.replica.state;
  const words = await requestWords(invitation, workspace, seen.request);
  expect(words).toEqual(asked.words);
  expect(await ownWords(link, keys.device)).toEqual(words);
  const [arabic, spanish] = [wordsIn(words, 'ar'), wordsIn(words, 'es')];
  expect(arabic).toHaveLength(4);
  expect(arabic).not.toEqual(spanish);
  const other = await newDevice('somebody else');
  expect(await requestWords(invitation, workspace, { card: other.keys.device.card })).not.toEqual(
    words,
  );
});

/** Amina's view of the log's first messages, as a server that withholds the rest would show it. */
async function prefixOf(amina: Person, wires: readonly Uint8Array<ArrayBuffer>[]) {
  const { workspace, stream } = amina.replica.state;
  const first = amina.keys.epoch(0);
  if (first === undefined) throw new Error('Must hold: the first epoch’s key');
  const state = beginState({ workspace, stream, commit: first.commit });
  const fold = createFold({ me: '', random: (n) => new Uint8Array(n), now: () => 0 });
  const deliver = (one: Delivered) => {
    if (one.type === 'Content') fold.applyAccepted([one.accepted]);
  };
  const reader = createReader(
    {
      state,
      keys: amina.keys,
      stream: createMemoryStream(stream, [...wires]),
      device: 0,
      hybrid: createHybridClock(() => 0),
      deliver,
      settle: () => [],
    },
    '',
  );
  await reader.catchUp();
  return { state, blocks: [...tablesToColumns(fold.state, (audience) => audience === 'everyone')] };
}

test('A03: a newcomer is shown no workspace older than the link that they came with', async () => {
  const { amina, ruth, invite, children, clock, stream } = await house('amina', 'ruth');
  await ruth.write(id('a'), { title: 'One' });
  const { link, invitation } = await invite(amina);
  const { keys, random } = await newDevice('li');
  await ask(link, keys.device, 'Li', children, random);
  await approve(await approvalsOf([invitation], amina, children), amina, children, clock);
  const seen = [];
  for (let length = 1; length <= stream.wires.length; length++) {
    const { state, blocks } = await prefixOf(amina, stream.wires.slice(0, length));
    const bytes = checkpointToBytes(state, { blocks, sealed: [], parts: [], releases: [] });
    const place = { n: state.n, tip: state.tip };
    const checkpoint = await writeChunks(children, bytes, place, null, amina.random);
    if ('type' in checkpoint) throw new Error('Must hold: chunks are written');
    const sealed = await sealWelcome(
      {
        workspace: state.workspace,
        stream: state.stream,
        relay: '',
        offset: '',
        checkpoint,
        device: 2,
        keys: await amina.keys.reveal(),
        by: 0,
      },
      keys.device.card,
      amina.keys.device.sign,
      amina.random,
    );
    const opened = await openWelcome(sealed, keys.device);
    if (opened === null) throw new Error('Must hold: the welcome opens');
    const entered = await enterByLink(link, [opened], keys, children);
    const said = 'type' in entered ? entered.type : 'entered';
    expect(said === 'OlderThanKnown', `${length}: ${said}`).toBe(state.n < link.n);
    seen.push(said);
  }
  expect(seen.filter((said) => said === 'OlderThanKnown').length).toBeGreaterThan(5);
  expect(seen.at(-1)).toBe('entered');
});

test('E01: of two who race for one link the first approved is in, and after a withdrawal nobody is', async () => {
  const { amina, invite, children, clock } = await house('amina');
  const { link, invitation } = await invite(amina);
  const [one, two] = await Promise.all(['one', 'two'].map(newDevice));
  if (!one || !two) throw new Error('Must hold: two devices');
  await ask(link, one.keys.device, 'One', children, one.random);
  await ask(link, two.keys.device, 'Two', children, two.random);
  const [first, second] = await approvalsOf([invitation], amina, children);
  if (!first || !second) throw new Error('Must hold: both ask');
  expect(await admitAll(amina.replica, [first, second], clock, amina.random)).toMatchObject({
    because: 'InvitationSpent',
  });
  expect(await admitAll(amina.replica, [second], clock, amina.random)).toMatchObject({
    type: 'Admitted',
  });
  expect(await admitAll(amina.replica, [first], clock, amina.random)).toMatchObject({
    because: 'InvitationSpent',
  });
  const standings = [first, second].map((one) => standingOf(one, amina.replica.state, clock).type);
  expect(standings).toEqual(['Spent', 'Admitted']);
  const withdrawn = await invite(amina);
  await ask(withdrawn.link, one.keys.device, 'One', children, one.random);
  await amina.replica.change({ type: 'revoke', id: withdrawn.invitation.id });
  const late = await approvalsOf([withdrawn.invitation], amina, children);
  expect(await admitAll(amina.replica, late, clock, amina.random)).toMatchObject({
    because: 'InvitationSpent',
  });
});

test('E02: an invitation ends by the approver’s clock, whatever the one who asks has', async () => {
  const { amina, invite, children, clock } = await house('amina');
  const { link, invitation } = await invite(amina);
  const { keys, random } = await newDevice('late');
  await ask(link, keys.device, 'Late', children, random);
  const approvals = await approvalsOf([invitation], amina, children);
  clock.pass(14 * 24 * 60 * 60 * 1000);
  expect(await admitAll(amina.replica, approvals, clock, amina.random)).toEqual({
    type: 'InvitationExpired',
  });
  expect(approvals.map((one) => standingOf(one, amina.replica.state, clock).type)).toEqual([
    'Expired',
  ]);
  expect(await lookIn(invitation, amina.replica.state.workspace, children)).toEqual({
    type: 'NotThere',
  });
  expect(await ask(link, keys.device, 'Late', children, random)).toEqual({ type: 'NotThere' });
});

test('an approver who stopped between entry and welcome finds whom it still owes one', async () => {
  const { amina, invite, children, clock } = await house('amina');
  const { link, invitation } = await invite(amina);
  const { keys, random } = await newDevice('ruth');
  await ask(link, keys.device, 'Ruth', children, random);
  const [approval = never()] = await approvalsOf([invitation], amina, children);
  await admitAll(amina.replica, [approval], clock, amina.random);
  expect(await answerTo(link, keys.device, children)).toEqual({ type: 'Waiting' });
  const [again = never()] = await approvalsOf([invitation], amina, children);
  expect(standingOf(again, amina.replica.state, clock)).toEqual({ type: 'Admitted', device: 1 });
  const checkpoint = await publishCheckpoint(amina.publisher);
  if ('type' in checkpoint) throw new Error('Must hold: a checkpoint');
  const { offset } = amina.replica;
  await leaveWelcome(amina.replica, again, { checkpoint, offset, relay: '' }, children, random);
  expect(await answerTo(link, keys.device, children)).toMatchObject({ type: 'Welcomed' });
});

test('a name is asked with as it will be seen, or not at all', async () => {
  const { amina, invite, children } = await house('amina');
  const { link } = await invite(amina);
  const { keys, random } = await newDevice('ruth');
  for (const name of ['', '   ', 'x'.repeat(81), '\ud800']) {
    expect(await ask(link, keys.device, name, children, random)).toEqual({
      type: 'NameUnreadable',
    });
  }
  expect(await ask(link, keys.device, '  أم خالد ', children, random)).toHaveProperty('words');
});

function never(): never {
  throw new Error('Must hold: there is one');
}
