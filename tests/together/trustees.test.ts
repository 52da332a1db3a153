/**
 * Two trustees bring a person back who lost every device: over a real relay, each on a device of their
 * own, with nothing between them but the server and four words said aloud.
 */
import type { KeptWorkspace, Returning, WayBack } from '@alongside/vault/kept';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begun, comeIn, newVault, onServer, opened, six, until, write } from './kept-people.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

const long = 240_000;
let relay: RealRelay;

beforeAll(async () => {
  relay = await startRelay();
});

afterAll(() => relay.stop());

/** Amina is the steward; Ruth has a notebook and names Li and Noor; then her phone is gone. */
async function ruthIsLost() {
  const amina = await begun(relay);
  const ruth = await comeIn(amina, 'Ruth', { core: true });
  const li = await comeIn(amina, 'Li');
  const noor = await comeIn(amina, 'Noor', { core: true });
  const note = write(ruth, 'reflections', 'What I told nobody', 'onlyMe');
  const ask = write(ruth, 'asks', 'Four interpreters', 'coreTeam');
  await onServer(ruth);
  await until(ruth, () => isReady(ruth, li) && isReady(ruth, noor), 'both have a circle of one');
  expect(await ruth.together.nameTrustees([li.me, noor.me], six)).toBeUndefined();
  for (const one of [li, noor]) {
    await until(one, () => trusteesOf(one, ruth).length === 2, 'they are told');
  }
  return { amina, ruth, li, noor, note, ask };
}

const isReady = (here: KeptWorkspace, { me }: KeptWorkspace) =>
  here.together
    .get()
    .circles.some(({ kind, members, owed }) => kind === 'only-me' && members[0] === me && !owed);

const trusteesOf = (here: KeptWorkspace, { me }: KeptWorkspace) =>
  here.together
    .get()
    .people.find(({ id }) => id === me)
    ?.devices.filter(({ active }) => active)
    .flatMap(({ trustees }) => trustees) ?? [];

async function wayFor(here: KeptWorkspace, { me }: KeptWorkspace): Promise<WayBack> {
  await until(here, () => here.together.get().waysBack.length > 0, 'the way is open');
  const way = here.together.get().waysBack.find(({ member }) => member === me);
  if (!way) throw new Error('Must hold: a way back for this person');
  return way;
}

async function asking(here: KeptWorkspace, way: WayBack): Promise<Returning> {
  const found = await here.together.lookBack(way);
  const [one] = 'type' in found ? [] : found;
  if (!one) throw new Error('Must hold: somebody asks');
  return one;
}

test(
  'R37: two trustees bring a person back as the same member, with what only that person could read',
  async () => {
    const { amina, ruth, li, noor, note, ask } = await ruthIsLost();
    await ruth.lock();
    const way = await li.together.openWayBack(ruth.me);
    if (way.type !== 'ReturnOpened') throw new Error(way.type);
    const { signal } = new AbortController();
    const turn = newVault().comeBackByLink({ fragment: way.fragment, words: six, signal });
    const words = await turn.fourWords;

    const ways = { li: await wayFor(li, ruth), noor: await wayFor(noor, ruth) };
    expect(ways.noor).toMatchObject({ fragment: way.fragment, by: li.me });
    const seen = { li: await asking(li, ways.li), noor: await asking(noor, ways.noor) };
    for (const one of [seen.li, seen.noor]) expect(one).toMatchObject({ words, back: false });
    expect(await li.together.agreeBack(ways.li, seen.li.id)).toBeUndefined();
    expect(await asking(li, ways.li), 'one alone does nothing').toMatchObject({
      agreed: true,
      back: false,
    });
    expect(await noor.together.agreeBack(ways.noor, seen.noor.id)).toBeUndefined();

    const back = opened(await turn.done);
    expect(back.me).toBe(ruth.me);
    expect(back.tables.get('reflections', note)?.title).toBe('What I told nobody');
    await until(back, () => back.tables.get('asks', ask) !== undefined, 'the core team’s');
    expect(await asking(li, ways.li)).toMatchObject({ back: true });
    const own = write(back, 'reflections', 'And I go on', 'onlyMe');
    const after = write(back, 'asks', 'Back again', 'coreTeam');
    await onServer(back);
    await until(amina, () => amina.tables.get('asks', after) !== undefined, 'they write together');
    for (const other of [amina, li, noor]) {
      expect(other.tables.get('reflections', own)).toBeUndefined();
    }
    expect(back.together.get().alarms).toEqual([]);
    for (const workspace of [amina, li, noor, back]) await workspace.lock();
  },
  long,
);

