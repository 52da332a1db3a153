import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createAnswers } from './answers.ts';

const empty = 'HTTP/1.1 204 No Content\r\nstream-next-offset: 1\r\n\r\n';
const counted = 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n\r\n\r\nx';
const chunked = 'HTTP/1.1 429 Too Many\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n';

test('answers are taken out whole, however their bytes are cut', () => {
  const bytes = Buffer.from(empty + counted + chunked + empty);
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: bytes.length })), (cuts) => {
      const answers = createAnswers();
      const places = [0, ...cuts.sort((a, b) => a - b), bytes.length];
      const statuses = places
        .slice(1)
        .flatMap((end, at) => answers.take(bytes.subarray(places[at], end)));
      expect(statuses).toEqual([204, 200, 429, 204]);
    }),
  );
});

test('an answer whose body is not there yet is waited for', () => {
  const answers = createAnswers();
  expect(answers.take(Buffer.from(counted.slice(0, -1)))).toEqual([]);
  expect(answers.take(Buffer.from(counted.slice(-1)))).toEqual([200]);
});
