import { expect, test } from 'vitest';
import { createCarried } from '../../checkpoint/carried.ts';
import type { Entered } from '../../joining/enter.ts';
import { createMemoryStorage } from '../../local/memory-storage.ts';
import { placeKeys } from '../../local/rest/place.ts';
import { localKeys, rootHandle } from '../../local/root.ts';
import { cast } from '../../testing/cast.ts';
import { seededRandom } from '../../testing/random.ts';
import { givenToRest, openGiven } from './given.ts';

const sha256 = new Uint8Array(32).fill(1);
const other = new Uint8Array(32).fill(2);
const at = (hash: Uint8Array) => ({
  stream: new Uint8Array(16),
  key: new Uint8Array(32),
  sha256: hash,
  n: 1,
  tip: new Uint8Array(32),
  circle: null,
});

/** Noor came last, with what Amina’s device put together. */
async function noorCameIn(newcomers: readonly string[] = []) {
  const { amina, ruth, li, noor } = await cast('amina', 'ruth', 'li', 'noor');
  const random = seededRandom('given');
  const resting = {
    storage: createMemoryStorage(),
    keys: placeKeys('place'),
    local: await localKeys(await rootHandle(random(32))),
    random,
  };
  const { state, member } = noor.replica;
  const entered = { state, member, by: 0, newcomers, sha256 } as Entered;
  const carried = createCarried();
  const heard = (hash: Uint8Array, ...attestedBy: readonly number[]) =>
    carried.checkpoints.push({ position: 1, by: 0, checkpoint: at(hash), attestedBy });
  const open = () => openGiven(resting, carried);
  const write = async () => resting.storage.write([await givenToRest(resting, entered)]);
  const by = amina.replica.member;
  return { amina, ruth, li, noor, state, member, carried, heard, open, write, by };
}

test('what somebody was given is confirmed by each who was here before and says so, until it is enough', async () => {
  const { state, member, heard, open, write, by } = await noorCameIn();
  await write();
  const given = await open();
  expect(given.now(state, member)).toEqual({ by, have: 0, need: 2 });
  heard(other, 1, 2);
  expect(given.now(state, member)).toEqual({ by, have: 0, need: 2 });
  heard(sha256, 1);
  expect(given.now(state, member)).toEqual({ by, have: 1, need: 2 });
  heard(sha256, 1, 2);
  expect(given.now(state, member)).toEqual({ by, have: 2, need: 2 });
});

test('who made it and who came with it or later do not count, nor is anybody waited for who came later', async () => {
  const { state, member, heard, open, write, by, ruth, li } = await noorCameIn();
  const { members } = state.membership;
  const late = { ...(members.get(member) as object), id: 'late' };
  await write();
  state.membership.members.set('late', late as never);
  heard(sha256, 0, 3);
  expect((await open()).now(state, member)).toEqual({ by, have: 0, need: 2 });
  const alone = await noorCameIn([ruth.replica.member, li.replica.member]);
  await alone.write();
  alone.state.membership.members.set('late', late as never);
  alone.heard(sha256, 1, 2);
  expect((await alone.open()).now(alone.state, alone.member)).toMatchObject({ have: 0, need: 0 });
});

test('who found it right is remembered when the checkpoint itself is not any more', async () => {
  const { state, member, carried, heard, open, write, by } = await noorCameIn();
  await write();
  heard(sha256, 1);
  await (await open()).keepUp();
  carried.checkpoints = [];
  expect((await open()).now(state, member)).toEqual({ by, have: 1, need: 2 });
});

test('nothing was given to whom nobody else let in', async () => {
  const { state, member, open, write, amina } = await noorCameIn();
  expect((await open()).now(state, member)).toBeNull();
  await write();
  expect((await open()).now(state, amina.replica.member)).toBeNull();
});
