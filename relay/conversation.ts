/**
 * For tests: a relay that is started over a folder of its own, and the few requests that a member's
 * device makes, so that a test reads as a conversation in HTTP.
 */
import { generateKeyPairSync, hash, type KeyObject, sign } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Served, type ServeOptions, serve } from './serve.ts';
import { isCannotOpen, openStore } from './store/open.ts';
import type { Store, StoreSurroundings } from './store/store.ts';
import { machine, type Surroundings } from './surroundings.ts';

export interface Started {
  /** Without the slash at its end. */
  readonly address: string;
  readonly store: Store;
  readonly folder: string;
  /** A voucher for many streams. */
  readonly voucher: string;
  stop(): Promise<void>;
}

/**
 * Starts a relay, over a folder of its own unless a folder or a database is given. What it needs of the
 * machine is the machine's own, unless it is given.
 */
export async function startRelay(
  options: ServeOptions &
    Partial<StoreSurroundings> & { folder?: string; database?: string; port?: number } = {},
): Promise<Started> {
  const { database } = options;
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'alongside-relay-'));
  const { now } = options.surroundings ?? machine;
  const store = await openStore(database === undefined ? { folder } : { database }, {
    now,
    onFatal: (reason) => {
      throw new Error(reason);
    },
    ...options,
  });
  if (isCannotOpen(store)) throw new Error(store.type);
  const voucher = bytesOf('a voucher');
  await store.addVoucher({
    hash: hash('sha256', voucher, 'buffer'),
    streams: 1000,
    quota: { bytes: 64 * 1024 * 1024, children: 100 },
  });
  const served = await serve(null, options.port ?? 0, { ...options, store });
  if ('type' in served) throw new Error(served.type);
  return {
    address: served.address.slice(0, -1),
    store,
    folder,
    voucher: voucher.toString('base64url'),
    stop: () => end(served, store, options.folder === undefined ? folder : undefined),
  };
}

async function end(served: Served, store: Store, folder: string | undefined): Promise<void> {
  await served.stop();
  await store.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
}

/** 32 bytes that one word makes. */
export function bytesOf(word: string): Buffer {
  return hash('sha256', word, 'buffer');
}

/** The token that a word makes, and its verifier, as they are written. */
export function token(word: string) {
  const bytes = bytesOf(`token ${word}`);
  return {
    token: bytes.toString('base64url'),
    verifier: hash('sha256', bytes, 'base64url'),
  };
}

/** A stream's name that a word makes. */
export function nameOf(word: string): string {
  return bytesOf(`name ${word}`).subarray(0, 16).toString('base64url');
}

/** A pair of manage keys. */
export function manageKeys() {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  return { publicKey: String(publicKey.export({ format: 'jwk' }).x), privateKey };
}

export type Keys = ReturnType<typeof manageKeys>;

/** What stands in `Alongside-Manage-Signature`. */
export function signature(id: string, operation: string, key: KeyObject): string {
  const message = Buffer.concat([
    Buffer.from('alongside/v1/manage\0'),
    Buffer.from(id, 'base64url'),
    Buffer.from(operation),
  ]);
  return sign(null, message, key).toString('base64url');
}

export interface TriedStream {
  readonly id: string;
  readonly url: string;
  readonly keys: Keys;
  put(headers?: Record<string, string>): Promise<Response>;
  post(messages: unknown, headers?: Record<string, string>): Promise<Response>;
  get(query?: string, headers?: Record<string, string>, signal?: AbortSignal): Promise<Response>;
  head(headers?: Record<string, string>): Promise<Response>;
  manage(operation: object, key?: KeyObject): Promise<Response>;
  /** The headers that make an append a swap to the tokens of another word. */
  swap(counter: number, tail: string, word: string, more?: object): Record<string, string>;
}

/**
 * A stream whose name and tokens one word makes: `read` and `append` of that word. Its requests carry
 * the right token unless a header says otherwise.
 */
