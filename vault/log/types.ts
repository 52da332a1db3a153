/**
 * The log's public types: the stream it reads and writes, what `open` finds in a message, what
 * `step` decides, and what a replica hands on. The functions with these names are in the files of
 * the same name in this folder; `replica.ts` puts them together.
 *
 *   open(wire, keys: OpenKeys): Promise<Opened>      asynchronous, decides nothing
 *   step(state, opened): Verdict                     synchronous, deterministic, never throws
 *   createReplica(start: ReplicaStart): Replica      reads, writes, and hands on in order
 */

import type { CheckpointEntry } from '../checkpoint/reference.ts';
import type { Box } from '../circles/box.ts';
import type { Capsule } from '../circles/capsule.ts';
import type { CircleGeneration } from '../circles/generation.ts';
import type { EntryParts, Frame, Wire, Wrap } from '../envelope/types.ts';
import type { CircleSecret, Clock, Keyring, Random, Secret } from '../identity/types.ts';
import type { Change } from '../membership/changes/index.ts';
import type { State } from '../membership/state.ts';
import type { Accepted, Audience, CircleId, MemberId, OpRun } from '../types.ts';
import type { Ops } from './ops.ts';
import type { ChainWish, SendOutcome, WishOutcome } from './wishes.ts';

export type { Frame, Wire, Wrap };

/** Where a reader is in a stream. Opaque: only the stream that gave it can read it. '' is the start. */
export type Offset = string;

export interface Batch {
  readonly wires: readonly Wire[];
  /** Where to read on after these. */
  readonly next: Offset;
  /**
   * True where nothing stood behind these when they were asked for: there is no need to ask again. To be
   * looked at once they were stepped: they may bring keys without which more could not be seen.
   */
  readonly atEnd?: boolean;
  /**
   * Called once the messages were stepped, with which of them counted; shorter where the reader was
   * blocked on the way. Gives where to read on, instead of `next`. A mirror writes them down here.
   */
  readonly taken?: (counted: readonly boolean[]) => Promise<Offset>;
}

/**
 * Keys that an entry of a steward brings, for who stands behind the stream: its tokens change with
 * the entry or not at all.
 */
export interface Turn {
  readonly epoch: { readonly number: number; readonly secret: Secret } | null;
  readonly stewards: CircleSecret | null;
}

/**
 * An append-only list of messages. Anybody may stand behind it: it is never trusted with order,
 * completeness or honesty. `append` may fail after storing; callers look for what they wrote when
 * they read.
 */
export interface Stream {
  /** 16 bytes. */
  readonly id: Uint8Array;
  /**
   * Resolves when stored. Rejects with `NotStored` where nothing was stored for certain, with anything
   * else where that is not known. `turn` comes with one entry alone.
   */
  append(wires: readonly Wire[], turn?: Turn): Promise<void>;
  /** What follows `from`, perhaps in parts; the end is `atEnd` or an empty batch. Rejects with `StreamAway`. */
  read(from: Offset): Promise<Batch>;
}

export interface Entry extends EntryParts {
  /** The body, read as one of its type. */
  readonly body: Body;
}

/** What an entry says, by its type. */
export type Body =
  | { readonly kind: 'chain'; readonly change: Change }
  | { readonly kind: 'plain'; readonly ops: Ops }
  | { readonly kind: 'box'; readonly box: Box }
  | { readonly kind: 'capsule'; readonly capsule: Capsule }
  | { readonly kind: 'circle'; readonly generation: CircleGeneration }
  | { readonly kind: 'heartbeat' }
  | { readonly kind: 'checkpoint'; readonly checkpoint: CheckpointEntry }
  /** Its author loaded the bytes with this hash and found in them what they have themselves. */
  | { readonly kind: 'attest'; readonly sha256: Uint8Array };

/** The keys that `open` may try. */
export interface OpenKeys {
  readonly stream: Uint8Array;
  secretFor(kid: string): Secret | undefined;
  /** The key of device `number`, where it is known already; saves `step` a slow check. */
  signerOf(number: number): Uint8Array | undefined;
  /** What a signature covers besides the frame: w ‖ i. */
  readonly place: Uint8Array;
}

/** What was found in a message. Nothing is decided yet. */
export interface Opened {
  /** SHA-256 of the wire. */
  readonly hash: Uint8Array;
  /** Eight bytes as base64url; null where the message is too short to have one. */
  readonly kid: string | null;
  readonly knownVersion: boolean;
  readonly found:
    | { readonly type: 'NoKey' }
    | { readonly type: 'Broken'; readonly because: BrokenBecause }
    | {
        readonly type: 'Entry';
        readonly entry: Entry;
        /** Whether `by` signed it; null where the signer was not known yet. */
        readonly signed: {
          readonly by: Uint8Array;
          readonly place: Uint8Array;
          readonly valid: boolean;
        } | null;
      };
}

