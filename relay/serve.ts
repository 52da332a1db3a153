/**
 * Listens on a port and answers with the application's files. Binds to this machine only: other
 * devices reach it through a proxy with TLS, without which browsers give no cryptography.
 */
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { createApp } from './app.ts';
import { readBuiltFiles } from './files/built-files.ts';

export interface Served {
  /** The address to open, such as `http://localhost:8420/`. */
  readonly address: string;
  /** Stops taking requests and closes what is open. */
  stop(): Promise<void>;
}

export type CannotServe =
  | { readonly type: 'PortTaken'; readonly port: number }
  | { readonly type: 'PortNotAllowed'; readonly port: number }
  | { readonly type: 'NothingBuilt'; readonly folder: string };

/**
 * Serves the built application in `folder`. Port 0 takes any free port. Refuses when the port is
 * taken or may not be used, or when no application is built there.
 */
export async function serve(folder: string, port: number): Promise<Served | CannotServe> {
  const server = createServer({
    requestTimeout: 30_000,
    headersTimeout: 10_000,
    connectionsCheckingInterval: 5_000,
    maxHeaderSize: 16_384,
  });
  const refused = await listen(server, port);
  if (refused) return refused;
  if (!existsSync(join(folder, 'headers.json'))) {
    server.close();
    return { type: 'NothingBuilt', folder };
  }
  server.on('request', getRequestListener(createApp(readBuiltFiles(folder)).fetch));
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http://localhost:${taken}/`,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<CannotServe | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ type: 'PortTaken', port });
      else if (error.code === 'EACCES') resolve({ type: 'PortNotAllowed', port });
      else reject(error);
    });
    server.listen(port, 'localhost', () => resolve(undefined));
  });
}
