/**
 * One request to a relay and what came of it. Nothing that a relay, or whoever stands between, can
 * answer is trusted: bodies, messages and header values are bounded, redirects are errors, only JSON
 * from something that speaks the protocol is read as data. A captive portal's page never is.
 */
import { bytesToText } from '../envelope/bytes.ts';
import { textToWire } from '../envelope/wire-text.ts';
import { StreamAway } from '../log/stream-errors.ts';
import type { Wire } from '../log/types.ts';
import type { SignedOperation } from './manage-key.ts';

/** Why a server could not be asked, as it can be told to people. */
export type Trouble =
  | 'offline'
  | 'unreachable'
  | 'captive-portal'
  | 'busy'
  | 'full'
  | 'refused'
  /** Wrong token or no such stream: the server does not say which. */
  | 'nothing-here'
  /** The place that was asked for is not in the stream. */
  | 'no-such-place'
  /** Others were first. */
  | 'moved';

export class RelayTrouble extends StreamAway {
  override readonly name = 'RelayTrouble';
  readonly because: Trouble;
  /** Milliseconds that the server asks to wait. */
  readonly retryAfter: number | null;
  /** The server has seen the request and says that it did nothing of it. */
  readonly isCertain: boolean;

  constructor(because: Trouble, retryAfter: number | null = null, isCertain = false) {
    super(because);
    this.because = because;
    this.retryAfter = retryAfter;
    this.isCertain = isCertain;
  }

  override get isMissing(): boolean {
    return this.because === 'nothing-here';
  }
}

export interface RelayContext {
  /** Where the relay is: the address of its `/v1/stream/`, without what follows. */
  readonly server: string;
  readonly fetch: typeof fetch;
  readonly isOnline: () => boolean;
  /** A signal that ends a request after so many milliseconds. */
  readonly timeout: (milliseconds: number) => AbortSignal;
  /** Told the time that the server gives, ms since 1970, with each answer that is one of ours. */
  readonly heardTime?: ((time: number) => void) | undefined;
}

export interface Ask {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PUT';
  /** What follows `/v1/stream/`. */
  readonly path: string;
  /** Null where a signature says it all. */
  readonly token: Uint8Array | null;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal?: AbortSignal;
  /** Milliseconds until the request is given up. */
  readonly patience?: number;
}

export interface Answer {
  readonly status: number;
  /** Where to read on; null where the answer has none. */
  readonly next: string | null;
  readonly counter: number | null;
  readonly upToDate: boolean;
  readonly wires: readonly Wire[];
}

/** Bytes of one answer. The relay keeps to about 1 MiB, and a single message may have 1.4 MB. */
const MOST_BYTES = 4 * 1024 * 1024;
const MOST_MESSAGES = 20_000;
/** Characters of an offset. */
const LONGEST_OFFSET = 128;
const PATIENCE = 20_000;
/** For an answer that waits for news: the relay lets it wait 25 seconds. */
export const LONG_POLL = 40_000;
/** The longest that a server may ask to wait. */
const LONGEST_WAIT = 3_600_000;
/** A server whose quota is spent asks to wait at least so long: this is not a crowd that passes. */
const SPENT = 600_000;

/** A message that is none: it is stepped over, and counts nowhere. */
const NO_WIRE: Wire = new Uint8Array(0);

export async function ask(context: RelayContext, what: Ask): Promise<Answer> {
  if (!context.isOnline()) throw new RelayTrouble('offline');
  const ends = [context.timeout(what.patience ?? PATIENCE)];
  if (what.signal) ends.push(what.signal);
  const signal = AbortSignal.any(ends);
  try {
    const response = await send(context, what, signal);
    const answer = await answerOf(response, what);
    const time = Date.parse(response.headers.get('date') ?? '');
    if (Number.isFinite(time)) context.heardTime?.(time);
    return answer;
  } catch (error) {
    if (error instanceof RelayTrouble) throw error;
    throw new RelayTrouble(context.isOnline() ? 'unreachable' : 'offline');
  }
}