export type BrokenBecause =
  | 'TooLarge'
  | 'CommitmentDiffers'
  | 'SealBroken'
  | 'PaddingBroken'
  | 'EncodingBroken'
  | 'FrameBroken'
  | 'BodyBroken';

/** Why an entry was refused at rule 6, by the rule's name. */
export type Refusal =
  | 'NotGenesis'
  | 'OtherWorkspace'
  | 'HeadMoved'
  | 'NotASteward'
  | 'NotAllowedForRole'
  | 'RecipientsDiffer'
  | 'WrapsDiffer'
  | 'EpochDiffers'
  | 'KeyNotAdmissible'
  | 'KeyUsedBefore'
  | 'NobodyKnown'
  | 'AlreadyHere'
  | 'NotYourDevice'
  | 'NotYourself'
  | 'NoStewardLeft'
  | 'StewardsGeneration'
  | 'InvitationUnknown'
  | 'InvitationSpent'
  | 'ProofBroken'
  | 'SecondNeeded'
  | 'KeepEverything'
  | 'NotAllBefore'
  | 'NothingChanges'
  | 'RotationOwed'
  | 'RotationNotOwed'
  | 'CircleUnknown'
  | 'CircleOwed'
  | 'GenerationDiffers'
  | 'NotInCircle'
  | 'CircleNotYours'
  | 'CheckpointAhead';

export type Rejection =
  | { readonly rule: 2; readonly because: BrokenBecause }
  | { readonly rule: 3; readonly because: 'DeviceNotActive' | 'SignatureWrong' }
  | { readonly rule: 4; readonly because: 'ViewAhead' }
  | { readonly rule: 5; readonly because: 'NotNextOfDevice' }
  | { readonly rule: 6; readonly because: Refusal };

/** Something a person should hear of. Never a verdict. */
export type Alarm =
  | {
      readonly type: 'Fork';
      readonly position: number;
      readonly device: number;
      readonly viewN: number;
    }
  | { readonly type: 'Clone'; readonly position: number; readonly device: number };

export type Verdict = { readonly alarms: readonly Alarm[] } & (
  | {
      /** Counted nowhere. */
      readonly type: 'Foreign';
      readonly because: 'UnknownVersion' | 'OtherKey' | 'Repeated';
    }
  | ({
      readonly type: 'Rejected';
      readonly position: number;
      readonly entry: Entry | null;
    } & Rejection)
  | { readonly type: 'Accepted'; readonly position: number; readonly entry: Entry }
  | {
      /** The state did not move: this replica cannot read on. */
      readonly type: 'Blocked';
      readonly because: 'NoKey' | 'NeedsUpdate';
    }
);

/** A key that opens a capsule to whoever reads it. */
export interface Release {
  readonly entry: Uint8Array;
  readonly key: Uint8Array;
}

/** A sealed body that this device cannot open, or that waits for a release. Kept verbatim. */
export interface SealedBody {
  readonly position: number;
  readonly device: number;
  readonly member: MemberId;
  readonly hlc: number;
  /** The entry's id: a release names it. */
  readonly id: Uint8Array;
  readonly circles: readonly CircleId[];
  readonly kind: 'box' | 'capsule';
  /** p, which the seal is bound to, and the body as it travelled (CBOR). */
  readonly previous: Uint8Array;
  readonly viewN: number;
  readonly body: Uint8Array;
}

/** People and devices that came or went with a chain entry. */
export interface Turnover {
  readonly members: readonly MemberId[];
  readonly devices: readonly number[];
}

