/** Set-up that the fold's tests share: entries in a few words, and folds with seeded randomness. */
import fc from 'fast-check';
import { seededRandom } from '../testing/random.ts';
import { type Accepted, type Audience, hlcPerMs, type Op, type Value } from '../types.ts';
import { createFold, type Fold, type FoldContext } from './fold.ts';
import type { FoldState } from './state.ts';

export const start = 1_700_000_000_000;

export function foldForTest(state?: FoldState, context: Partial<FoldContext> = {}): Fold {
  const random = seededRandom('fold');
  return createFold({ me: 'amina', random, now: () => start, ...context }, state);
}

export interface EntryFacts {
  readonly position: number;
  readonly device?: number;
  readonly seen?: number;
  readonly hlc?: number;
  readonly audience?: Audience;
}

/** An entry with one run; by default its author had seen all before it. */
export function entry(facts: EntryFacts, ...ops: readonly Op[]): Accepted {
  const { position, device = 0, seen = position - 1, audience = 'everyone' } = facts;
  const hlc = facts.hlc ?? (start + position) * hlcPerMs;
  return { position, device, member: `m${device}`, hlc, audience, runs: [{ seen, ops }] };
}

export const set = (record: string, field: string, value: Value, table = 'asks'): Op => ({
  table,
  record,
  field,
  value,
});

/** Any value within the limits. */
export const anyValue: fc.Arbitrary<Value> = fc.letrec<{ value: Value }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 3 },
    fc.constant(null),
    fc.boolean(),
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (Object.is(n, -0) ? 0 : n)),
    fc.string({ unit: 'binary', maxLength: 12 }).filter((text) => text.isWellFormed()),
    fc.uint8Array({ maxLength: 6 }),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.string({ maxLength: 4 }).filter((key) => key !== '__proto__'),
      tie('value'),
      {
        maxKeys: 3,
        noNullPrototype: true,
      },
    ),
  ),
})).value;

/** A history: entries at positions 1, 2, …, by three devices that had read more or less of it. */
export const anyHistory: fc.Arbitrary<readonly Accepted[]> = fc
  .array(
    fc.record({
      device: fc.nat({ max: 2 }),
      lag: fc.nat({ max: 5 }),
      clock: fc.nat({ max: 6 }),
      inCircle: fc.boolean(),
      ops: fc.array(
        fc.record({
          record: fc.constantFrom('a', 'b', 'c'),
          field: fc.constantFrom('title', 'size', 'deleted'),
          value: fc.oneof(anyValue, fc.boolean()),
        }),
        { minLength: 1, maxLength: 3 },
      ),
    }),
    { maxLength: 24 },
  )
  .map((facts) =>
    facts.map(({ device, lag, clock, inCircle, ops }, at) =>
      entry(
        {
          position: at + 1,
          device,
          seen: Math.max(0, at - lag),
          hlc: clock * hlcPerMs,
          audience: inCircle ? { circle: 'core' } : 'everyone',
        },
        ...ops.map(({ record, field, value }) => set(record, field, value)),
      ),
    ),
  );
