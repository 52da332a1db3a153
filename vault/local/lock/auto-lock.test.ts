import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type AutoLock,
  afterEvent,
  atStart,
  COVER_AFTER,
  LOCK_AFTER,
  type LockEvent,
  nextTick,
  readCode,
} from './auto-lock.ts';

const run = (events: readonly LockEvent[], hasCode = true, from: AutoLock = atStart) =>
  events.reduce((state, event) => afterEvent(state, event, hasCode), from);
const open: LockEvent = { type: 'unlocked', at: 0 };

test('one minute hidden covers; half a minute does not', () => {
  const hidden: LockEvent = { type: 'hidden', at: 1000 };
  expect(run([open, hidden, { type: 'tick', at: 1000 + COVER_AFTER }]).type).toBe('Covered');
  expect(run([open, hidden, { type: 'shown', at: 31_000 }]).type).toBe('Open');
  expect(run([open, hidden, { type: 'shown', at: 1000 + COVER_AFTER }]).type).toBe('Covered');
});

test('the right code opens the cover; the fifth wrong one locks, and then no code opens', () => {
  const covered = run([open, { type: 'cover', at: 5 }]);
  const wrong: LockEvent = { type: 'code', right: false, at: 6 };
  const right: LockEvent = { type: 'code', right: true, at: 7 };
  expect(run([wrong, wrong, wrong, wrong, right], true, covered).type).toBe('Open');
  const locked = run([wrong, wrong, wrong, wrong, wrong], true, covered);
  expect(locked).toEqual({ type: 'Locked', because: 'tries' });
  expect(run([right], true, locked)).toEqual(locked);
});

test('wrong codes of other tabs count here, covered or about to be, until this one is used again', () => {
  const wrong: LockEvent = { type: 'code', right: false, at: 6 };
  const cover: LockEvent = { type: 'cover', at: 7 };
  expect(run([open, wrong, wrong, cover])).toMatchObject({ type: 'Covered', triesLeft: 3 });
  const five = Array.from({ length: 5 }, () => wrong);
  expect(run([open, ...five]).type).toBe('Open');
  expect(run([open, ...five, cover])).toEqual({ type: 'Locked', because: 'tries' });
  const used: LockEvent = { type: 'used', at: 8 };
  expect(run([open, ...five, used, cover])).toMatchObject({ type: 'Covered', triesLeft: 5 });
});

test('without a code there is no cover: hidden for a minute locks', () => {
  const state = run([open, { type: 'hidden', at: 0 }, { type: 'tick', at: COVER_AFTER }], false);
  expect(state).toEqual({ type: 'Locked', because: 'idle' });
});

test('eight hours without use lock, covered or not, asleep or not', () => {
  expect(run([open, { type: 'tick', at: LOCK_AFTER - 1 }]).type).toBe('Open');
  expect(run([open, { type: 'used', at: LOCK_AFTER }]).type).toBe('Locked');
  const covered = run([open, { type: 'cover', at: 5 }]);
  expect(run([{ type: 'code', right: true, at: LOCK_AFTER }], true, covered).type).toBe('Locked');
});

test('leading a session suspends cover and idle lock, and a tap still locks', () => {
  const leading: LockEvent = { type: 'leading', leading: true };
  const state = run([open, leading, { type: 'hidden', at: 1 }, { type: 'tick', at: LOCK_AFTER }]);
  expect(state.type).toBe('Open');
  expect(afterEvent(state, { type: 'lock' }, true)).toEqual({ type: 'Locked', because: 'asked' });
});

test('going somewhere risky locks at once, from open and from covered', () => {
  const risky: LockEvent = { type: 'going somewhere risky' };
  expect(run([open, risky])).toEqual({ type: 'Locked', because: 'risky' });
  expect(run([open, { type: 'cover', at: 1 }, risky])).toEqual({
    type: 'Locked',
    because: 'risky',
  });
});

test('once locked, nothing but the words opens, whatever happens', () => {
  const event: fc.Arbitrary<LockEvent> = fc.oneof(
    fc.record({
      type: fc.constantFrom('used' as const, 'hidden' as const, 'shown' as const, 'tick' as const),
      at: fc.nat(),
    }),
    fc.record({ type: fc.constant('code' as const), right: fc.boolean(), at: fc.nat() }),
    fc.record({ type: fc.constant('leading' as const), leading: fc.boolean() }),
    fc.record({ type: fc.constant('cover' as const), at: fc.nat() }),
  );
  fc.assert(
    fc.property(fc.array(event), fc.boolean(), (events, hasCode) => {
      expect(run(events, hasCode).type).toBe('Locked');
    }),
    { numRuns: 100 },
  );
});

test('the next tick is the moment at which a tick would change something', () => {
  const hidden = run([open, { type: 'hidden', at: 1000 }]);
  const at = nextTick(hidden) as number;
  expect(afterEvent(hidden, { type: 'tick', at: at - 1 }, true)).toEqual(hidden);
  expect(afterEvent(hidden, { type: 'tick', at }, true)).not.toEqual(hidden);
  expect(nextTick(atStart)).toBeUndefined();
});

test('a code is six digits, in the digits of the keyboard', () => {
  expect(readCode(' 123456 ')).toBe('123456');
  expect(readCode('١٢٣٤٥٦')).toBe('123456');
  expect(readCode('۱۲۳۴۵۶')).toBe('123456');
  expect(readCode('12345')).toBeUndefined();
  expect(readCode('12345a')).toBeUndefined();
});