/** What a replica hands on, in stream order. */
export type Delivered =
  | {
      readonly type: 'Content';
      readonly id: Uint8Array;
      readonly accepted: Accepted;
      readonly releases: readonly Release[];
      /** Runs that say they saw more than their author had: left out of `accepted`. */
      readonly setAside: number;
      /** From a capsule: nobody but its circles, and whoever gets a release, can read it. */
      readonly capsule: boolean;
      /** Tickets of own writes that are now read back. */
      readonly tickets: readonly number[];
    }
  | { readonly type: 'Sealed'; readonly sealed: SealedBody; readonly tickets: readonly number[] }
  | {
      readonly type: 'Chain';
      readonly position: number;
      readonly change: string;
      readonly by: number;
      /** Who and what this entry began and ended: for notices, and for what the rooms hand over. */
      readonly began: Turnover;
      readonly ended: Turnover;
    }
  | {
      readonly type: 'Circle';
      readonly position: number;
      readonly circle: CircleId;
      readonly by: number;
    }
  | { readonly type: 'Heartbeat'; readonly position: number; readonly by: number }
  | {
      readonly type: 'Checkpoint';
      readonly position: number;
      readonly by: number;
      readonly checkpoint: CheckpointEntry;
    }
  | {
      readonly type: 'Attest';
      readonly position: number;
      readonly by: number;
      readonly sha256: Uint8Array;
    }
  | ({
      readonly type: 'Rejected';
      readonly position: number;
      readonly device: number | null;
    } & Rejection)
  | { readonly type: 'Foreign'; readonly because: 'UnknownVersion' | 'OtherKey' | 'Repeated' }
  | {
      readonly type: 'WrongKey';
      readonly position: number;
      readonly by: number;
      /** Whose key; null where it is everybody's, without which nothing more can be read or written. */
      readonly circle: CircleId | null;
    }
  | { readonly type: 'Alarm'; readonly alarm: Alarm };

export type {
  ChainWish,
  Newcomer,
  Second,
  SendOutcome,
  WishOutcome,
} from './wishes.ts';

export interface ReplicaStart {
  readonly state: State;
  readonly keys: Keyring;
  readonly stream: Stream;
  /** This device's number. */
  readonly device: number;
  /** Where `state` was left. */
  readonly offset: Offset;
  readonly random: Random;
  readonly clock: Clock;
  readonly deliver: (delivered: Delivered) => void;
  /** Whether a circle's bodies are kept sealed although the key is held: what came before is missing. */
  readonly keepSealed?: (circle: CircleId) => boolean;
  /** What was held when this device stopped, from `held()`, and what was on its way, from `sent()`. */
  readonly held?: readonly Held[];
  readonly sent?: readonly Sent[];
  /**
   * Called with sealed entries before the first try to append them, so that they can be written down
   * and sent again unchanged after a stop. Where it rejects, nothing is sent.
   */
  readonly beforeAppend?: (entries: readonly Sent[]) => Promise<void>;
}

/** A sealed entry that was appended, or is about to be, and not read back. */
export interface Sent {
  /** SHA-256 of the wire, base64url. */
  readonly hash: string;
  readonly id: Uint8Array;
  /** p: it can only be accepted while this is its device's last. */
  readonly previous: Uint8Array;
  readonly kid: string;
  readonly wire: Wire;
  /** The writes it carries; none where it is no content. */
  readonly tickets: readonly number[];
  readonly turn?: Turn;
}

/** A write that is not read back yet: to keep beside the state, and to give to the next start. */
export interface Held {
  readonly ticket: number;
  readonly audience: Audience | { readonly capsuleTo: readonly CircleId[] };
  readonly runs: readonly OpRun[];
  readonly releases: readonly Release[];
}

/** One device's running copy of the log. Calls may overlap; they take their turn. */
export interface Replica {
  readonly state: State;
  readonly keys: Keyring;
  readonly device: number;
  readonly member: MemberId;
  /** Where reading goes on. Save it together with the state. */
  readonly offset: Offset;
  /** Reads to the end and hands on. `blocked` where this device cannot read further. */
  catchUp(): Promise<{ readonly blocked: 'NoKey' | 'NeedsUpdate' | null }>;
  /** Holds ops to be sealed and sent by `send`, and gives the ticket they come back with. */
  write(audience: Audience, runs: readonly OpRun[], releases?: readonly Release[]): number;
  /** Holds ops sealed under a one-time key, for circles that the author need not be in. */
  writeCapsule(to: readonly CircleId[], runs: readonly OpRun[]): number;
  /** Sends what is held, in order, one append at a time; rotates first where that is owed. */
  send(): Promise<SendOutcome>;
  held(): readonly Held[];
  /** What is on its way and may still be counted. */
  sent(): readonly Sent[];
  /**
   * Takes what is held and on its way as the device's storage has it, instead of what this replica
   * had: other tabs hold, send and settle too. Tickets are the caller's, and above all before.
   */
  adopt(held: readonly Held[], sent: readonly Sent[]): void;
  /** Makes a chain entry, appends it and reads it back. */
  change(wish: ChainWish): Promise<WishOutcome>;
  /** Makes a circle's first or next generation. */
  formCircle(circle: CircleId, members: readonly MemberId[]): Promise<WishOutcome>;
  /** Says where a checkpoint is, or that one with this hash is right. */
  announce(body: Extract<Body, { kind: 'checkpoint' | 'attest' }>): Promise<WishOutcome>;
  /** A small signed entry that confirms this device's view. */
  heartbeat(): Promise<SendOutcome>;
}
