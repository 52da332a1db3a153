/**
 * A relay in memory behind a `fetch`: the token profile as the contract has it, for tests of the client
 * that need no socket and for relays that lie. The real one is tried in `tests/`.
 */
import { bytesToText, concat, sameBytes, textToBytes, utf8Bytes } from '../envelope/bytes.ts';
import { contexts, plainHash } from '../envelope/contexts.ts';
import { verifyNow } from '../identity/signing.ts';

interface Kept {
  messages: string[];
  read: string;
  append: string;
  manage: Uint8Array;
  counter: number;
  /** Read tokens of before, and how far each reads. */
  readonly former: Map<string, number>;
}

export interface ContractRelay {
  readonly fetch: typeof fetch;
  /** A voucher that makes streams here. */
  readonly voucher: Uint8Array<ArrayBuffer>;
  readonly streams: Map<string, Kept>;
  /** How many requests came. */
  requests: number;
  /** A copy as a backup would have it: to put back later. */
  backup(): () => void;
}

const same = { 'cache-control': 'no-store', vary: 'authorization' };
const offsetOf = (place: number) => String(place).padStart(16, '0');

export function createContractRelay(): ContractRelay {
  const streams = new Map<string, Kept>();
  const voucher = new Uint8Array(32).fill(7);
  const waiting = new Map<string, Set<() => void>>();

  /** `signal` is the caller's own: the one of a `Request` may be collected before it is heard. */
  async function answer(request: Request, signal: AbortSignal): Promise<Response> {
    const url = new URL(request.url);
    const [, , , id = '', rest] = url.pathname.split('/');
    const token = textToBytes((request.headers.get('authorization') ?? '').slice(7));
    const verifier = token ? bytesToText(plainHash(token)) : '';
    const kept = streams.get(id);
    if (request.method === 'PUT') return create(request, id, verifier, kept);
    if (!kept) return problem(404);
    if (rest === 'manage') return manage(request, id, kept);
    if (request.method === 'POST') return append(request, id, kept, verifier);
    const until = verifier === kept.read ? null : kept.former.get(verifier);
    if (until === undefined) return problem(404);
    if (request.method === 'HEAD') {
      return done(200, until ?? kept.messages.length, until === null ? kept.counter : null);
    }
    return read(url, signal, id, kept, until);
  }

  function create(request: Request, id: string, verifier: string, kept: Kept | undefined) {
    const [read = '', append = ''] = (request.headers.get('alongside-tokens') ?? '').split('.');
    const manage = textToBytes(request.headers.get('alongside-manage') ?? '');
    if (verifier !== bytesToText(plainHash(voucher)) || !manage) return problem(404);
    if (kept) {
      const asBefore =
        kept.read === read && kept.append === append && sameBytes(kept.manage, manage);
      return asBefore ? done(200, kept.messages.length, null) : problem(404);
    }
    streams.set(id, { messages: [], read, append, manage, counter: 0, former: new Map() });
    return done(201, 0, null);
  }

  async function append(request: Request, id: string, kept: Kept, verifier: string) {
    if (verifier !== kept.append) return problem(404);
    const op = request.headers.get('alongside-manage-op');
    const swap = op === null ? null : signedOperation(request, id, kept, textToBytes(op));
    if (swap === undefined) return problem(404);
    const messages = (await request.json()) as string[];
    if (messages.length > 1000) return problem(413);
    if (swap && !fits(kept, swap)) return moved(kept);
    kept.messages.push(...messages);
    if (swap) swapTokens(kept, swap);
    for (const wake of waiting.get(id) ?? []) wake();
    return done(204, kept.messages.length, null);
  }

  async function manage(request: Request, id: string, kept: Kept) {
    const bytes = new Uint8Array(await request.arrayBuffer());
    const swap = signedOperation(request, id, kept, bytes);
    if (!swap) return problem(404);
    if (!fits(kept, swap)) return moved(kept);
    swapTokens(kept, swap);
    return done(204, kept.messages.length, kept.counter);
  }

  async function read(url: URL, signal: AbortSignal, id: string, kept: Kept, until: number | null) {
    const offset = url.searchParams.get('offset') ?? '-1';
    const from = offset === '-1' ? 0 : Number(offset);
    if (!Number.isSafeInteger(from)) return problem(400);
    if (until !== null && from >= until) return problem(404);
    if (from > kept.messages.length) return problem(410);
    if (url.searchParams.get('live') === 'long-poll' && from === kept.messages.length) {
      await news(id, signal);
      if (from === kept.messages.length) return done(204, from, null);
    }
    const end = Math.min(until ?? Number.POSITIVE_INFINITY, kept.messages.length, from + 100);
    const body = JSON.stringify(kept.messages.slice(from, end));
    const last = end === kept.messages.length ? { 'stream-up-to-date': 'true' } : {};
    const headers = { ...same, 'content-type': 'application/json', ...placed(end), ...last };
    return new Response(body, { headers });
  }

  /** Until something is appended, or whoever waits goes away. */
  function news(id: string, signal: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const wakes = waiting.get(id) ?? new Set();
      const wake = () => {
        wakes.delete(wake);
        resolve();
      };
      waiting.set(id, wakes.add(wake));
      signal.addEventListener('abort', () => {
        wakes.delete(wake);
        reject(new Error('left'));
      });
    });
  }

  const relay: ContractRelay = {
    voucher,
    streams,
    requests: 0,
    fetch: async (input, init) => {
      relay.requests += 1;
      init?.signal?.throwIfAborted();
      return answer(new Request(input, init), init?.signal ?? new AbortController().signal);
    },
    backup() {
      const copy = [...streams].map(([id, kept]) => [
        id,
        { ...kept, messages: [...kept.messages], former: new Map(kept.former) },
      ]);
      return () => {
        streams.clear();
        for (const [id, kept] of copy as [string, Kept][]) streams.set(id, kept);
      };
    },
  };
  return relay;
}

