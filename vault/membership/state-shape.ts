/**
 * Whether plain CBOR has the shape of a state: every field there, of its kind and its length. A state
 * is read from disks that rot and from backups that anybody may have changed; what it says is judged
 * by others, but nothing that reads it may stumble. Fields beyond these are not looked at.
 */
import { idToBytes, textToBytes } from '../envelope/bytes.ts';
import type { Plain } from '../envelope/cbor-read.ts';
import { isBytes, isCount } from '../envelope/frame.ts';

type Shape = (plain: Plain | undefined) => boolean;

export interface StatePlain {
  readonly [key: string]: Plain;
  readonly essence: { readonly [key: string]: Plain };
}

export function isStatePlain(plain: Plain | undefined): plain is StatePlain {
  return state(plain);
}

const bytes =
  (length: number): Shape =>
  (plain) =>
    isBytes(plain, length);
const someBytes: Shape = (plain) => plain instanceof Uint8Array;
const flag: Shape = (plain) => typeof plain === 'boolean';
const text: Shape = (plain) => typeof plain === 'string';
const id: Shape = (plain) => typeof plain === 'string' && idToBytes(plain) !== null;
const kid: Shape = (plain) => typeof plain === 'string' && textToBytes(plain)?.length === 8;
const role: Shape = (plain) => plain === 'steward' || plain === 'member' || plain === 'guest';
const one: Shape = (plain) => plain === 1;

function orNull(shape: Shape): Shape {
  return (plain) => plain === null || shape(plain);
}

function list(shape: Shape): Shape {
  return (plain) => Array.isArray(plain) && plain.every((item: Plain) => shape(item));
}

function pair(first: Shape, second: Shape): Shape {
  return (plain) =>
    Array.isArray(plain) && plain.length === 2 && first(plain[0]) && second(plain[1]);
}

function triple(first: Shape, second: Shape, third: Shape): Shape {
  return (plain) =>
    Array.isArray(plain) &&
    plain.length === 3 &&
    first(plain[0]) &&
    second(plain[1]) &&
    third(plain[2]);
}

function map(shapes: { readonly [key: string]: Shape }): Shape {
  return (plain) => {
    if (plain === null || typeof plain !== 'object') return false;
    if (plain instanceof Uint8Array || Array.isArray(plain)) return false;
    const fields = plain as { readonly [key: string]: Plain };
    return Object.entries(shapes).every(
      ([key, shape]) => Object.hasOwn(fields, key) && shape(fields[key]),
    );
  };
}

const member = map({ id, role, active: flag });
const invite = map({ id: text, pub: bytes(32), role, open: flag });
const circle = map({
  id,
  generation: isCount,
  members: list(id),
  holders: list(isCount),
  commit: bytes(32),
  kemPub: bytes(32),
  owed: flag,
});
const device = map({
  number: isCount,
  member: id,
  sign: bytes(32),
  kemAlg: one,
  kem: bytes(32),
  active: flag,
  trustees: list(id),
});
/** A device's number is its place. */
const devices: Shape = (plain) =>
  list(device)(plain) &&
  (plain as readonly { readonly number: number }[]).every(({ number }, i) => number === i);

const essence = map({
  workspace: bytes(32),
  incarnation: bytes(32),
  stream: bytes(16),
  n: isCount,
  tip: bytes(32),
  epoch: isCount,
  commit: bytes(32),
  kid,
  head: orNull(bytes(32)),
  last: list(bytes(32)),
  members: list(member),
  devices,
  invites: list(invite),
  circles: list(circle),
  keepEverything: flag,
  version: isCount,
  rotationOwed: flag,
});

const state = map({
  essence,
  viewsFrom: isCount,
  views: list(bytes(16)),
  wires: list(bytes(32)),
  chain: list(pair(someBytes, bytes(64))),
  tokenEpoch: isCount,
  said: isCount,
  confirmed: list(orNull(pair(isCount, isCount))),
  circles: list(triple(id, isCount, list(pair(isCount, someBytes)))),
});