test(
  'a change of the chain between the two does not part them: the first agrees anew by itself',
  async () => {
    const { amina, ruth, li, noor } = await ruthIsLost();
    await ruth.lock();
    const way = await noor.together.openWayBack(ruth.me);
    if (way.type !== 'ReturnOpened') throw new Error(way.type);
    const { signal } = new AbortController();
    const turn = newVault().comeBackByLink({ fragment: way.fragment, words: six, signal });
    await turn.fourWords;
    const ways = { li: await wayFor(li, ruth), noor: await wayFor(noor, ruth) };
    const { id } = await asking(li, ways.li);
    expect(await li.together.agreeBack(ways.li, id)).toBeUndefined();
    expect(await amina.together.invite('member')).toMatchObject({ type: 'Invited' });
    const isSeen = () => noor.together.get().invitations.some(({ open }) => open);
    await until(noor, isSeen, 'Noor has read the change');
    await asking(noor, ways.noor);
    expect(await noor.together.agreeBack(ways.noor, id)).toBeUndefined();
    expect(await asking(noor, ways.noor)).toMatchObject({ back: false });
    await until(li, () => li.together.get().invitations.some(({ open }) => open), 'Li too');
    await asking(li, ways.li);
    const back = opened(await turn.done);
    expect(back.me).toBe(ruth.me);
    for (const workspace of [amina, li, noor, back]) await workspace.lock();
  },
  long,
);

test(
  'a steward alone brings a person back to what everyone reads; their private notes stay closed',
  async () => {
    const { amina, ruth, li, noor, note } = await ruthIsLost();
    await ruth.lock();
    const way = await amina.together.openWayBack(ruth.me);
    if (way.type !== 'ReturnOpened') throw new Error(way.type);
    const { signal } = new AbortController();
    const turn = newVault().comeBackByLink({ fragment: way.fragment, words: six, signal });
    await turn.fourWords;
    const at = await wayFor(amina, ruth);
    const { id } = await asking(amina, at);
    expect(await amina.together.agreeBack(at, id, { alone: true })).toBeUndefined();
    const back = opened(await turn.done);
    expect(back.me).toBe(ruth.me);
    expect(back.tables.get('reflections', note)).toBeUndefined();
    const own = write(back, 'reflections', 'A new page', 'onlyMe');
    await onServer(back);
    expect(back.tables.get('reflections', own)?.title).toBe('A new page');
    for (const workspace of [amina, li, noor, back]) await workspace.lock();
  },
  long,
);

test(
  'G01: trustees are named, and the trust is ended, only with the six words',
  async () => {
    const { amina, ruth, li, noor } = await ruthIsLost();
    const wrong = { type: 'WrongWords' };
    const typed = 'zoo zone youth young yellow year';
    expect(await ruth.together.nameTrustees([amina.me, li.me], typed)).toEqual(wrong);
    expect(await ruth.together.nameTrustees([], typed)).toEqual(wrong);
    const device = ruth.together
      .get()
      .people.flatMap(({ devices }) => devices)
      .find(({ kind }) => kind === 'trustees');
    expect(await ruth.together.dropOwnDevice(device?.number ?? -1)).toEqual({
      type: 'SixWordsFirst',
    });
    expect(trusteesOf(ruth, ruth)).toEqual([li.me, noor.me]);
    expect(await ruth.together.nameTrustees([], six)).toBeUndefined();
    await until(li, () => trusteesOf(li, ruth).length === 0, 'Li holds nothing any more');
    expect(await li.together.openWayBack(ruth.me)).toEqual({ type: 'NotASteward' });
    for (const workspace of [amina, ruth, li, noor]) await workspace.lock();
  },
  long,
);
