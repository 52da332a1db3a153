import { expect, test } from 'vitest';
import type { Delivered, Wire } from '../../vault/log/types.ts';
import { anyOp, type Player } from '../../vault/testing/cast.ts';
import { PATIENCE } from '../sim/play.ts';
import { createEvilRelay } from './in-memory.ts';
import { createJudge } from './judge.ts';
import { replicaAt } from './replica-at.ts';
import { playSixty } from './sixty.ts';

const sixty = await playSixty();
const judge = await createJudge(sixty.place, sixty.wires);

/** Amina is alone on one branch, Ruth and Li are on the other; all have read n messages. */
async function forkedAt(n: number) {
  const relay = createEvilRelay(sixty.place.stream, [...sixty.wires.slice(0, n)] as Wire[]);
  relay.fork('amina');
  const before = judge.after[n] as Uint8Array;
  const [amina, ruth, li] = (await Promise.all(
    sixty.people.map((person) => replicaAt(person, before, relay.streamFor(person.name))),
  )) as [Player, Player, Player];
  const last = (name: string) => relay.shownTo(name).at(-1) as Wire;
  return { relay, amina, ruth, li, last };
}

async function say(me: Player, text: string): Promise<void> {
  me.replica.write('everyone', [{ seen: me.replica.state.n, ops: [anyOp(text)] }]);
  expect(await me.replica.send()).toEqual({ type: 'AllReadBack' });
}

const forks = ({ delivered }: Player) =>
  delivered.flatMap((one) =>
    one.type === 'Alarm' && one.alarm.type === 'Fork' ? [one.alarm] : [],
  );

const heard = ({ delivered }: Player, text: string) =>
  delivered.some((one: Delivered) => one.type === 'Content' && JSON.stringify(one).includes(text));

test(
  'A01: forked after any of the sixty, the first entry that crosses over tells where and who, and nothing merges',
  async () => {
    for (let n = sixty.from; n < sixty.wires.length; n++) {
      const { relay, amina, ruth, li, last } = await forkedAt(n);
      await say(amina, 'only Amina’s branch');
      await say(ruth, 'only the others’ branch');
      await say(li, 'what crosses');
      expect(forks(amina)).toEqual([]);
      relay.shownTo('amina').push(last('li'));
      await amina.replica.catchUp();
      // Li had read n + 1 messages, of which the last was another one than Amina's.
      expect(forks(amina)).toEqual([{ type: 'Fork', position: n + 2, device: 2, viewN: n + 1 }]);
      expect(heard(amina, 'only the others’ branch')).toBe(false);

      await say(amina, 'what crosses back');
      relay.log.push(last('amina'));
      await ruth.replica.catchUp();
      expect(forks(ruth)).toEqual([{ type: 'Fork', position: n + 3, device: 0, viewN: n + 2 }]);
      expect(heard(ruth, 'only Amina’s branch')).toBe(false);
      expect(amina.hash()).not.toBe(ruth.hash());
    }
  },
  PATIENCE,
);

test(
  'A01: a branch that is handed over message by message tells at the second',
  async () => {
    for (let n = sixty.from; n < sixty.wires.length; n += 7) {
      const { relay, amina, ruth, li } = await forkedAt(n);
      await say(amina, 'only Amina’s branch');
      await say(ruth, 'by who had seen nothing else');
      await say(li, 'by who had');
      for (const wire of relay.log.slice(n)) relay.shownTo('amina').push(wire);
      await amina.replica.catchUp();
      expect(forks(amina).map(({ position }) => position)).toEqual([n + 3]);
    }
  },
  PATIENCE,
);

test(
  'A01: of two chains only one goes on: a chain entry of the other branch is refused where it crosses',
  async () => {
    for (let n = sixty.from; n < sixty.wires.length; n += 11) {
      const { relay, amina, ruth, last } = await forkedAt(n);
      // Both say something for the chain; Ruth is no steward, so she leaves.
      expect(await amina.replica.change({ type: 'rotate' })).toMatchObject({ type: 'Done' });
      expect(await ruth.replica.change({ type: 'leave' })).toMatchObject({ type: 'Done' });
      const before = amina.hash();
      relay.shownTo('amina').push(last('ruth'));
      await amina.replica.catchUp();
      expect(amina.delivered.at(-1)).toEqual({ type: 'Foreign', because: 'OtherKey' });
      expect(amina.hash()).toBe(before);
      relay.log.push(relay.shownTo('amina')[n] as Wire);
      await ruth.replica.catchUp();
      expect(ruth.delivered.at(-1)).toMatchObject({ type: 'Rejected', because: 'HeadMoved' });
    }
  },
  PATIENCE,
);