export function streamOf(relay: Pick<Started, 'address' | 'voucher'>, word: string): TriedStream {
  const id = nameOf(word);
  const url = `${relay.address}/v1/stream/${id}`;
  const keys = manageKeys();
  const bearer = (of: string) => ({ authorization: `Bearer ${token(of).token}` });
  return {
    id,
    url,
    keys,
    put: (headers) =>
      fetch(url, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${relay.voucher}`,
          'content-type': 'application/json',
          'alongside-tokens': verifiers(word),
          'alongside-manage': keys.publicKey,
          ...headers,
        },
      }),
    post: (messages, headers) =>
      fetch(url, {
        method: 'POST',
        headers: {
          ...bearer(`append ${word}`),
          'content-type': 'application/json',
          ...headers,
        },
        body: typeof messages === 'string' ? messages : JSON.stringify(messages),
      }),
    get: (query = '', headers = {}, signal) =>
      fetch(`${url}${query}`, {
        headers: { ...bearer(`read ${word}`), ...headers },
        ...(signal && { signal }),
      }),
    head: (headers) =>
      fetch(url, { method: 'HEAD', headers: { ...bearer(`read ${word}`), ...headers } }),
    manage(operation, key = keys.privateKey) {
      const text = JSON.stringify(operation);
      return fetch(`${url}/manage`, {
        method: 'POST',
        headers: { 'alongside-manage-signature': signature(id, text, key) },
        body: text,
      });
    },
    swap(counter, tail, next, more = {}) {
      const [read, append] = verifiers(next).split('.');
      const text = JSON.stringify({ op: 'swap', counter, tail, read, append, ...more });
      return {
        'alongside-manage-op': Buffer.from(text).toString('base64url'),
        'alongside-manage-signature': signature(id, text, keys.privateKey),
      };
    },
  };
}

/** The two verifiers that a word makes, as `Alongside-Tokens` has them. */
export function verifiers(word: string): string {
  return `${token(`read ${word}`).verifier}.${token(`append ${word}`).verifier}`;
}

/** The header with the token of a role and a word, such as `read` and `main`. */
export function as(role: 'read' | 'append', word: string): Record<string, string> {
  return { authorization: `Bearer ${token(`${role} ${word}`).token}` };
}

/** A message of so many bytes, as it travels. */
export function message(text: string, bytes = 60): string {
  return Buffer.alloc(bytes, text).toString('base64url');
}

/** A clock that moves when it is told; what waits runs when its time comes. */
export function toldClock(began = Date.UTC(2027, 0, 4)): Surroundings & { tick(by: number): void } {
  let now = began;
  const waiting = new Set<{ readonly at: number; readonly call: () => void }>();
  return {
    now: () => now,
    after(milliseconds, call) {
      const one = { at: now + milliseconds, call };
      waiting.add(one);
      return () => void waiting.delete(one);
    },
    tick(by) {
      const end = now + by;
      while (true) {
        const next = [...waiting].sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        now = Math.max(now, next.at);
        waiting.delete(next);
        next.call();
      }
      now = end;
    },
  };
}

/** One event of an event stream: its name and its data, parsed. */
export interface HeardEvent {
  readonly event: string;
  readonly data: unknown;
}

/**
 * Listens to an answer with events. `until` waits until something holds of all that was heard; `ended`
 * is resolved when the relay ends it.
 */
export function listenTo(answer: Response) {
  const heard: HeardEvent[] = [];
  let text = '';
  let wake = () => {};
  let isOver = false;
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const bytes of answer.body ?? []) {
      text += decoder.decode(bytes, { stream: true });
      for (let at = text.indexOf('\n\n'); at >= 0; at = text.indexOf('\n\n')) {
        const event = eventIn(text.slice(0, at));
        if (event) heard.push(event);
        text = text.slice(at + 2);
      }
      wake();
    }
  })().finally(() => {
    isOver = true;
    wake();
  });
  return {
    heard,
    ended,
    /** All messages so far. */
    messages: () =>
      heard.flatMap(({ event, data }) => (event === 'data' ? (data as string[]) : [])),
    async until(holds: () => boolean): Promise<void> {
      while (!holds()) {
        if (isOver) throw new Error('the events ended before');
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      }
    },
  };
}

function eventIn(block: string): HeardEvent | undefined {
  const lines = block.split('\n');
  const event = lines.find((line) => line.startsWith('event: '))?.slice(7);
  const data = lines.flatMap((line) => (line.startsWith('data:') ? [line.slice(5)] : []));
  return event === undefined ? undefined : { event, data: JSON.parse(data.join('\n')) };
}

/**
 * Sends bytes as they are on a connection of their own and gives what comes back until the relay ends the
 * connection, or until `isEnough` says so.
 */
export function exchangeBytes(
  address: string,
  bytes: string,
  isEnough: (received: string) => boolean = () => false,
): Promise<string> {
  const socket = connect(Number(new URL(address).port), 'localhost');
  let received = '';
  return new Promise((resolve) => {
    const done = () => {
      socket.destroy();
      resolve(received);
    };
    socket.on('data', (piece) => {
      received += piece.toString('latin1');
      if (isEnough(received)) done();
    });
    socket.on('end', done);
    socket.on('close', done);
    socket.on('error', done);
    socket.write(bytes, 'latin1');
  });
}

/** The statuses of all answers in what came back. */
export function statusesIn(received: string): number[] {
  return [...received.matchAll(/^HTTP\/1\.1 (\d{3}) /gm)].map(([, status]) => Number(status));
}