interface Swap {
  readonly counter: number;
  readonly tail: string;
  readonly read: string;
  readonly append: string;
  readonly manage?: string;
}

function signedOperation(request: Request, id: string, kept: Kept, bytes: Uint8Array | null) {
  const sig = textToBytes(request.headers.get('alongside-manage-signature') ?? '');
  const stream = textToBytes(id);
  if (!bytes || !sig || !stream) return undefined;
  if (!verifyNow(kept.manage, sig, concat(contexts.manage, stream, bytes))) return undefined;
  return JSON.parse(new TextDecoder().decode(bytes)) as Swap;
}

function fits(kept: Kept, { counter, tail }: Swap): boolean {
  return counter > kept.counter && tail === offsetOf(kept.messages.length);
}

function swapTokens(kept: Kept, { counter, read, append, manage }: Swap): void {
  kept.former.set(kept.read, kept.messages.length);
  kept.former.delete(read);
  kept.read = read;
  kept.append = append;
  kept.counter = counter;
  const key = manage === undefined ? null : textToBytes(manage);
  if (key) kept.manage = key;
}

function placed(place: number) {
  return { 'stream-next-offset': offsetOf(place) };
}

function done(status: number, place: number, counter: number | null): Response {
  const more = counter === null ? {} : { 'alongside-counter': String(counter) };
  return new Response(null, { status, headers: { ...same, ...placed(place), ...more } });
}

function moved(kept: Kept): Response {
  const counter = { 'alongside-counter': String(kept.counter) };
  return problem(409, { ...placed(kept.messages.length), ...counter });
}

export function problem(status: number, headers: Record<string, string> = {}): Response {
  const body = utf8Bytes(JSON.stringify({ type: 'about:blank', status, title: 'No.' }));
  const all = { ...same, 'content-type': 'application/problem+json', ...headers };
  return new Response(body, { status, headers: all });
}
