import { expect, test } from 'vitest';
import { createDeviceSeeds, deviceFromSeeds } from '../identity/device.ts';
import type { ChainEntry } from '../membership/state.ts';
import { cast, seededRandom } from '../testing/cast.ts';
import { playHouseStory } from '../testing/house-story.ts';
import { readStates } from '../vectors/read-entries.ts';
import { verifyChain } from './verify-chain.ts';

async function longChain() {
  const stage = await cast('amina', 'ruth', 'li');
  const { amina, ruth, settle } = stage;
  await amina.replica.change({ type: 'setRole', member: ruth.replica.member, role: 'steward' });
  await settle();
  const { card } = await deviceFromSeeds(createDeviceSeeds(seededRandom('phone')));
  await ruth.replica.change({ type: 'addDevice', card });
  await settle();
  await ruth.replica.change({ type: 'dropOwnDevice', device: 3 });
  await settle();
  await amina.replica.change({ type: 'rotate' });
  await settle();
  return { ...stage, state: amina.replica.state };
}

test('the chain alone gives who is here, as reading every message does', async () => {
  const { state } = await longChain();
  const read = await verifyChain(state.workspace, state.chain);
  if ('type' in read) throw new Error(`Must hold: a chain, not ${read.type}`);
  const { members, devices, invites, policy, version, rotationOwed } = state.membership;
  expect(read.membership).toEqual({
    ...{ members, devices, invites, policy, version, rotationOwed },
    circles: new Map(),
  });
  expect(read.head).toEqual(state.head);
  expect(read.epoch).toBe(state.epoch);
  expect(read.commit).toEqual(state.commit);
  expect(read.tokenEpoch).toBe(state.epoch);
});

test('the chain of a story with every kind of entry verifies at each of its lengths', async () => {
  const story = await playHouseStory();
  const states = await readStates(story);
  let moved = 0;
  for (const state of states) {
    const read = await verifyChain(state.workspace, state.chain);
    if ('type' in read) throw new Error(`Must hold: a chain, not ${read.type}`);
    expect(read.head).toEqual(state.head);
    expect(read.incarnation).toEqual(state.incarnation);
    expect(read.membership.rotationOwed).toBe(state.membership.rotationOwed);
    if (read.stream !== null) {
      moved += 1;
      expect(read.stream).toEqual(state.stream);
    }
  }
  expect(states.length).toBeGreaterThan(15);
  expect(moved).toBeGreaterThan(0);
});

test('no entry of a chain can be left out, repeated, moved, changed or put before another’s', async () => {
  const { state } = await longChain();
  const { workspace, chain } = state;
  const broken = async (other: readonly ChainEntry[], about: string) => {
    const read = await verifyChain(workspace, other);
    expect('type' in read && read.type, about).toBe('ChainBroken');
  };
  await broken([], 'nothing');
  for (const [at, { frame, sig }] of chain.entries()) {
    const without = chain.filter((_, i) => i !== at);
    if (at < chain.length - 1) await broken(without, `without ${at}`);
    await broken([...chain.slice(0, at + 1), ...chain.slice(at)], `${at} twice`);
    if (at > 0) {
      const swapped = [...chain];
      [swapped[at - 1], swapped[at]] = [swapped[at], swapped[at - 1]] as [ChainEntry, ChainEntry];
      await broken(swapped, `${at} before the one before`);
    }
    for (const byte of [3, frame.length >> 1, frame.length - 1]) {
      const changed = frame.slice();
      changed[byte] = (changed[byte] as number) ^ 1;
      await broken(
        chain.map((one, i) => (i === at ? { frame: changed, sig } : one)),
        `${at} changed`,
      );
    }
    const signed = sig.slice();
    signed[5] = (signed[5] as number) ^ 1;
    await broken(
      chain.map((one, i) => (i === at ? { frame, sig: signed } : one)),
      `${at} signed anew`,
    );
  }
  expect(await verifyChain(new Uint8Array(32), chain)).toEqual({ type: 'ChainBroken', at: 0 });
});

test('a chain that a newer application has gone on with asks for an update', async () => {
  const { amina } = await cast('amina');
  await amina.replica.change({ type: 'version', version: 2 });
  const { workspace, chain } = amina.replica.state;
  expect(await verifyChain(workspace, chain)).toEqual({ type: 'NeedsUpdate' });
});

test('D20: what somebody did stays theirs in the chain after they are removed', async () => {
  const { amina, ruth, li, settle } = await cast('amina', 'ruth', 'li');
  await amina.replica.change({ type: 'setRole', member: ruth.replica.member, role: 'steward' });
  await settle();
  await ruth.replica.change({ type: 'remove', members: [li.replica.member], devices: [] });
  await amina.replica.catchUp();
  await amina.replica.change({ type: 'remove', members: [ruth.replica.member], devices: [] });
  const { workspace, chain, membership } = amina.replica.state;
  const read = await verifyChain(workspace, chain);
  if ('type' in read) throw new Error(`Must hold: a chain, not ${read.type}`);
  expect(read.ids).toHaveLength(chain.length);
  expect(membership.devices.map(({ active }) => active)).toEqual([true, false, false]);
  const said = amina.delivered.filter((one) => one.type === 'Chain');
  expect(said.at(-2)).toMatchObject({
    by: 1,
    ended: { members: [li.replica.member], devices: [2] },
  });
});