function send(context: RelayContext, what: Ask, signal: AbortSignal): Promise<Response> {
  const { method, path, token, headers, body } = what;
  return context.fetch(`${context.server}/v1/stream/${path}`, {
    method,
    signal,
    redirect: 'error',
    credentials: 'omit',
    cache: 'no-store',
    referrerPolicy: 'no-referrer',
    headers: {
      ...(token ? { authorization: `Bearer ${bytesToText(token)}` } : {}),
      ...(method === 'POST' || method === 'PUT' ? { 'content-type': 'application/json' } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body }),
  });
}

async function answerOf(response: Response, what: Ask): Promise<Answer> {
  const next = response.headers.get('stream-next-offset');
  const kind = (response.headers.get('content-type') ?? '').split(';')[0]?.trim().toLowerCase();
  if (!response.ok) {
    void response.body?.cancel().catch(() => {});
    throw troubleOf(response, kind ?? '', what.method);
  }
  const manages = what.path.endsWith('/manage');
  if (next === null ? !manages : next.length > LONGEST_OFFSET || !/^[\x21-\x7e]+$/.test(next)) {
    void response.body?.cancel().catch(() => {});
    throw new RelayTrouble(next === null ? 'captive-portal' : 'refused');
  }
  const reads = what.method === 'GET' && response.status === 200;
  if (reads && kind !== 'application/json') {
    void response.body?.cancel().catch(() => {});
    throw new RelayTrouble('captive-portal');
  }
  const counter = Number(response.headers.get('alongside-counter') ?? Number.NaN);
  return {
    status: response.status,
    next,
    counter: Number.isSafeInteger(counter) ? counter : null,
    upToDate: response.headers.get('stream-up-to-date') === 'true',
    wires: reads ? await readWires(response) : [],
  };
}

async function readWires(response: Response): Promise<readonly Wire[]> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part === undefined || part.done) break;
    size += part.value.length;
    chunks.push(part.value);
    if (size > MOST_BYTES) {
      void reader?.cancel().catch(() => {});
      throw new RelayTrouble('refused');
    }
  }
  const items = parse(chunks, size);
  if (!Array.isArray(items) || items.length > MOST_MESSAGES) throw new RelayTrouble('refused');
  return items.map((item) => textToWire(item) ?? NO_WIRE);
}

/** A body that ends too early or is no JSON was cut on its way: nothing of it is read. */
function parse(chunks: readonly Uint8Array[], size: number): unknown {
  const whole = new Uint8Array(size);
  let at = 0;
  for (const chunk of chunks) {
    whole.set(chunk, at);
    at += chunk.length;
  }
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(whole));
  } catch {
    throw new RelayTrouble('unreachable');
  }
}

function troubleOf(response: Response, kind: string, method: Ask['method']): RelayTrouble {
  const { status } = response;
  const wait = waitOf(response.headers.get('retry-after'));
  if (status === 511 || (kind !== 'application/problem+json' && status < 500)) {
    return new RelayTrouble('captive-portal', wait);
  }
  // What the server once called a place it does not know as one any more.
  const because = status === 400 && method === 'GET' ? 'no-such-place' : becauseOf(status, wait);
  return new RelayTrouble(because, wait, status < 500 || status === 507);
}

function becauseOf(status: number, wait: number | null): Trouble {
  switch (status) {
    case 404:
      return 'nothing-here';
    case 409:
      return 'moved';
    case 410:
      return 'no-such-place';
    case 429:
      return (wait ?? 0) >= SPENT ? 'full' : 'busy';
    case 507:
      return 'full';
    case 408:
    case 503:
      return 'busy';
    default:
      return status >= 500 ? 'unreachable' : 'refused';
  }
}

function waitOf(header: string | null): number | null {
  if (header === null || !/^\d{1,6}$/.test(header)) return null;
  return Math.min(Number(header) * 1000, LONGEST_WAIT);
}

/** The headers of an append that a signed operation travels with. */
export function operationHeaders({ bytes, signature }: SignedOperation) {
  return {
    'alongside-manage-op': bytesToText(bytes),
    'alongside-manage-signature': bytesToText(signature),
  };
}
