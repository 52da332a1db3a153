import { expect, it } from 'vitest';
import { standsAt } from './stands-at.ts';

it('an ask opens at its beginning; an answered one at its answer, a yes at what came of it', () => {
  expect(standsAt({ answer: null })).toBe('ask');
  expect(standsAt({ answer: 'not-now' })).toBe('answer');
  expect(standsAt({ answer: 'no' })).toBe('answer');
  expect(standsAt({ answer: 'yes' })).toBe('after');
  expect(standsAt({ answer: 'in-part' })).toBe('after');
  expect(standsAt(undefined)).toBe('ask');
});
