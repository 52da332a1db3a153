/**
 * Whom a rate counts against: a keyed hash of an address with a key that lives as long as the process,
 * so that not even a dump of its memory is a list of addresses. Of IPv6, what one household has.
 */
import { hash, randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const salt = randomBytes(16).toString('base64url');

/**
 * The key to count under. A proxy on this machine (or one of `proxies`) is believed about who stands
 * behind it: the last address that it added.
 */
export function addressKey(incoming: IncomingMessage, proxies: ReadonlySet<string>): string {
  const direct = plain(incoming.socket.remoteAddress ?? '');
  const forwarded = incoming.headers['x-forwarded-for'];
  const isProxy = isLoopback(direct) || proxies.has(direct);
  const told = isProxy && typeof forwarded === 'string' ? forwarded.split(',').at(-1)?.trim() : '';
  return hash('sha256', `${salt}${network(told ? plain(told) : direct)}`, 'base64url').slice(0, 16);
}

function plain(address: string): string {
  return address.startsWith('::ffff:') ? address.slice(7) : address;
}

function isLoopback(address: string): boolean {
  return address === '::1' || address.startsWith('127.');
}

/** The first 64 bits of an IPv6 address: the rest is the owner's to change at will. */
function network(address: string): string {
  if (!address.includes(':')) return address;
  const [head = '', tail] = address.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros =
    tail === undefined ? [] : Array(Math.max(0, 8 - before.length - after.length)).fill('0');
  return [...before, ...zeros, ...after].slice(0, 4).join(':');
}
