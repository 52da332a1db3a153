/**
 * Answers about streams as plain values, written to Node's own response: an append is too short a thing
 * to make web objects for. What each of them carries: nothing may be kept by a cache between, whoever
 * asks from whichever site sends its own token, and nothing tells one asker from another.
 */
import type { ServerResponse } from 'node:http';

export type Headers = Readonly<Record<string, string>>;

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: string | Uint8Array | null;
}

/** Given back by an operation that wrote to the response itself. */
export const alreadySent = 'AlreadySent';

export type Answered = Answer | typeof alreadySent;

const exposed = [
  'alongside-counter',
  'date',
  'etag',
  'location',
  'retry-after',
  'stream-closed',
  'stream-cursor',
  'stream-expires-at',
  'stream-next-offset',
  'stream-sse-data-encoding',
  'stream-ttl',
  'stream-up-to-date',
].join(', ');

/** The headers of every answer. */
export const always: Headers = {
  'cache-control': 'no-store',
  vary: 'authorization',
  'x-content-type-options': 'nosniff',
  'cross-origin-resource-policy': 'cross-origin',
  'access-control-allow-origin': '*',
  'access-control-expose-headers': exposed,
};
const alwaysInOrder = Object.entries(always).flat();

/** `headers` stand behind those that all have. */
export function answer(status: number, body: Answer['body'], headers: Headers): Answer {
  return { status, headers, body };
}

export function isAnswer(given: object): given is Answer {
  return 'status' in given;
}

/** What a browser asks before a request from another site: which methods and headers are taken. */
export function preflight(methods: string, requestHeaders: string): Answer {
  return answer(204, null, {
    'access-control-allow-methods': methods,
    'access-control-allow-headers': requestHeaders,
    'access-control-max-age': '86400',
  });
}

/** Writes an answer out. */
export function send(outgoing: ServerResponse, { status, headers, body }: Answer): void {
  const lines = [...alwaysInOrder];
  for (const name in headers) lines.push(name, headers[name] as string);
  if (body !== null) lines.push('content-length', String(Buffer.byteLength(body)));
  outgoing.writeHead(status, lines);
  outgoing.end(body ?? undefined);
}

/** The same answer for what is answered through web objects. */
export function responseOf({ status, headers, body }: Answer): Response {
  return new Response(typeof body === 'string' || body === null ? body : new Uint8Array(body), {
    status,
    headers: { ...always, ...headers },
  });
}
