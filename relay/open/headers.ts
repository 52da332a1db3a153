/** What requests of the open profile say in their headers. */
import type { IncomingHttpHeaders } from 'node:http';

/** Whether a request asks for what is not offered here: forks and producers. */
export function asksForMore(headers: IncomingHttpHeaders): boolean {
  return Object.keys(headers).some(
    (name) => name.startsWith('stream-fork') || name.startsWith('producer-'),
  );
}

/** Only `true` says it, in any case of letters. */
export function saysClosed(headers: IncomingHttpHeaders): boolean {
  return one(headers['stream-closed'])?.toLowerCase() === 'true';
}

/** How long a stream is to live. */
export interface Lifetime {
  readonly ttl: number | null;
  readonly expiresAt: number | null;
}

/** Undefined where it is malformed or said twice. */
export function lifetimeIn(headers: IncomingHttpHeaders, now: number): Lifetime | undefined {
  const ttl = one(headers['stream-ttl']);
  const at = one(headers['stream-expires-at']);
  if (ttl !== undefined && at !== undefined) return undefined;
  if (ttl !== undefined) {
    if (!/^(0|[1-9]\d{0,9})$/.test(ttl)) return undefined;
    return { ttl: Number(ttl), expiresAt: now + Number(ttl) * 1000 };
  }
  if (at === undefined) return { ttl: null, expiresAt: null };
  const isDate = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i.test(at);
  const expiresAt = isDate ? Date.parse(at) : Number.NaN;
  return Number.isNaN(expiresAt) ? undefined : { ttl: null, expiresAt };
}

export function one(value: string | string[] | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
