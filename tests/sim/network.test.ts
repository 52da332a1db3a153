import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { AppendTrick, Tricks } from '../evil-relay/in-memory.ts';
import { anyHistory, type History, playHistory, tell } from './history.ts';
import { playAll, rounds } from './play.ts';
import { beginning } from './start.ts';

const start = await beginning({ amina: 'steward', ruth: 'steward', li: 'member' });
const writing = ['write', 'type', 'send', 'send', 'read', 'rotate', 'delete'] as const;

/** Three in ten appends meet the trick; the same list serves everybody, from another place. */
function sometimes(...tricks: readonly AppendTrick[]): fc.Arbitrary<readonly AppendTrick[]> {
  const one = fc.oneof(
    { weight: 7, arbitrary: fc.constant<AppendTrick>('honest') },
    { weight: 3, arbitrary: fc.constantFrom(...tricks) },
  );
  return fc.array(one, { minLength: 5, maxLength: 12 });
}

interface Troubled {
  readonly history: History;
  readonly appends: readonly AppendTrick[];
  readonly most: number;
}

async function play({ history, appends, most }: Troubled): Promise<void> {
  const tricks = (name: string): Tricks => ({
    append: (nth) => appends[(nth + name.length) % appends.length] ?? 'honest',
    // Delivered in parts, and each part once more.
    read: (_, from, honest) => {
      const wires = honest.wires.slice(0, most);
      return { wires: [...wires, ...wires], next: String(Number(from || 0) + wires.length) };
    },
  });
  const world = await playHistory(start, history, { tricks });
  expect(world.relay.log.length).toBeGreaterThanOrEqual(start.wires.length);
}

async function playWith(name: string, ...tricks: readonly AppendTrick[]): Promise<void> {
  const any = fc.record({
    history: anyHistory({ rounds: [3, 8], deeds: writing, faults: false }),
    appends: sometimes(...tricks),
    most: fc.integer({ min: 1, max: 4 }),
  });
  await playAll(name, any, rounds(8, 1000), play, ({ history, appends, most }) =>
    [`appends: ${appends.join(', ')}; ${most} at a time`, tell(history)].join('\n'),
  );
}

test('R10: whatever is stored twice and delivered twice, each write is there once', async () => {
  await playWith('R10', 'stores twice');
});

test('R11: whatever comes in parts, late and backwards, all end with one state', async () => {
  await playWith('R11', 'stores backwards', 'stores twice');
});

test('R12: three in ten answers are lost after storing, and one copy is visible', async () => {
  await playWith('R12', 'stores, says nothing');
});

test('A14: three in ten appends are answered with yes and dropped, and nothing is lost', async () => {
  await playWith('A14', 'says yes, stores nothing', 'says nothing, stores nothing', 'refuses');
});
