/**
 * The recovery kit with nothing but its twelve words and the server: a device that was lost with
 * everything on it, rotations since the kit was made, and what only its person could read.
 */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { begun, comeIn, newVault, onServer, opened, six, until, write } from './kept-people.ts';
import { type RealRelay, startRelay } from './real-relay.ts';

const long = 120_000;
let relay: RealRelay;

beforeAll(async () => {
  relay = await startRelay();
});

afterAll(() => relay.stop());

async function kitOf(workspace: KeptWorkspace): Promise<string> {
  const made = await workspace.createRecoveryKit('en', six);
  if ('type' in made) throw new Error(made.type);
  return made.words.join(' ');
}

function comeBack(kit: string) {
  return newVault().comeBackByKit({ kit, server: relay.server, words: six });
}

const kindsOf = (workspace: KeptWorkspace, member: string) =>
  workspace.together
    .get()
    .people.find(({ id }) => id === member)
    ?.devices.filter(({ active }) => active)
    .map(({ kind }) => kind);

test(
  'R37: a kit made before rotations opens after them, with nothing but its words and the server',
  async () => {
    const amina = await begun(relay);
    const ruth = await comeIn(amina, 'Ruth', { core: true });
    const kit = await kitOf(ruth);
    const note = write(ruth, 'reflections', 'What I told nobody', 'onlyMe');
    await onServer(ruth);
    const li = await comeIn(amina, 'Li');
    const { me } = li.together.get();
    expect(await amina.together.remove({ members: [me], devices: [] })).toBeUndefined();
    const ask = write(amina, 'asks', 'Four interpreters', 'coreTeam');
    const story = write(amina, 'stories', 'After two rotations');
    await onServer(amina);
    await ruth.lock();

    const back = opened(await comeBack(kit));
    expect(back.me).toBe(ruth.me);
    await until(back, () => back.tables.get('stories', story) !== undefined, 'reads to the end');
    await until(back, () => back.tables.get('asks', ask) !== undefined, 'the core team’s');
    expect(back.tables.get('reflections', note)?.title).toBe('What I told nobody');
    const after = write(back, 'asks', 'Back again', 'coreTeam');
    await until(amina, () => amina.tables.get('asks', after) !== undefined, 'and writes on');
    for (const workspace of [amina, li, back]) await workspace.lock();
  },
  long,
);

test(
  'everyone sees that a kit is a kit, and nobody takes it for a phone',
  async () => {
    const amina = await begun(relay);
    const ruth = await comeIn(amina, 'Ruth');
    await kitOf(ruth);
    for (const workspace of [ruth, amina]) {
      await until(workspace, () => kindsOf(workspace, ruth.me)?.length === 2, 'it is listed');
      expect(kindsOf(workspace, ruth.me)).toEqual(['device', 'kit']);
    }
    for (const workspace of [amina, ruth]) await workspace.lock();
  },
  long,
);

test(
  'G01: the device of a kit ends only with the six words, however the page asks',
  async () => {
    const amina = await begun(relay);
    const kit = await kitOf(amina);
    await until(amina, () => kindsOf(amina, amina.me)?.length === 2, 'it is listed');
    const mine = amina.together.get().people.find(({ id }) => id === amina.me);
    const number = mine?.devices.find(({ kind }) => kind === 'kit')?.number ?? -1;
    const first = { type: 'SixWordsFirst' };
    expect(await amina.together.dropOwnDevice(number)).toEqual(first);
    expect(await amina.together.remove({ members: [], devices: [number] })).toEqual(first);
    expect(kindsOf(amina, amina.me)).toEqual(['device', 'kit']);
    expect(await amina.revokeRecoveryKit('zoo zone youth young yellow year')).toEqual({
      type: 'WrongWords',
    });
    expect(await amina.revokeRecoveryKit(six)).toBeUndefined();
    await until(amina, () => kindsOf(amina, amina.me)?.length === 1, 'it is ended');
    // The old welcome opens what was there then; from its end on the paper reads nothing.
    const after = write(amina, 'stories', 'After its end');
    await onServer(amina);
    const paper = opened(await comeBack(kit));
    await until(paper, () => paper.together.get().removed, 'it hears that it was ended');
    expect(paper.tables.get('stories', after)).toBeUndefined();
    for (const workspace of [amina, paper]) await workspace.lock();
  },
  long,
);

test(
  'a kit ends from another device of the same person too, with that device’s six words',
  async () => {
    const amina = await begun(relay);
    const { signal } = new AbortController();
    const pairing = amina.together.pair(signal);
    const code = await pairing.code;
    if (typeof code !== 'string') throw new Error(code.type);
    const turn = newVault().pairHere({ code, words: six, signal });
    await turn.fourWords;
    expect(await pairing.words).toEqual(await turn.fourWords);
    expect(await pairing.confirm()).toBeUndefined();
    const phone = opened(await turn.done);
    await kitOf(amina);
    await until(phone, () => kindsOf(phone, amina.me)?.includes('kit') === true, 'it is listed');
    const kit = phone.together
      .get()
      .people.flatMap(({ devices }) => devices)
      .find(({ kind }) => kind === 'kit');
    expect(await phone.together.dropOwnDevice(kit?.number ?? -1)).toEqual({
      type: 'SixWordsFirst',
    });
    expect(await phone.revokeRecoveryKit(six)).toBeUndefined();
    await until(amina, () => kindsOf(amina, amina.me)?.includes('kit') === false, 'it is ended');
    for (const workspace of [amina, phone]) await workspace.lock();
  },
  long,
);

test(
  'a device that is added, and a kit that is made, after a member’s own rotation reach the server',
  async () => {
    const amina = await begun(relay);
    const ruth = await comeIn(amina, 'Ruth');
    // Nobody but a steward turns the server’s tokens: after this rotation it goes by the ones before.
    await kitOf(ruth);
    expect(await ruth.revokeRecoveryKit(six)).toBeUndefined();
    const kit = await kitOf(ruth);
    const back = opened(await comeBack(kit));
    const after = write(back, 'stories', 'Back again');
    await onServer(back);
    await until(amina, () => amina.tables.get('stories', after) !== undefined, 'Amina reads it');
    for (const workspace of [amina, ruth, back]) await workspace.lock();
  },
  long,
);
