/**
 * Every refusal of the relay, as problem details (RFC 9457). A sentence of ours for each: what was
 * sent is never echoed, nor what was caught. Whatever a request may not know has the one answer
 * `NothingHere`, in status, body and headers: an unknown stream, a wrong token, a forged signature.
 */
import { type Answer, answer, type Headers } from './answers.ts';

export type Problem = keyof typeof problems;

const problems = {
  BadRequest: [400, 'This request cannot be read.'],
  BadOffset: [400, 'This is no place in a stream.'],
  BadBody: [400, 'The body is not what this stream takes.'],
  Refused: [403, 'This server does not offer that.'],
  NothingHere: [404, 'There is nothing here for this request.'],
  NoSuchPage: [404, 'There is nothing at this address.'],
  OnlyReading: [405, 'Only GET and HEAD are answered here.'],
  WrongMethod: [405, 'This address does not answer that method.'],
  TooSlow: [408, 'The request took too long to arrive.'],
  Moved: [409, 'The stream has moved on. Read it and decide again.'],
  Different: [409, 'A stream with other settings is here already.'],
  Closed: [409, 'This stream is closed.'],
  OutOfSequence: [409, 'A later sequence was written already.'],
  WrongType: [409, 'This stream has another content type.'],
  Gone: [410, 'That place is not in the stream. Read from its beginning.'],
  TooLarge: [413, 'This is more than one request may carry.'],
  QuotaSpent: [429, 'There is no room left in the quota.'],
  TooMany: [429, 'Too many requests. Try again later.'],
  Damaged: [500, 'What is kept here is damaged. Nothing of it is given out.'],
  Failed: [500, 'Something went wrong on the server.'],
  Away: [503, 'The server cannot reach what it keeps. Try again later.'],
  Stopping: [503, 'The server is stopping. Try again later.'],
  DiskFull: [507, 'The disk of the server is full. Reading goes on.'],
} as const satisfies Record<string, readonly [number, string]>;

const bodies = Object.fromEntries(
  Object.entries(problems).map(([name, [status, title]]) => [
    name,
    JSON.stringify({ type: 'about:blank', status, title }),
  ]),
) as Record<Problem, string>;

/** Answers with a problem. `retryAfter` in seconds. */
export function problem(name: Problem, headers?: Headers, retryAfter?: number): Answer {
  return answer(problems[name][0], bodies[name], {
    'content-type': 'application/problem+json',
    ...headers,
    ...(retryAfter !== undefined && { 'retry-after': String(retryAfter) }),
  });
}
