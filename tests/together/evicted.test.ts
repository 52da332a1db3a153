/**
 * A browser that threw its storage away, with a server: whoever comes back, by the kit or by being let
 * in again, has everything that was sent; what was not sent was said to wait, and is gone.
 */
import { afterAll, expect, test } from 'vitest';
import { vaultHere } from '../../vault/kept/here.ts';
import { opened, SIX } from '../../vault/kept/testing.ts';
import type { KeptWorkspace } from '../../vault/kept/types.ts';
import { createMemoryStorage } from '../../vault/local/memory-storage.ts';
import { type Company, type Person, people, titleOf, write } from '../../vault/testing/people.ts';
import { PATIENCE } from '../sim/play.ts';
import { startRelay } from './real-relay.ts';

const relay = await startRelay();
afterAll(() => relay.stop());

const note = ({ workspace }: Pick<Person, 'workspace'>, title: string): string => {
  const id = workspace.newId();
  workspace.commit(
    [{ table: 'reflections', record: id, field: 'title', value: title }],
    workspace.onlyMe,
  );
  return id;
};
const noteOf = ({ workspace }: Pick<Person, 'workspace'>, id: string) =>
  workspace.tables.get('reflections', id)?.title;

/** Lets time pass for everybody while this goes on. */
async function meanwhile<T>({ until }: Company, work: Promise<T>): Promise<T> {
  let isOver = false;
  const done = work.finally(() => {
    isOver = true;
  });
  await until(() => isOver);
  return done;
}

/** Forty asks and a note that were sent, then two that were not; and everything here is gone. */
async function evicted(company: Company & Readonly<Record<'amina' | 'ruth', Person>>) {
  const { amina, ruth, settle, until } = company;
  const sent = Array.from({ length: 40 }, (_, n) => write(n % 2 ? amina : ruth, `sent ${n}`));
  const own = note(ruth, 'what Ruth told nobody');
  await settle();
  await until(() => sent.every((id) => titleOf(ruth, id) !== undefined));
  ruth.network.isCut = true;
  const held = [write(ruth, 'never sent'), write(ruth, 'never sent either')];
  await ruth.workspace.settled();
  // Before it is gone it is said what would go with it.
  expect(ruth.workspace.safety.get()).toMatchObject({ type: 'SavedHere', waiting: { changes: 2 } });
  await ruth.storage.erase('');
  const { random } = ruth;
  const vault = vaultHere({ storage: createMemoryStorage(), random, now: company.clock });
  expect(await vault.list(), 'nothing rests here any more, and it does not break').toEqual([]);
  return { vault, sent, own, held, ruthBefore: ruth.workspace.me };
}

function expectNothingClaimed(workspace: KeptWorkspace, held: readonly string[]): void {
  for (const id of held) expect(titleOf({ workspace }, id)).toBeUndefined();
  expect(workspace.tables.all('asks').map(({ title }) => title)).not.toContain('never sent');
  expect(workspace.together.get()).toMatchObject({ alarms: [], waiting: 0 });
}

test(
  'R20: after the storage was evicted, whoever is let in again has everything that was sent, and only that',
  async () => {
    const company = await people(relay, 'amina', 'ruth');
    // An invitation ends by the relay's clock too, which is the real one.
    company.clock.now = Date.now();
    const { amina, until } = company;
    const { vault, sent, own, held, ruthBefore } = await evicted(company);
    const { together } = amina.workspace;
    const invited = await meanwhile(company, together.invite('member'));
    if (invited.type !== 'Invited') throw new Error(invited.type);
    const { fragment } = invited;
    const { signal } = new AbortController();
    const turn = vault.joinByInvitation({ fragment, name: 'Ruth', words: SIX, signal });
    const words = await meanwhile(company, turn.fourWords);
    await meanwhile(company, together.look());
    const [request] = together.get().requests;
    expect(request?.words).toEqual(words);
    expect(await meanwhile(company, together.approve([request?.id ?? ''], []))).toBeUndefined();
    const workspace = opened(await meanwhile(company, turn.done));
    const ended = { members: [ruthBefore], devices: [] };
    expect(await meanwhile(company, together.remove(ended))).toBeUndefined();
    await until(() => sent.every((id) => titleOf({ workspace }, id) !== undefined));
    const after = write({ workspace }, 'back again');
    await until(() => titleOf(amina, after) === 'back again');
    await until(() => workspace.safety.get().type === 'SavedOnServer');
    // "You can come back; your private reflections cannot."
    expect(noteOf({ workspace }, own)).toBeUndefined();
    expectNothingClaimed(workspace, held);
    await workspace.lock();
  },
  PATIENCE,
);

test(
  'R20: after the storage was evicted, the kit brings everything that was sent, what only its person reads too',
  async () => {
    const company = await people(relay, 'amina', 'ruth');
    const { amina, ruth, settle, until } = company;
    await ruth.setWords(SIX);
    const kit = await meanwhile(company, ruth.workspace.createRecoveryKit('en', SIX));
    if ('type' in kit) throw new Error(kit.type);
    await settle();
    const bytes = await ruth.workspace.backup({ kit: true }, SIX);
    if (!(bytes instanceof Uint8Array)) throw new Error(bytes.type);
    const { vault, sent, own, held, ruthBefore } = await evicted(company);
    const opener = { kit: kit.words.join(' ') };
    const workspace = opened(await vault.restoreFromBackup({ bytes, opener, words: SIX }));
    expect(workspace.me).toBe(ruthBefore);
    await until(() => sent.every((id) => titleOf({ workspace }, id) !== undefined));
    await until(() => noteOf({ workspace }, own) === 'what Ruth told nobody');
    const after = write({ workspace }, 'back again');
    await until(() => titleOf(amina, after) === 'back again');
    await until(() => workspace.safety.get().type === 'SavedOnServer');
    expectNothingClaimed(workspace, held);
    expect(amina.workspace.together.get().alarms).toEqual([]);
    await workspace.lock();
  },
  PATIENCE,
);
