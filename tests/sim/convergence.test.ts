import { test } from 'vitest';
import { anyHistory, playHistory, tell } from './history.ts';
import { playAll, rounds } from './play.ts';
import { beginning } from './start.ts';

const start = await beginning({
  amina: 'steward',
  ruth: 'steward',
  li: 'member',
  noor: 'member',
  sam: 'guest',
});

test('R27: five devices, apart and at once, with rotations, joins, removals, lost answers, power cuts and poison, end with one state', async () => {
  await playAll(
    'R27',
    anyHistory({ rounds: [6, 14] }),
    rounds(100, 10_000),
    (history) => playHistory(start, history),
    tell,
  );
}, 20_000_000);
