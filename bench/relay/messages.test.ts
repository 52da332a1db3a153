import { expect, test } from 'vitest';
import { at } from './appends.ts';
import { lossOf, markIn, messageOf } from './messages.ts';

test('a message has its bytes, letters of base64url only, and a mark of its own', () => {
  const message = messageOf(7, 300);
  expect(Buffer.from(message, 'base64url')).toHaveLength(300);
  expect(message).toMatch(/^[A-Za-z0-9_-]+$/);
  expect(markIn(message)).not.toBe(markIn(messageOf(8, 300)));
});

test('what a server lost and what it has twice is counted', () => {
  expect(lossOf(['a', 'b', 'c'], ['c', 'a', 'x', 'x'])).toEqual({ missing: 1, repeated: 1 });
  expect(lossOf(['a', 'b'], ['b', 'a', 'sent, and never answered'])).toEqual({
    missing: 0,
    repeated: 0,
  });
});

test('one in a hundred takes longer than the 99th part', () => {
  const numbers = Array.from({ length: 1000 }, (_, number) => 999 - number);
  expect(at(numbers, 0.99)).toBe(990);
  expect(at([5], 0.99)).toBe(5);
});
