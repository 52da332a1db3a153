import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bytesToText } from '../envelope/bytes.ts';
import { epochSecret } from '../identity/secret.ts';
import { open } from '../log/open.ts';
import { openKeysFor } from '../log/reader.ts';
import { step } from '../log/step.ts';
import type { ChainWish, Wire } from '../log/types.ts';
import { cast, type Player } from '../testing/cast.ts';
import { craft } from '../testing/craft.ts';
import { makeChange } from './make-change.ts';
import { hasSteward } from './questions/stewards.ts';
import { bytesToState, stateHash, stateToBytes } from './state-bytes.ts';

/** Three stewards who have all read the same, and what each would do at once. */
async function threeStewards() {
  const stage = await cast('amina', 'ruth', 'li');
  const { amina, ruth, li, settle } = stage;
  for (const player of [ruth, li]) {
    const { member } = player.replica;
    await amina.replica.change({ type: 'setRole', member, role: 'steward' });
    await settle();
  }
  return stage;
}

function wishesOf(me: Player, others: readonly Player[]): readonly ChainWish[] {
  const [one, two] = others.map(({ replica }) => replica);
  if (one === undefined || two === undefined) return [];
  return [
    { type: 'remove', members: [one.member], devices: [] },
    { type: 'remove', members: [one.member, two.member], devices: [] },
    { type: 'setRole', member: two.member, role: 'member' },
    { type: 'rotate' },
    { type: 'leave' },
    { type: 'dropOwnDevice', device: me.replica.device },
    { type: 'policy', policy: { keepEverything: true } },
  ];
}

/** All wishes of all three as sealed entries, made from one and the same state. */
async function racing() {
  const { amina, ruth, li } = await threeStewards();
  const players = [amina, ruth, li];
  const wires: Wire[] = [];
  for (const me of players) {
    const others = players.filter((other) => other !== me);
    for (const wish of wishesOf(me, others)) {
      const { state, keys, device } = me.replica;
      const made = await makeChange(state, device, keys, me.random, wish);
      if (typeof made === 'string') throw new Error(`Must hold: ${wish.type} is allowed`);
      const body = { kind: 'chain' as const, change: made.change };
      wires.push((await craft(me, { body, wraps: made.wraps })).wire);
    }
  }
  const start = stateToBytes(amina.replica.state);
  const keys = openKeysFor(amina.replica.state, amina.keys);
  const opened = await Promise.all(wires.map((wire) => open(wire, keys)));
  return { start, opened };
}

test('D03: whatever order racing chain entries arrive in, one wins and all replicas agree', async () => {
  const { start, opened } = await racing();
  const order = fc.shuffledSubarray([...opened.keys()], { minLength: 1 });
  fc.assert(
    fc.property(order, (indexes) => {
      const replicas = [bytesToState(start), bytesToState(start)];
      const accepted = replicas.map((state) => {
        if (state === null) throw new Error('Must hold: a state');
        const verdicts = indexes.map((i) => {
          const one = opened[i];
          if (one === undefined) throw new Error('Must hold: an entry');
          const verdict = step(state, one);
          expect(hasSteward(state.membership)).toBe(true);
          return verdict;
        });
        expect(verdicts.filter(({ type }) => type === 'Accepted').length).toBe(1);
        expect(verdicts[0]?.type).toBe('Accepted');
        return bytesToText(stateHash(state));
      });
      expect(accepted[0]).toBe(accepted[1]);
    }),
    { numRuns: 150 },
  );
});

test('D04: however people act, in turn, a steward with a device is left and replicas agree', async () => {
  const act = fc.record({ who: fc.nat(2), what: fc.nat(6) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 6 }), async (acts) => {
      const stage = await threeStewards();
      const players = [stage.amina, stage.ruth, stage.li];
      for (const { who, what } of acts) {
        const me = players[who] as Player;
        const wish = wishesOf(
          me,
          players.filter((other) => other !== me),
        )[what];
        if (wish !== undefined) await me.replica.change(wish);
        for (const { replica } of players) expect(hasSteward(replica.state.membership)).toBe(true);
      }
      await stage.settle();
      const furthest = Math.max(...players.map(({ replica }) => replica.state.n));
      const there = players.filter(({ replica }) => replica.state.n === furthest);
      expect(new Set(there.map((player) => player.hash())).size).toBe(1);
    }),
    { numRuns: 12 },
  );
});

test('a state comes back from its bytes as it was', async () => {
  const { amina } = await threeStewards();
  const { state } = amina.replica;
  const back = bytesToState(stateToBytes(state));
  expect(back).toEqual(state);
  expect(bytesToState(new Uint8Array(3))).toBeNull();
  expect((await epochSecret(amina.rawEpochs.at(-1) as Uint8Array<ArrayBuffer>)).commit).toEqual(
    state.commit,
  );
});
