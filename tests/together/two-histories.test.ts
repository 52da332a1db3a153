/**
 * A real server that lost its end and went on with something else: two histories. A steward chooses which
 * goes on, the others take it, and nobody loses what they wrote.
 */
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { stateHash } from '../../vault/membership/state-bytes.ts';
import { type Person, people, titleOf, write } from '../../vault/testing/people.ts';
import { type KillableRelay, startKillableRelay } from './real-relay.ts';

const opened: (() => Promise<void>)[] = [];
afterAll(async () => {
  for (const close of opened) await close();
});

const together = ({ workspace }: Person) => workspace.together.get();
const isOnServer = ({ workspace }: Person) => workspace.safety.get().type === 'SavedOnServer';

async function hashOf(person: Person): Promise<string> {
  const session = await person.session();
  await session.withBlocks(async () => {});
  session.stop();
  return Buffer.from(stateHash(session.replica.state)).toString('hex');
}

/** A copy of the server as it is now, and the way back to it. */
async function copyOf(relay: KillableRelay): Promise<() => Promise<void>> {
  const aside = mkdtempSync(join(tmpdir(), 'alongside-aside-'));
  opened.push(async () => rmSync(aside, { recursive: true }));
  await relay.kill();
  cpSync(relay.folder, aside, { recursive: true });
  await relay.again();
  return async () => {
    await relay.kill();
    rmSync(relay.folder, { recursive: true });
    cpSync(aside, relay.folder, { recursive: true });
    await relay.again();
  };
}

/** Amina and Ruth have what the server lost; Li wrote on what was left of it. */
async function twoHistories() {
  const relay = await startKillableRelay();
  opened.push(() => relay.stop());
  const company = await people(relay, 'amina', 'ruth', 'li');
  const { amina, ruth, li, settle, until } = company;
  const early = write(amina, 'early');
  await settle();
  await until(() => [ruth, li].every((person) => titleOf(person, early) !== undefined));
  const putBack = await copyOf(relay);
  li.network.isCut = true;
  const lost = write(ruth, 'lost by the server');
  await until(() => titleOf(amina, lost) !== undefined && isOnServer(ruth));
  amina.network.isCut = true;
  ruth.network.isCut = true;
  await putBack();
  li.network.isCut = false;
  const other = write(li, 'written on what was left');
  await until(() => isOnServer(li));
  amina.network.isCut = false;
  ruth.network.isCut = false;
  const isForked = (person: Person) => together(person).alarms.some(({ type }) => type === 'Fork');
  await until(() => [amina, ruth].every(isForked));
  return { ...company, early, lost, other, isForked };
}

test('the history of the steward who chooses goes on, and who wrote in the other one has it again', async () => {
  const { amina, ruth, li, early, lost, other, settle, until } = await twoHistories();
  expect(await ruth.workspace.together.chooseHistory()).toEqual({ type: 'NotASteward' });
  expect(await li.workspace.together.adoptHistory()).toEqual({ type: 'NoHistoryChosen' });
  expect(await amina.workspace.together.chooseHistory()).toBeUndefined();
  for (const person of [ruth, li]) {
    expect(await person.workspace.together.adoptHistory()).toBeUndefined();
    await person.reopen();
  }
  await settle();
  const all = [amina, ruth, li];
  await until(() => all.every((person) => titleOf(person, other) === 'written on what was left'));
  for (const person of all) {
    expect(titleOf(person, early)).toBe('early');
    expect(titleOf(person, lost)).toBe('lost by the server');
    expect(together(person).alarms).toEqual([]);
  }
  const next = write(li, 'together again');
  await until(() => all.every((person) => titleOf(person, next) === 'together again'));
  expect(new Set(await Promise.all(all.map(hashOf))).size).toBe(1);
});

test('who has another history never goes on under the new keys with their own', async () => {
  const { amina, li, lost, until, isForked } = await twoHistories();
  expect(await amina.workspace.together.chooseHistory()).toBeUndefined();
  li.workspace.together.tryNow();
  await until(() => isForked(li));
  expect(titleOf(li, lost)).toBeUndefined();
  expect(together(li).moving).toBeNull();
});
