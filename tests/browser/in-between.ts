/**
 * Something between the browser and the server, on loopback: it passes everything on, until it is told to
 * answer requests to streams in some other way, as networks and tired servers do.
 */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** Answers a request to a stream itself; `passOn` gives the server's answer instead. */
export type Between = (
  asked: IncomingMessage,
  answer: ServerResponse,
  passOn: () => void,
) => void | Promise<void>;

export interface InBetween {
  /** With a slash at its end, as the server's own. */
  readonly address: string;
  between: Between;
  stop(): Promise<void>;
}

export const passesOn: Between = (_, __, passOn) => passOn();

export async function startInBetween(to: string): Promise<InBetween> {
  const sockets = new Set<Socket>();
  const server = createServer((asked, answer) => {
    const passOn = () => relayed(to, asked, answer);
    if (asked.url?.startsWith('/v1/stream')) void made.between(asked, answer, passOn);
    else passOn();
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => {});
  });
  server.listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const made: InBetween = {
    address: `http://localhost:${port}/`,
    between: passesOn,
    async stop() {
      const closed = once(server, 'close');
      server.close();
      for (const socket of sockets) socket.destroy();
      await closed;
    },
  };
  return made;
}

function relayed(to: string, asked: IncomingMessage, answer: ServerResponse): void {
  const { hostname, port, host } = new URL(to);
  const { method, url: path, headers } = asked;
  const passed = request(
    { hostname, port, method, path, headers: { ...headers, host } },
    (response) => {
      answer.writeHead(response.statusCode ?? 502, response.headers);
      response.pipe(answer);
    },
  );
  // Whoever asked has gone, or the server has.
  passed.on('error', () => answer.destroy());
  answer.on('close', () => passed.destroy());
  asked.pipe(passed);
}
