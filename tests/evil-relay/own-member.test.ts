import { afterAll, afterEach, expect, test } from 'vitest';
import { bytesToText } from '../../vault/envelope/bytes.ts';
import type { Wire } from '../../vault/envelope/types.ts';
import { textToWire, wireToText } from '../../vault/envelope/wire-text.ts';
import type { Secret } from '../../vault/identity/types.ts';
import type { Session } from '../../vault/kept/worker/session-types.ts';
import { stateHash } from '../../vault/membership/state-bytes.ts';
import { type Person, titleOf, write } from '../../vault/testing/people.ts';
import { judgeAll, textOf } from '../mallory/mallory.ts';
import { PATIENCE } from '../sim/play.ts';
import { aminaAndRuth, togetherOf, type Watched } from './company.ts';
import { type Answer, type Asked, honest, startEvilRelay } from './over-http.ts';
import { createGhost, ghostMessages, opens, withOwnWrap } from './own-member.ts';

const evil = await startEvilRelay();
const ghost = await createGhost();
afterAll(() => evil.stop());
afterEach(() => {
  evil.trick = honest;
});

/** Reads somebody's state as it is at rest, without taking part. */
async function look<T>(person: Person, work: (session: Session) => Promise<T>): Promise<T> {
  const session = await person.session();
  try {
    return await work(session);
  } finally {
    session.stop();
  }
}

const keyInUse = ({ keyring, replica }: Session): Secret => {
  const found = keyring.epoch(replica.state.epoch);
  if (found === undefined) throw new Error('Must hold: they have the key');
  return found;
};

function streamOf({ replica }: Session): string[] {
  const found = evil.relay.streams.get(bytesToText(replica.state.stream));
  if (found === undefined) throw new Error('Must hold: the relay has the stream');
  return found.messages;
}

const wiresFrom = (messages: readonly string[]): Wire[] =>
  messages.map((message) => textToWire(message) as Wire);

/** Turns the keys as a steward does. */
function rotateBy(person: Person): Promise<unknown> {
  return look(person, (session) =>
    session.changeChain((replica) => replica.change({ type: 'rotate' })),
  );
}

const isTurn = ({ method, rawHeaders }: Asked) =>
  method === 'POST' && rawHeaders.some((name) => /^alongside-manage-op$/i.test(name));

/** As if it had stored what it was sent. */
function saysYes(end: number): Answer {
  const headers = { 'stream-next-offset': String(end).padStart(16, '0') };
  return { status: 204, headers, body: Buffer.alloc(0) };
}

/** Who is here, for everybody alike: the two, each with one device, and one verdict about all of it. */
async function expectOnlyTheTwo({ amina, ruth }: Watched, epoch: number): Promise<void> {
  const seen: string[] = [];
  for (const person of [amina, ruth]) {
    const { people, alarms } = togetherOf(person);
    expect(people.map(({ devices }) => devices.length)).toEqual([1, 1]);
    expect(alarms).toEqual([]);
    await look(person, async ({ replica }) => {
      expect(replica.state.membership.devices).toHaveLength(2);
      expect(replica.state.epoch).toBe(epoch);
      seen.push(bytesToText(stateHash(replica.state)));
    });
  }
  expect(new Set(seen).size).toBe(1);
}

async function saysAndHears({ amina, ruth, settle, until }: Watched, title: string): Promise<void> {
  const ids = [write(amina, `${title}, by Amina`), write(ruth, `${title}, by Ruth`)];
  for (const { workspace } of [amina, ruth]) workspace.together.tryNow();
  await settle();
  for (const one of [amina, ruth])
    await until(() => ids.every((id) => titleOf(one, id) !== undefined));
}

/** What everybody makes of each of these messages, where they stand. */
async function verdictsOn(
  { amina, ruth }: Watched,
  wires: readonly Wire[],
): Promise<ReadonlySet<string>> {
  return look(amina, (hers) =>
    look(ruth, async (his) => {
      const observers = [hers, his].map(({ replica, keyring }) => ({ replica, keys: keyring }));
      const verdicts = new Set<string>();
      for (const wire of wires) verdicts.add(textOf(await judgeAll(observers, wire)));
      return verdicts;
    }),
  );
}

