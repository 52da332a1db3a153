/**
 * The contexts: what a hash, a derived key, a seal or a signature is for. Each is ASCII and ends in
 * a zero byte, so that none is a prefix of another and nothing made for one use can serve another.
 */

import { hkdf } from '@noble/hashes/hkdf.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { type Bytes, concat, utf8Bytes } from './bytes.ts';

const names = [
  'workspace', // the workspace's id
  'kid', // which epoch and stream a message is for
  'entry-key', // the key and commitment of one message
  'entry', // a device's signature over a frame
  'id', // an entry's id
  'log', // the running hash of the stream
  'log0', // and its beginning
  'wraps', // wraps that travel outside the signed frame
  'epoch-commit', // the commitment that names an epoch's key
  'circle-commit', // and a circle's
  'circle-kem', // the seed of a circle's KEM key pair
  'wrap', // an epoch's key, sealed to a device
  'circle-wrap', // a circle's key, sealed to a device
  'keyring', // all keys, sealed to a person's new device
  'welcome', // the state and the epoch's key, sealed to a newcomer
  'box', // the key and commitment of a box
  'capsule', // those of a capsule, and its one-time key sealed to a circle
  'core-team', // the id of the core team's circle
  'only-me', // the id of a person's circle of one
  'stewards', // the id of the stewards' circle
  'name', // a newcomer's name, hidden from the chain
  'join-proof', // an invite key's signature over a newcomer's keys
  'second', // a second person's signature over a change
  'state', // the hash that replicas compare
  'pair', // a new device's signature over its keys, for the device that adds it
  'read', // an epoch's token for reading a stream on a relay
  'append', // and the one for appending
  'manage', // a steward's signature over an operation on a stream
  'manage-key', // the seed of the key it is made with, from the stewards' circle
  'attest',
  'backup',
  'lobby', // a lobby's id, tokens and key
  'words', // the four words that two people compare
  'welcome-by', // a device's signature over the welcome it gives
  'chunks', // the tokens and the key of a checkpoint's chunks
  'part', // the key and commitment of a circle's folded part in a checkpoint
  'share', // a trustee's share, sealed to the device of the person who comes back
  'kit', // the secret of a recovery kit's lobby
  'intake', // keys of a page for people with nothing installed, from the core team's secret
  'visit', // those that its link gives
  'author', // by what the link knows who signs the notice
  'notice', // the author's signature over what the page says
  'reply', // an answer, sealed to a circle
] as const;

export type Context = (typeof names)[number];

export const contexts: Readonly<Record<Context, Bytes>> = Object.fromEntries(
  names.map((name) => [name, utf8Bytes(`alongside/v1/${name}\0`)]),
) as Record<Context, Bytes>;

/** SHA-256 of a context and what follows it. */
export function hash(context: Context, ...parts: readonly Uint8Array[]): Bytes {
  return sha256(concat(contexts[context], ...parts)) as Bytes;
}

/** SHA-256 with no context: only for a wire's own hash. */
export function plainHash(bytes: Uint8Array): Bytes {
  return sha256(bytes) as Bytes;
}

/** HKDF-SHA-256 without salt, where raw keys are at hand. */
export function derive(raw: Uint8Array, context: Context, length: number): Bytes {
  return hkdf(sha256, raw, undefined, contexts[context], length) as Bytes;
}
