/** The servers that speak HTTP: our relay on both stores, the protocol's reference, and a floor. */
import { hash } from 'node:crypto';
import { startServer } from '../servers/start.ts';
import { voucher } from '../servers/voucher.ts';
import { type HttpPlace, httpStream } from './http-stream.ts';
import type { Peer } from './peer.ts';

type Make = (address: string, name: string) => Promise<HttpPlace>;

export const sqlite: Peer = {
  ack: 'on disk: WAL with synchronous=FULL, a commit for all that came together',
  start: () => start('alongside', [], byToken),
};

export const postgres: Peer = {
  ack: 'on disk: PostgreSQL with fsync and synchronous_commit',
  start: () => start('alongside', ['postgres'], byToken),
};

export const reference: Peer = {
  ack: 'on disk: fdatasync of its file, then LMDB',
  start: () => start('reference', [], openly),
};

export const floor: Peer = {
  ack: 'on disk: one fdatasync for all that came together',
  start: () => start('floor', [], async (address) => openPlace(address, '/log')),
};

async function start(server: 'alongside' | 'reference' | 'floor', more: string[], make: Make) {
  const { address, taken, stop, remove } = await startServer(server, more);
  return {
    stream: async (name: string) => httpStream(await make(address, name)),
    taken,
    async stop() {
      await stop();
      remove();
    },
  };
}

/** A stream of the token profile, made with a voucher. */
async function byToken(address: string, name: string): Promise<HttpPlace> {
  const bytes = (what: string) => hash('sha256', `${what} ${name}`, 'buffer');
  const verifier = (what: string) => hash('sha256', bytes(what), 'base64url');
  const bearer = (token: Uint8Array) => ({ authorization: `Bearer ${base64url(token)}` });
  const path = `/v1/stream/${base64url(bytes('name').subarray(0, 16))}`;
  const made = await fetch(`${address}${path}`, {
    method: 'PUT',
    headers: {
      ...bearer(voucher),
      'content-type': 'application/json',
      'alongside-tokens': `${verifier('read')}.${verifier('append')}`,
      'alongside-manage': manageKey,
    },
  });
  if (made.status !== 201) throw new Error(`No stream: ${made.status}`);
  const live = '?offset=now&live=sse';
  return {
    address,
    path,
    live,
    toRead: bearer(bytes('read')),
    toAppend: bearer(bytes('append')),
  };
}

async function openly(address: string, name: string): Promise<HttpPlace> {
  const headers = { 'content-type': 'application/json' };
  const made = await fetch(`${address}/${name}`, { method: 'PUT', headers });
  if (made.status !== 201) throw new Error(`No stream: ${made.status}`);
  return openPlace(address, `/${name}`);
}

function openPlace(address: string, path: string): HttpPlace {
  return { address, path, live: '?offset=now&live=sse', toRead: {}, toAppend: {} };
}

/** Somebody's public key: nothing is managed here. */
const manageKey = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';

function base64url(bytes: Uint8Array): string {
  return bytes.toBase64({ alphabet: 'base64url', omitPadding: true });
}
