/**
 * Puts the server together and listens. It binds to this machine only unless it is told otherwise:
 * other devices reach it through a proxy with TLS, or by its own certificate, without which
 * browsers give no cryptography.
 */
import { existsSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { getRequestListener } from '@hono/node-server';
import { type Limits, usualLimits } from './access/limits.ts';
import { createRates, startForgetting } from './access/rates.ts';
import { createApp } from './app.ts';
import { createCounts } from './counts.ts';
import { readBuiltFiles } from './files/built-files.ts';
import { openProfile } from './open/open-profile.ts';
import type { Store } from './store/store.ts';
import { handleStreams, streamsPath } from './stream/handler.ts';
import { createLive } from './stream/live.ts';
import { tokenProfile } from './stream/token-profile.ts';
import { machine, type Surroundings } from './surroundings.ts';
import { startSweeping } from './sweeping.ts';

export interface Served {
  /** The address to open, such as `http://localhost:8420/`. */
  readonly address: string;
  /**
   * Takes no new requests, sends live readers away, lets what was begun be finished, and closes what is
   * left open after some seconds. The store is the caller's to close.
   */
  stop(): Promise<void>;
}

export type CannotServe =
  | { readonly type: 'PortTaken'; readonly port: number }
  | { readonly type: 'PortNotAllowed'; readonly port: number }
  | { readonly type: 'HostNotHere'; readonly host: string }
  | { readonly type: 'BadCertificate' }
  | { readonly type: 'OpenElsewhere'; readonly host: string }
  | { readonly type: 'NothingBuilt'; readonly folder: string };

export interface ServeOptions {
  /** The address or name to bind to; this machine only where it is left out. */
  readonly host?: string;
  /** Where streams are kept; without it there are none. */
  readonly store?: Store;
  /**
   * Who may do what. `token`, the usual one: by the tokens that a stream was made with. `open`: anyone
   * may do anything, for development and the protocol's own tests; on this machine only.
   */
  readonly access?: 'token' | 'open';
  /** A certificate and its key, in PEM. */
  readonly tls?: { readonly cert: Buffer; readonly key: Buffer };
  readonly limits?: Partial<Limits>;
  /** Addresses of proxies that are believed about who stands behind them. */
  readonly proxies?: readonly string[];
  readonly surroundings?: Surroundings;
}

const thisMachine = 'localhost';

/** A host as addresses have it; whoever listens everywhere is reached here by this machine's name. */
function named(host: string): string {
  if (host === '0.0.0.0' || host === '::') return thisMachine;
  return host.includes(':') ? `[${host}]` : host;
}

function isThisMachine(host: string): boolean {
  return host === thisMachine || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

const patience = 5_000;

/**
 * Serves the built application in `folder` (none where it is null) and the streams of a store. Port 0
 * takes any free port.
 */
export async function serve(
  folder: string | null,
  port: number,
  options: ServeOptions = {},
): Promise<Served | CannotServe> {
  const { host = thisMachine, access = 'token', tls, surroundings = machine } = options;
  if (access === 'open' && !isThisMachine(host)) return { type: 'OpenElsewhere', host };
  const limits = { ...usualLimits, ...options.limits };
  const server = makeServer(tls, limits);
  if (!server) return { type: 'BadCertificate' };
  const refused = await listen(server, host, port);
  if (refused) return refused;
  if (folder !== null && !existsSync(join(folder, 'headers.json'))) {
    server.close();
    return { type: 'NothingBuilt', folder };
  }
  const relay = options.store && relayOver(options.store, limits, surroundings, options.proxies);
  const profile = access === 'open' ? openProfile : tokenProfile;
  const files = folder === null ? undefined : readBuiltFiles(folder);
  const rest = getRequestListener(
    createApp({ ...(files && { files }), ...(relay && { relay }) }).fetch,
  );
  server.on('request', (incoming, outgoing) => {
    const isForStreams = incoming.url?.startsWith(streamsPath);
    if (relay && isForStreams) handleStreams(relay, profile, incoming, outgoing);
    else rest(incoming, outgoing);
  });
  const stopSweeping = options.store && startSweeping(options.store, surroundings);
  const stopForgetting = relay && startForgetting(Object.values(relay.rates), surroundings);
  const { port: taken } = server.address() as AddressInfo;
  return {
    address: `http${tls ? 's' : ''}://${named(host)}:${taken}/`,
    stop: () => {
      stopSweeping?.();
      stopForgetting?.();
      const closed = new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
      relay?.live.stop();
      const idle = setInterval(() => server.closeIdleConnections(), 20);
      const late = setTimeout(() => server.closeAllConnections(), relay ? patience : 0);
      return closed.finally(() => {
        clearInterval(idle);
        clearTimeout(late);
      });
    },
  };
}

function relayOver(
  store: Store,
  limits: Limits,
  surroundings: Surroundings,
  proxies: readonly string[] = [],
) {
  const counts = createCounts();
  return {
    store,
    surroundings,
    limits,
    rates: {
      appends: createRates(limits.appends),
      creations: createRates(limits.creations),
      childAppends: createRates(limits.childAppends),
      manages: createRates(limits.manages),
    },
    live: createLive(store, limits, counts),
    counts,
    proxies: new Set(proxies),
  };
}

/** Slow requests are cut: headers after ten seconds, the whole after thirty. */
function makeServer(tls: ServeOptions['tls'], limits: Limits): Server | undefined {
  const settings = {
    requestTimeout: 30_000,
    headersTimeout: 10_000,
    keepAliveTimeout: 30_000,
    connectionsCheckingInterval: 1_000,
    maxHeaderSize: 16_384,
  };
  try {
    const server = tls
      ? createTlsServer({ ...settings, ...tls, minVersion: 'TLSv1.2' })
      : createServer(settings);
    server.maxConnections = limits.readers + 2_000;
    return server;
  } catch {
    return undefined;
  }
}

function listen(server: Server, host: string, port: number): Promise<CannotServe | undefined> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve({ type: 'PortTaken', port });
      else if (error.code === 'EACCES') resolve({ type: 'PortNotAllowed', port });
      else if (error.code === 'ENOTFOUND' || error.code === 'EADDRNOTAVAIL') {
        resolve({ type: 'HostNotHere', host });
      } else reject(error);
    });
    server.listen(port, host, () => resolve(undefined));
  });
}
