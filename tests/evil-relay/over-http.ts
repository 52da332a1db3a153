/**
 * The evil relay over HTTP, on loopback: speaks the relay's contract (an honest relay in memory is
 * behind it), and does to each answer what it is told. Every request is written down as it came.
 *
 *   const evil = await startEvilRelay();
 *   const { amina } = await people(evil, 'amina');
 *   evil.trick = redirectTo(elsewhere.server);      // from the next request on
 *   evil.trick = honest;
 *   await evil.stop();
 *
 * A trick is given the request and the honest answer, which is made only if it asks for it, and gives
 * an answer, or takes the connection itself. `tricks.ts` has a dozen.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { type ContractRelay, createContractRelay } from '../../vault/testing/contract-relay.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

export interface Asked {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  /** As they came: name, value, name, value. */
  readonly rawHeaders: readonly string[];
  readonly body: Buffer;
  /** From 1. */
  readonly nth: number;
}

/** Writes what it likes, as long as it likes; `socket` is the connection itself. */
export type Takes = (response: ServerResponse, socket: Socket) => void | Promise<void>;

export type Trick = (asked: Asked, honestly: () => Promise<Answer>) => Promise<Answer | Takes>;

export interface EvilServer {
  /** Where it is, without a slash at the end. */
  readonly server: string;
  readonly fetch: typeof fetch;
  readonly voucher: Uint8Array;
  /** The honest relay behind it: streams can be taken away, put back, cut. */
  readonly relay: ContractRelay;
  trick: Trick;
  readonly seen: Asked[];
  /** Bytes written to connections since it started. */
  sent(): number;
  stop(): Promise<void>;
}

export const honest: Trick = (_, honestly) => honestly();

export async function startEvilRelay(): Promise<EvilServer> {
  const relay = createContractRelay();
  const seen: Asked[] = [];
  const sockets = new Set<Socket>();
  let written = 0;
  const http = createServer(async (request, response) => {
    const body = Buffer.concat(await request.toArray());
    const { method = 'GET', url = '/', rawHeaders } = request;
    const asked: Asked = { method, url, rawHeaders, body, nth: seen.length + 1 };
    seen.push(asked);
    const gone = new AbortController();
    response.on('close', () => gone.abort());
    try {
      const made = await evil.trick(asked, () => passOn(relay, request, body, gone.signal));
      if (typeof made === 'function') await made(response, request.socket);
      else response.writeHead(made.status, { ...made.headers }).end(made.body);
    } catch (error) {
      // Whoever asked has gone while the relay waited for news.
      if (!gone.signal.aborted) throw error;
    }
  });
  http.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('error', () => {});
    socket.on('close', () => {
      written += socket.bytesWritten;
      sockets.delete(socket);
    });
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  const { port } = http.address() as AddressInfo;
  const evil: EvilServer = {
    server: `http://127.0.0.1:${port}`,
    fetch,
    voucher: relay.voucher,
    relay,
    trick: honest,
    seen,
    sent: () => [...sockets].reduce((sum, { bytesWritten }) => sum + bytesWritten, written),
    async stop() {
      const closed = once(http, 'close');
      http.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return evil;
}

async function passOn(
  relay: ContractRelay,
  { method = 'GET', url = '/', headers: came }: IncomingMessage,
  body: Buffer,
  signal: AbortSignal,
): Promise<Answer> {
  // Nobody waits here for news: whoever would is told at once that there is none yet.
  const asked = url.replace('&live=long-poll', '');
  const answer = await relay.fetch(`http://relay.invalid${asked}`, {
    method,
    signal,
    headers: Object.entries(came).flatMap(([name, value]) =>
      typeof value === 'string' && name !== 'host' && name !== 'connection' ? [[name, value]] : [],
    ) as [string, string][],
    ...(method === 'GET' || method === 'HEAD' ? {} : { body: new Uint8Array(body) }),
  });
  const headers = Object.fromEntries(answer.headers);
  const content = Buffer.from(await answer.arrayBuffer());
  const noNews = asked !== url && answer.status === 200 && content.toString() === '[]';
  if (noNews) return { status: 204, headers, body: Buffer.alloc(0) };
  return { status: answer.status, headers, body: content };
}
