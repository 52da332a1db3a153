/**
 * Somewhere else: a second address on loopback that counts whatever reaches it, over TCP and UDP.
 * Attacks of `policy.spec.ts` try to send something there.
 */
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface Elsewhere {
  /** Such as `http://127.0.0.1:41235`, for attacks to add a path to. */
  readonly address: string;
  /** Such as `stun:127.0.0.1:41235`. */
  readonly stun: string;
  /** The first part of each path that was asked for, without repeats; `udp` for a datagram. */
  arrived(): readonly string[];
  stop(): Promise<void>;
}

/** Listens, and answers every request with an empty page that has no policy. */
export async function listenElsewhere(): Promise<Elsewhere> {
  const arrived = new Set<string>();
  const server = createServer((request, response) => {
    arrived.add(request.url?.split('/')[1] ?? '');
    response.writeHead(200, { 'Content-Type': 'text/html', 'Access-Control-Allow-Origin': '*' });
    response.end('<!doctype html><title>Elsewhere</title>');
  });
  server.on('upgrade', (request, socket) => {
    arrived.add(request.url?.split('/')[1] ?? '');
    socket.destroy();
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const datagrams = createSocket('udp4');
  datagrams.on('message', () => arrived.add('udp'));
  datagrams.bind(0, '127.0.0.1');
  await once(datagrams, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    stun: `stun:127.0.0.1:${datagrams.address().port}`,
    arrived: () => [...arrived].filter((name) => name !== '' && name !== 'favicon.ico').sort(),
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await new Promise<void>((resolve) => datagrams.close(resolve));
    },
  };
}
