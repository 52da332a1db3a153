/**
 * What every answer about streams carries: nothing of it may be kept by a cache between, whoever asks
 * from whichever site sends its own token, and nothing in it tells one asker from another.
 */
export type Headers = Readonly<Record<string, string>>;

const exposed = [
  'alongside-counter',
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

/** An answer with the headers that all have. */
export function answer(
  status: number,
  body: string | Uint8Array<ArrayBuffer> | null,
  headers: Headers,
): Response {
  return new Response(body, { status, headers: { ...always, ...headers } });
}

/** What a browser asks before a request from another site: which methods and headers are taken. */
export function preflight(methods: string, requestHeaders: string): Response {
  return new Response(null, {
    status: 204,
    headers: {
      ...always,
      'access-control-allow-methods': methods,
      'access-control-allow-headers': requestHeaders,
      'access-control-max-age': '86400',
    },
  });
}
