/** R27: whatever people do, apart and at once, those who may read end with one state. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyOp, cast, type Player } from '../testing/cast.ts';
import { craft } from '../testing/craft.ts';
import type { Wire } from './types.ts';

const act = fc.record({
  who: fc.nat({ max: 4 }),
  what: fc.constantFrom(
    'write',
    'write',
    'write and send',
    'write and send',
    'read',
    'rotate',
    'join',
    'remove',
    'repeat',
    'flip a bit',
    'poisoned clock',
    'clone',
  ),
});

// Few histories on each push, a thousand with NIGHTLY=1.
const histories = process.env.NIGHTLY === '1' ? 1000 : 12;

test('R27: five people, apart and at once, with rotations, joins, removals and poison, end with one state', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 30 }), async (acts) => {
      const stage = await cast('amina', 'ruth', 'li', 'noor', 'sam');
      const { amina, stream, players, clock } = stage;
      const written = new Set<string>();
      let removed: Player | undefined;
      for (const [n, { who, what }] of acts.entries()) {
        const me = players[who] as Player;
        if (me === removed) continue;
        clock.pass(1000);
        if (what === 'write' || what === 'write and send') {
          written.add(`${n}`);
          me.replica.write('everyone', [{ seen: me.replica.state.n, ops: [anyOp(`${n}`)] }]);
          if (what === 'write and send') await me.replica.send();
        } else if (what === 'read') await me.replica.catchUp();
        else if (what === 'rotate') await amina.replica.change({ type: 'rotate' });
        else if (what === 'join' && players.length < 7) await stage.join(`newcomer ${n}`);
        else if (what === 'remove' && removed === undefined) {
          removed = players[4] as Player;
          const members = [removed.replica.member];
          await amina.replica.change({ type: 'remove', members, devices: [] });
        } else if (what === 'repeat') {
          await stream.append([stream.wires[(n * 7) % stream.wires.length] as Wire]);
        } else if (what === 'flip a bit') {
          const wire = (stream.wires.at(-1) as Uint8Array).slice();
          wire[200] = (wire[200] as number) ^ 1;
          await stream.append([wire]);
        } else if (what === 'poisoned clock') {
          await stream.append([(await craft(me, { hlc: Number.MAX_SAFE_INTEGER })).wire]);
        } else if (what === 'clone') {
          await stream.append([(await craft(me)).wire, (await craft(me)).wire]);
        }
      }
      const here = players.filter((player) => player !== removed);
      await stage.settle();
      for (const { replica } of here) expect(await replica.send()).toEqual({ type: 'AllReadBack' });
      await stage.settle();
      expect(new Set(here.map((player) => player.hash())).size).toBe(1);
      const contentsOf = ({ delivered }: Player) =>
        delivered.flatMap((one) => (one.type === 'Content' ? [JSON.stringify(one.accepted)] : []));
      const longest = contentsOf(amina);
      for (const player of here) {
        const read = contentsOf(player);
        expect(read).toEqual(longest.slice(longest.length - read.length));
      }
      const byThose = new Set(
        acts.flatMap(({ who }, n) =>
          players[who] !== removed && written.has(`${n}`) ? [`${n}`] : [],
        ),
      );
      for (const text of byThose) {
        const times = longest.filter((one) => one.includes(`"value":"${text}"`)).length;
        expect(times, `write ${text} is there once`).toBe(1);
      }
    }),
    { numRuns: histories },
  );
}, 20_000_000);
