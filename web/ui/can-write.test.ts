import type { CircleState } from '@alongside/vault/kept';
import { expect, test } from 'vitest';
import { canWrite } from './can-write.ts';

const circle: CircleState = {
  id: 'c',
  kind: 'named',
  members: ['amina'],
  generation: 1,
  owed: false,
  waitsForWords: false,
  readable: true,
};
const now = { me: 'amina', role: 'member', circles: [circle], removed: false } as const;
const inCircle = (change: object) =>
  canWrite({ ...now, circles: [{ ...circle, ...change }] }, { circle: 'c' });

test('a member writes for everyone, a guest and a removed device do not', () => {
  expect(canWrite(now, 'everyone')).toBe(true);
  expect(canWrite({ ...now, role: 'guest' }, 'everyone')).toBe(false);
  expect(canWrite({ ...now, removed: true }, 'everyone')).toBe(false);
});

test('a circle takes what its own people write, guests too, as soon as its keys are here', () => {
  expect(canWrite({ ...now, role: 'guest' }, { circle: 'c' })).toBe(true);
  expect(canWrite(now, { circle: 'another' })).toBe(false);
  expect(inCircle({ members: ['ruth'] })).toBe(false);
  expect(inCircle({ readable: false })).toBe(false);
  // The next writing makes its new keys, unless somebody compares words first.
  expect(inCircle({ owed: true })).toBe(true);
  expect(inCircle({ owed: true, waitsForWords: true })).toBe(false);
});
