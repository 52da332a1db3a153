/**
 * S: all that verdicts depend on. Plain data, changed in place by `step` alone. Bytes are the wire's;
 * ids of members, circles and invites are base64url text.
 */

import type { Wrap } from '../log/types.ts';
import type { CircleId, MemberId } from '../types.ts';

export type Role = 'steward' | 'member' | 'guest';

export interface Member {
  readonly id: MemberId;
  role: Role;
  active: boolean;
}

export interface Device {
  /** Order of admission; genesis 0. Never used again. */
  readonly number: number;
  readonly member: MemberId;
  readonly sign: Uint8Array;
  readonly kemAlg: 1;
  readonly kem: Uint8Array;
  active: boolean;
  /** Who may sign a readmission together, where this is a recovery device that was split. */
  readonly trustees: readonly MemberId[];
}

export interface Invite {
  readonly id: string;
  readonly pub: Uint8Array;
  readonly role: Role;
  open: boolean;
}

export interface Circle {
  readonly id: CircleId;
  generation: number;
  members: readonly MemberId[];
  /** Devices that were given this generation's key: by its wraps, or by a holder of the same person. */
  holders: readonly number[];
  commit: Uint8Array;
  kemPub: Uint8Array;
  /** A holder was removed; entries to the circle are rejected until its next generation. */
  owed: boolean;
  /** From this generation on its content can be read: nobody was left who held the one before. */
  begins: number;
  /** The current generation's key as it was sealed to devices: for one that missed the entry. */
  wraps: readonly Wrap[];
}

export interface Policy {
  /** While true: no compaction, trim, expiry of records or shared deletion. */
  keepEverything: boolean;
}

/** Who is here and what they may do. Copied before each chain entry, so that it applies whole or not. */
export interface Membership {
  readonly members: Map<MemberId, Member>;
  readonly devices: Device[];
  readonly invites: Map<string, Invite>;
  readonly circles: Map<CircleId, Circle>;
  policy: Policy;
  /** The format's version; above 1 this application only reads what it has. */
  version: number;
  /** Somebody left or dropped a device; no content until a rotation. */
  rotationOwed: boolean;
}

/** An accepted chain entry, verbatim and without wraps. */
export interface ChainEntry {
  readonly frame: Uint8Array;
  readonly sig: Uint8Array;
}

export interface State {
  /** w, 32 bytes. */
  readonly workspace: Uint8Array;
  /** i, 32 bytes: w, later the id of the compact entry. */
  incarnation: Uint8Array;
  /** 16 bytes. */
  stream: Uint8Array;
  /** Counted messages so far, and H_n. */
  n: number;
  tip: Uint8Array;
  /** The first 16 bytes of H at each position from `viewsFrom` to n. */
  viewsFrom: number;
  views: Uint8Array[];
  epoch: number;
  /** The commitment that names the epoch's key. */
  commit: Uint8Array;
  /** Eight bytes as base64url. */
  kid: string;
  /** SHA-256 of each counted wire of this epoch, base64url. */
  wires: Set<string>;
  /** The id of the last accepted chain entry; null before genesis. */
  head: Uint8Array | null;
  chain: ChainEntry[];
  /** By device number: the id of its last authentic entry; at first the entry that admitted it. */
  last: Uint8Array[];
  membership: Membership;
  /** The epoch whose tokens the relay has, as far as the chain says: the last that a steward began. */
  tokenEpoch: number;
  /** The position of the last message that was more than a heartbeat. */
  said: number;
  /** By device number: the latest view that an entry of the device confirmed, and when it said so. */
  confirmed: (Confirmation | undefined)[];
}

/** An author's view agreed with this replica's up to `viewN`. */
export interface Confirmation {
  readonly viewN: number;
  /** By the author's clock. */
  readonly hlc: number;
}