test(
  'A20: whatever a relay puts among the messages to become a member is taken by nobody, and it opens nothing',
  async () => {
    const company = await aminaAndRuth(evil);
    const { amina } = company;
    const ours = new Set<string>();
    const makeOwn = async () => {
      const wires = await look(amina, (session) => ghostMessages(ghost, session, null));
      for (const wire of wires) ours.add(wireToText(wire));
      return wires;
    };
    const messages = await look(amina, async (session) => streamOf(session));
    const epochOf = () => look(amina, async ({ replica }) => replica.state.epoch);

    await saysAndHears(company, 'before');
    const own = await makeOwn();
    expect(own).toHaveLength(5 * 3 * 2);
    expect(await verdictsOn(company, own)).toEqual(
      new Set(['Foreign: OtherKey', '2: CommitmentDiffers']),
    );
    const epoch = await epochOf();
    messages.push(...own.map(wireToText));
    await saysAndHears(company, 'after its own entries');
    await expectOnlyTheTwo(company, epoch);

    // In the very moment when honest keys turn: before the honest entry, in its place, and after it.
    for (const [turn, how] of ['before', 'in its place', 'after'].entries()) {
      const wires = await makeOwn();
      let played = false;
      evil.trick = async (asked, honestly) => {
        if (played || !isTurn(asked)) return honestly();
        played = true;
        if (how !== 'after') messages.push(...wires.map(wireToText));
        if (how === 'in its place') return saysYes(messages.length);
        const answer = await honestly();
        if (how === 'after') messages.push(...wires.map(wireToText));
        return answer;
      };
      await rotateBy(amina);
      expect(played, how).toBe(true);
      evil.trick = honest;
      await saysAndHears(company, `after a turn with its own entries ${how}`);
      await expectOnlyTheTwo(company, epoch + turn + 1);
    }
    const theirs = messages.filter((message) => !ours.has(message));
    expect(messages.length - theirs.length).toBeGreaterThanOrEqual(4 * own.length);
    expect(theirs.length).toBeGreaterThan(12);
    const all = [...evil.relay.streams.values()].flatMap((stream) => stream.messages);
    const honestOnes = all.filter((message) => !ours.has(message));
    await look(amina, async ({ replica }) => {
      expect(await opens(ghost, wiresFrom(honestOnes), replica)).toEqual({ messages: 0, wraps: 0 });
    });
  },
  PATIENCE,
);

test(
  'A20: a relay that was given the key of today adds no wrap for itself to anything, and reads nothing of the next one',
  async () => {
    const company = await aminaAndRuth(evil);
    const { amina } = company;
    await saysAndHears(company, 'before');
    const { stolen, messages, epoch } = await look(amina, async (session) => ({
      stolen: keyInUse(session),
      messages: streamOf(session),
      epoch: session.replica.state.epoch,
    }));
    const own = await look(amina, (session) => ghostMessages(ghost, session, stolen));
    expect(await verdictsOn(company, own)).toEqual(
      new Set(['3: SignatureWrong', '3: DeviceNotActive']),
    );
    messages.push(...own.map(wireToText));
    await saysAndHears(company, 'after its own entries');
    await expectOnlyTheTwo(company, epoch);

    // The honest entry that turns the keys arrives with one more wrap beside it: the relay's own.
    const verdicts: string[] = [];
    const ours = new Set<string>();
    evil.trick = async (asked, honestly) => {
      if (verdicts.length > 0 || !isTurn(asked)) return honestly();
      const sent = wiresFrom(JSON.parse(asked.body.toString()) as string[]);
      for (const wire of sent) {
        const more = await look(amina, (session) => withOwnWrap(ghost, session, stolen, wire));
        if (more === null) throw new Error('Must hold: it turns the keys');
        verdicts.push(...(await verdictsOn(company, [more])));
        ours.add(wireToText(more));
        messages.push(wireToText(more));
      }
      return saysYes(messages.length);
    };
    expect(await rotateBy(amina), 'she is told that hers did not arrive').toEqual({
      type: 'NotSent',
    });
    evil.trick = honest;
    expect(await rotateBy(amina)).toMatchObject({ type: 'Done' });
    expect(verdicts).toEqual(['6: WrapsDiffer']);
    await saysAndHears(company, 'after the keys turned');
    await expectOnlyTheTwo(company, epoch + 1);

    // From the turn on nothing opens, with its own key or the stolen one; nor does a wrap of the turn.
    const last = messages.findLastIndex((message) => ours.has(message));
    const [turn, ...after] = wiresFrom(messages.slice(last + 1));
    expect(after.length).toBeGreaterThan(1);
    await look(amina, async ({ replica }) => {
      expect(await opens(ghost, after, replica, [stolen])).toEqual({ messages: 0, wraps: 0 });
      const readsTheTurn = await opens(ghost, [turn as Wire], replica, [stolen]);
      expect(readsTheTurn).toEqual({ messages: 1, wraps: 0 });
    });
  },
  PATIENCE,
);
