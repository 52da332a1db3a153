/**
 * Who may read and who may append, by token. Tokens are compared as their hashes and in constant
 * time, and a request with a wrong one takes the steps that a request for an unknown stream takes.
 */
import { timingSafeEqual } from 'node:crypto';
import type { Position, Store, StreamState, WriteTrouble } from '../store/store.ts';
import { isTrouble, keyBytes } from '../store/store.ts';

/** A stream, and how far this token reads it: null for to the end. */
export interface Granted {
  readonly state: StreamState;
  readonly until: Position | null;
}

export interface NotAllowed {
  readonly type: 'NotAllowed';
}

const notAllowed: NotAllowed = { type: 'NotAllowed' };
const nobodys = { read: new Uint8Array(keyBytes), append: new Uint8Array(keyBytes) };

/**
 * Looks whether the token with this verifier may read the stream. The token before a swap reads up to
 * that swap, so that who was away can walk from one to the next.
 */
export async function mayRead(
  store: Store,
  id: string,
  verifier: Uint8Array,
): Promise<Granted | NotAllowed | WriteTrouble> {
  const state = await store.find(id);
  if (isTrouble(state)) return state;
  const access = 'type' in state ? null : state.access;
  const isCurrent = timingSafeEqual((access ?? nobodys).read, verifier);
  if (access && isCurrent) return { state: state as StreamState, until: null };
  const until = await store.formerReader(id, verifier);
  if (isTrouble(until)) return until;
  return access && until !== undefined ? { state: state as StreamState, until } : notAllowed;
}

/** Looks whether the token with this verifier may append to the stream. */
export async function mayAppend(
  store: Store,
  id: string,
  verifier: Uint8Array,
): Promise<Granted | NotAllowed | WriteTrouble> {
  const state = await store.find(id);
  if (isTrouble(state)) return state;
  const access = 'type' in state ? null : state.access;
  const isCurrent = timingSafeEqual((access ?? nobodys).append, verifier);
  return access && isCurrent ? { state: state as StreamState, until: null } : notAllowed;
}
