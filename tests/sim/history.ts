/**
 * A history: rounds of acts at once, with the order in which their calls reach the relay. fast-check
 * makes, plays and shrinks them; a failure is told as a story with the seed that repeats it.
 *
 *   SEED=1234 npm test -- sim        plays the histories of that seed
 *   NIGHTLY=1 npm test -- sim        plays many more, of a new seed that is printed
 */
import fc from 'fast-check';
import { type Deed, deeds, type Poison, poisons, type Written } from './deeds.ts';
import { checkAtRest, comeToRest, watchEquality } from './invariants.ts';
import type { Fault } from './line.ts';
import type { Beginning } from './start.ts';
import { createWorld, type World, type WorldOptions } from './world.ts';

export interface Act {
  /** Which machine, modulo how many there are. */
  readonly who: number;
  readonly what: Deed | Poison | MachineDeed;
  readonly about: number;
  readonly fault: Fault | null;
}

export type MachineDeed =
  | 'goes away'
  | 'comes back'
  | 'power off'
  | 'clock ahead'
  | 'clock behind'
  | 'clock right';

export interface Round {
  readonly acts: readonly Act[];
  readonly picks: readonly number[];
}

export type History = readonly Round[];

const usual = ['write', 'write', 'type', 'send', 'send', 'send', 'read'] as const;
const rare = Object.keys(deeds) as Deed[];
/** Done by one of the two who begin as stewards: others would only be refused. */
const stewardly = new Set<string>(['rotate', 'let somebody in', 'remove', 'change a role']);
const machine: readonly MachineDeed[] = [
  'goes away',
  'comes back',
  'power off',
  'clock ahead',
  'clock behind',
  'clock right',
];
/** All that can happen, the usual more often. */
export const everything: readonly Act['what'][] = [
  ...usual,
  ...usual,
  ...rare,
  ...machine,
  ...(Object.keys(poisons) as Poison[]),
];

const anyFault: fc.Arbitrary<Fault | null> = fc.option(
  fc.record({
    kind: fc.constantFrom(
      'request lost',
      'answer lost',
      'stored twice',
      'refused',
      'crash before',
      'crash after',
      'crash before a write',
      'crash after a write',
    ),
    at: fc.integer({ min: 1, max: 6 }),
  }),
  { freq: 3 },
);

/** Histories of so many rounds, of these deeds; faults of lines and machines unless told otherwise. */
export function anyHistory(about: {
  readonly rounds: readonly [min: number, max: number];
  readonly deeds?: readonly Act['what'][];
  readonly faults?: boolean;
}): fc.Arbitrary<History> {
  const act: fc.Arbitrary<Act> = fc.record({
    who: fc.nat({ max: 7 }),
    what: fc.constantFrom(...(about.deeds ?? everything)),
    about: fc.nat({ max: 30 }),
    fault: about.faults === false ? fc.constant(null) : anyFault,
  });
  const round: fc.Arbitrary<Round> = fc.record({
    acts: fc.array(act, { minLength: 1, maxLength: 4, size: 'max' }),
    picks: fc.array(fc.nat({ max: 3 }), { maxLength: 16, size: 'max' }),
  });
  const [minLength, maxLength] = about.rounds;
  return fc.array(round, { minLength, maxLength, size: 'max' });
}

/** Plays a history from a beginning and checks I1 to I5 during it and after it. */
export async function playHistory(
  start: Beginning,
  history: History,
  options: WorldOptions = {},
): Promise<World> {
  const world = await createWorld(start, options);
  const written: Written = new Map();
  watchEquality(world);
  for (const [r, { acts, picks }] of history.entries()) {
    world.clock.pass(61_000);
    // A machine does one thing after the other; machines do theirs at once.
    const { length } = world.slots;
    const bySlot = Map.groupBy(acts.entries(), ([, { who, what }]) =>
      stewardly.has(what) ? who % 2 : who % length,
    );
    const queues = [...bySlot].map(([at, queue]) => async () => {
      for (const [a, act] of queue) await playAct(world, at, act, `w${r}.${a}`, written);
    });
    await world.scheduler.run(queues, picks);
  }
  await checkAtRest(world, await comeToRest(world), written);
  return world;
}

async function playAct(
  world: World,
  at: number,
  { what, about, fault }: Act,
  word: string,
  written: Written,
): Promise<void> {
  const slot = world.slots[at];
  if (slot === undefined) throw new Error('Must hold: this machine exists');
  switch (what) {
    case 'goes away':
      slot.line.up = false;
      return;
    case 'comes back':
      slot.line.up = true;
      return;
    case 'power off':
      world.crash(slot);
      return;
    case 'clock ahead':
      slot.skew = FIVE_YEARS;
      return;
    case 'clock behind':
      slot.skew = -FIVE_YEARS;
      return;
    case 'clock right':
      slot.skew = 0;
      return;
  }
  const play = (deeds as typeof deeds & typeof poisons)[what as Deed] ?? poisons[what as Poison];
  await world.act(
    slot,
    async (device) => {
      await device.goOnline();
      if (world.isActive(device)) await play(device, { world, slot, about, word, written });
    },
    fault,
  );
}

const FIVE_YEARS = 5 * 365 * 86_400_000;

/** A history as a person would tell it. */
export function tell(history: History): string {
  return history
    .map(({ acts, picks }, r) => {
      const told = acts.map(({ who, what, about, fault }) => {
        const wrong = fault === null ? '' : `, ${fault.kind} at ${fault.at}`;
        return `machine ${who}: ${what} (${about}${wrong})`;
      });
      return `  ${r + 1}. ${told.join(' | ')}${picks.length ? `   order ${picks.join(' ')}` : ''}`;
    })
    .join('\n');
}
