/** What the evil relay over HTTP can do to an answer. Each is a `Trick`, or makes one. */
import { once } from 'node:events';
import type { Writable } from 'node:stream';
import { createGzip } from 'node:zlib';
import type { Answer, Asked, Takes, Trick } from './over-http.ts';

/** The honest answer, changed. */
export function changed(change: (answer: Answer, asked: Asked) => Answer): Trick {
  return async (asked, honestly) => change(await honestly(), asked);
}

/** Headers set in every honest answer. */
export function withHeaders(headers: Readonly<Record<string, string>>): Trick {
  return changed((answer) => ({ ...answer, headers: { ...answer.headers, ...headers } }));
}

/** Always this, whatever was asked. */
export function always(answer: Partial<Answer>): Trick {
  return async () => ({ status: 200, headers: {}, body: Buffer.alloc(0), ...answer });
}

/** As the relay itself refuses. */
export function refuses(status: number, headers: Readonly<Record<string, string>> = {}): Trick {
  return always({
    status,
    headers: { 'content-type': 'application/problem+json', ...headers },
    body: Buffer.from(JSON.stringify({ type: 'about:blank', title: 'No.', status })),
  });
}

export function redirectsTo(server: string, status: number): Trick {
  return async ({ url }) => ({
    status,
    headers: { location: `${server}${url}` },
    body: Buffer.alloc(0),
  });
}

/** A page to log in to a network, in place of every answer. */
export const captivePortal: Trick = always({
  headers: { 'content-type': 'text/html; charset=utf-8' },
  body: Buffer.from('<!doctype html><title>Welcome to Wi-Fi</title><p>Accept the terms.</p>'),
});

/** The same page, as what a network calls JSON; with an offset if it is clever. */
export function portalAsJson(offset?: string): Trick {
  return always({
    headers: {
      'content-type': 'application/json',
      ...(offset ? { 'stream-next-offset': offset } : {}),
    },
    body: Buffer.from('{"login":"https://portal.invalid/"}'),
  });
}

/** Every so many-th of these requests is stored, and its answer never comes. */
export function losesAnswers(isLost: (asked: Asked) => boolean): Trick {
  return async (asked, honestly) => {
    const answer = await honestly();
    return isLost(asked) ? hangsUp : answer;
  };
}

/** Says that an append is stored, and stores nothing. */
export function acksAndDrops(isDropped: (asked: Asked) => boolean): Trick {
  return async (asked, honestly) => {
    if (asked.method !== 'POST' || !isDropped(asked)) return honestly();
    return {
      status: 204,
      headers: { 'stream-next-offset': '0000000000000001' },
      body: Buffer.alloc(0),
    };
  };
}

export const hangsUp: Takes = (_, socket) => void socket.destroy();

/** The whole answer as it stands on the line, cut off after so many bytes. */
export function cutAfter(bytes: number): Trick {
  return async (_, honestly) => {
    const whole = onTheLine(await honestly());
    return async (_response, socket) => {
      socket.write(whole.subarray(0, bytes));
      socket.end();
    };
  };
}

/** How many bytes an answer has on the line. */
export function onTheLine({ status, headers, body }: Answer): Buffer {
  const lines = Object.entries({ ...headers, 'content-length': String(body.length) });
  const head = `HTTP/1.1 ${status} OK\r\n${lines.map(([n, v]) => `${n}: ${v}\r\n`).join('')}\r\n`;
  return Buffer.concat([Buffer.from(head, 'latin1'), body]);
}

const GIGABYTE = 2 ** 30;

function drained(to: Writable): Promise<void> {
  return new Promise((resolve) => {
    to.once('drain', resolve);
  });
}

const json = { 'content-type': 'application/json', 'stream-next-offset': '0000000000000009' };

/** Writes a body that has no end, until nobody reads it any more, or so much went out. */
function endless(head: Readonly<Record<string, string>>, first: string, more: Buffer): Trick {
  return async () => async (response) => {
    const closed = once(response, 'close');
    response.writeHead(200, head);
    response.write(first);
    for (let sent = 0; sent < GIGABYTE && !response.destroyed; sent += more.length) {
      if (!response.write(more)) await Promise.race([drained(response), closed]);
    }
    response.end();
  };
}

/** A gigabyte of one JSON string. */
export const hugeJson: Trick = endless(json, '["', Buffer.alloc(65_536, 'A'));
/** A gigabyte of messages. */
export const manyMessages: Trick = endless(json, '["AAAA"', Buffer.from(',"AAAA"'.repeat(9000)));
/** Events whose line has no end. */
export const endlessLine: Trick = endless(
  { ...json, 'content-type': 'text/event-stream' },
  'data: ',
  Buffer.alloc(65_536, 'A'),
);
/** White space before the answer, for ever. */
export const endlessSpace: Trick = endless(json, '', Buffer.alloc(65_536, ' '));

/** A million empty messages. */
export const emptyMessages: Trick = always({
  headers: json,
  body: Buffer.from(`[${Array<string>(1_000_000).fill('""').join(',')}]`),
});

/** A JSON value that is a hundred thousand lists deep. */
export const deepJson: Trick = always({
  headers: json,
  body: Buffer.from('['.repeat(100_000) + ']'.repeat(100_000)),
});

/** A gigabyte that is a megabyte on the line. */
export const gzipBomb: Trick = async () => async (response) => {
  const closed = once(response, 'close');
  response.writeHead(200, { ...json, 'content-encoding': 'gzip' });
  const gzip = createGzip({ level: 9 });
  gzip.on('error', () => {});
  gzip.pipe(response);
  gzip.write('["');
  const more = Buffer.alloc(1 << 20, 'A');
  for (let sent = 0; sent < GIGABYTE && !response.destroyed; sent += more.length) {
    if (!gzip.write(more)) await Promise.race([drained(gzip), closed]);
  }
  gzip.end();
  response.destroy();
};
