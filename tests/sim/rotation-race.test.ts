import { expect, test } from 'vitest';
import { change, send, slotOf, write } from './acts.ts';
import { type Deed, deeds, type Written } from './deeds.ts';
import { checkAtRest, comeToRest, watchEquality } from './invariants.ts';
import type { FaultKind } from './line.ts';
import { nightly } from './play.ts';
import { beginning } from './start.ts';
import { createWorld, type World } from './world.ts';

const start = await beginning({ amina: 'steward', ruth: 'member', li: 'member' });

/** Who brings a new key while Ruth sends; a newcomer has none of the old ones. */
const rivals: readonly Deed[] = ['rotate', 'let somebody in'];

async function worldWithAWrite(seed: string) {
  const world = await createWorld(start, { seed });
  const [amina, ruth] = [slotOf(world, 'amina'), slotOf(world, 'ruth')];
  watchEquality(world);
  await write(world, ruth, 'hello');
  await world.act(ruth, (device) => device.type('TTTTTTTTTTTTTTTTTTTTTA', 'typed '));
  const written: Written = new Map([
    ['hello', { slot: ruth, typed: false }],
    ['typed', { slot: ruth, typed: true }],
  ]);
  const rival = (deed: Deed, word: string) => () =>
    world.act(amina, async (device) => {
      await device.goOnline();
      await deeds[deed](device, { world, slot: amina, about: 1, word, written });
    });
  return { world, ruth, written, rival };
}

/** What must be so afterwards, for those of before and for newcomers alike. */
async function checkOnce(world: World, written: Written): Promise<void> {
  const here = await comeToRest(world);
  await checkAtRest(world, here, written);
  expect(here.length).toBe(world.slots.length);
  for (const { entries } of here.slice(0, 3)) expect(entries.length).toBeLessThanOrEqual(2);
}

test('C05: whenever a new key comes while Ruth sends, her words arrive once and all have one state', async () => {
  for (const deed of rivals) {
    for (let before = 0, calls = 0; before <= calls; before++) {
      const { world, ruth, written, rival } = await worldWithAWrite(`${deed} ${before}`);
      const length = world.relay.log.length;
      const sending = async () => {
        await send(world, ruth);
        calls = Math.max(calls, ruth.line.calls);
      };
      // Ruth makes so many calls, then the other all of hers ("amina" comes before "ruth").
      const order = [...Array<number>(before).fill(1), ...Array<number>(40).fill(0)];
      await world.scheduler.run([rival(deed, `n${before}`), sending], order);
      expect(world.relay.log.length, 'both said something').toBeGreaterThan(length + 1);
      await checkOnce(world, written);
    }
  }
});

test('C05: in every interleaving of the calls of a send and of a rotation, the same', async () => {
  // Each of the two makes three or four calls; where one has ended the other goes on alone.
  const most = nightly ? 256 : 32;
  const seen = new Set<string>();
  for (let code = 0; code < most; code++) {
    const picks = Array.from({ length: nightly ? 8 : 5 }, (_, bit) => (code >> bit) & 1);
    const { world, ruth, written, rival } = await worldWithAWrite(`order ${code}`);
    await world.scheduler.run(
      [rival('rotate', 'r'), () => send(world, ruth).then(() => {})],
      picks,
    );
    seen.add(String(world.relay.log.length));
    await checkOnce(world, written);
  }
  expect(seen.size, 'some orders made Ruth send twice, some did not').toBeGreaterThan(1);
});

test('C05: a key that comes between a try that failed and the next one, whatever failed, loses and doubles nothing', async () => {
  const kinds: readonly FaultKind[] = [
    'request lost',
    'answer lost',
    'refused',
    'crash before',
    'crash after',
    'crash after a write',
  ];
  for (const kind of kinds) {
    for (const at of [1, 2, 3]) {
      const { world, ruth, written } = await worldWithAWrite(`${kind} ${at}`);
      await send(world, ruth, { kind, at });
      await change(world, slotOf(world, 'amina'), { type: 'rotate' });
      await checkOnce(world, written);
    }
  }
});
