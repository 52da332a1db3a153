/**
 * Manage operations: what the stewards of a workspace sign. The signature is over the bytes as they
 * arrived, with a context and the stream's name before them, so that an operation is good for one
 * stream only; its counter, which the store compares, makes it good once.
 */
import { createPublicKey, type KeyObject, verify } from 'node:crypto';
import type { ManageOp, Store, StreamState } from '../store/store.ts';
import { isTrouble } from '../store/store.ts';
import { positionFrom } from '../stream/offsets.ts';
import { keyFrom } from './keys.ts';

const context = Buffer.from('alongside/v1/manage\0');
/** An operation is a few hundred bytes. */
export const operationBytes = 4096;
const signature = /^[A-Za-z0-9_-]{85}[AQgw]$/;

/** Somebody's key, so that looking at an unknown stream takes as long as looking at a known one. */
const nobodysKey = Buffer.from(
  'd75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a',
  'hex',
);

/**
 * Whether `bytes` were signed with the manage key of this stream, or of its parent where it has none.
 * `state` is undefined for a stream that is not there: then never.
 */
export async function isSigned(
  store: Store,
  id: string,
  state: StreamState | undefined,
  bytes: Uint8Array,
  signed: string | undefined,
): Promise<boolean> {
  const given = signature.test(signed ?? '')
    ? Buffer.from(signed as string, 'base64url')
    : undefined;
  const own = state?.access?.manage ?? null;
  const parent = own === null && state?.parent ? await store.find(state.parent) : undefined;
  const inherited = parent && !isTrouble(parent) && 'access' in parent ? parent.access : null;
  const key = own ?? inherited?.manage ?? null;
  const message = Buffer.concat([context, Buffer.from(id, 'base64url'), bytes]);
  const isGood = verify(null, message, publicKey(key ?? nobodysKey), given ?? Buffer.alloc(64));
  return isGood && key !== null && given !== undefined;
}

/** Whether 32 bytes can be a manage key. */
export function isManageKey(key: Uint8Array): boolean {
  try {
    publicKey(key);
    return true;
  } catch {
    return false;
  }
}

function publicKey(key: Uint8Array): KeyObject {
  const x = Buffer.from(key).toString('base64url');
  return createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' });
}

/**
 * Reads an operation. `now` and `expiryMilliseconds` bound an expiry. Undefined where it is anything
 * else than one of the operations with exactly its members.
 */
export function readOperation(
  bytes: Uint8Array,
  now: number,
  expiryMilliseconds: number,
): ManageOp | undefined {
  const given = parsed(bytes);
  if (!given || !isCount(given.counter) || given.counter === 0) return undefined;
  const { counter } = given;
  switch (given.op) {
    case 'delete':
      return hasOnly(given, ['op', 'counter']) ? { op: 'delete', counter } : undefined;
    case 'expire': {
      if (!hasOnly(given, ['op', 'counter', 'at']) || !isCount(given.at)) return undefined;
      const at = given.at * 1000;
      return at <= now + expiryMilliseconds ? { op: 'expire', counter, at } : undefined;
    }
    case 'trim': {
      const before = positionFrom(textOf(given.before));
      return hasOnly(given, ['op', 'counter', 'before']) && before !== undefined
        ? { op: 'trim', counter, before }
        : undefined;
    }
    case 'swap':
      return readSwap(given, counter);
    default:
      return undefined;
  }
}

function readSwap(given: Record<string, unknown>, counter: number): ManageOp | undefined {
  const hasKey = 'manage' in given;
  const members = ['op', 'counter', 'tail', 'read', 'append', ...(hasKey ? ['manage'] : [])];
  const tail = positionFrom(textOf(given.tail));
  const read = keyFrom(textOf(given.read));
  const append = keyFrom(textOf(given.append));
  const manage = hasKey ? keyFrom(textOf(given.manage)) : null;
  if (!hasOnly(given, members) || tail === undefined || !read || !append) return undefined;
  if (manage === undefined || (manage && !isManageKey(manage))) return undefined;
  return { op: 'swap', counter, tail, read, append, manage };
}

function parsed(bytes: Uint8Array): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined;
  }
}

function hasOnly(given: Record<string, unknown>, members: readonly string[]): boolean {
  const names = Object.keys(given);
  return names.length === members.length && members.every((name) => Object.hasOwn(given, name));
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
