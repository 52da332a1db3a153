import { expect, test } from 'vitest';
import { entry, foldForTest, set, start } from '../../fold/testing.ts';
import type { TogetherState } from '../people-types.ts';
import { createDailyErase } from './daily-erase.ts';

const DAY = 86_400_000;
const quiet = {
  role: 'steward',
  server: { type: 'Reached', server: 'https://relay.example', at: start },
  keepEverything: { holds: false, since: null, by: null, place: '', ending: null },
  moving: null,
  alarms: [],
} as unknown as TogetherState;

function oneDeleted() {
  const fold = foldForTest();
  fold.applyAccepted([
    entry({ position: 1 }, set('a', 'title', 'Withdrawn')),
    entry({ position: 2 }, set('a', 'deleted', true)),
  ]);
  let now = start;
  let erased = 0;
  const daily = createDailyErase(
    fold.state,
    () => now,
    async () => {
      erased += 1;
    },
  );
  return {
    at(time: number, state: TogetherState = quiet) {
      now = time;
      daily.look(state);
      return erased;
    },
  };
}

test('a steward’s device erases by itself what has been deleted for a day', () => {
  const { at } = oneDeleted();
  expect(at(start + DAY / 2)).toBe(0);
  expect(at(start + DAY + 2000)).toBe(1);
});

test('it looks once an hour, however often something is heard', () => {
  const { at } = oneDeleted();
  expect(at(start + 2 * DAY)).toBe(1);
  expect(at(start + 2 * DAY + 60_000)).toBe(1);
});

test.each([
  ['everything is kept', { keepEverything: { ...quiet.keepEverything, holds: true } }],
  ['this person is no steward', { role: 'member' }],
  ['the last time is not over', { moving: { at: 0, by: '', from: [], behind: [], until: 0 } }],
  ['an alarm waits', { alarms: [{ type: 'Fork', position: 1, members: [] }] }],
  ['there is no server', { server: { type: 'NoServer' } }],
])('it does not where %s', (_, change) => {
  const { at } = oneDeleted();
  expect(at(start + 2 * DAY, { ...quiet, ...change } as TogetherState)).toBe(0);
});
