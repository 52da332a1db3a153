/**
 * What the relay needs of a place that keeps streams. Two forms keep this contract, `sqlite.ts` and
 * `postgres.ts`, and `store.contract.ts` is the suite that both run.
 *
 * A store knows no HTTP, no tokens and no messages. A stream is a row of **blocks**: bytes that are
 * kept and given back unchanged, one or more an append. What is in them is the caller's business (in
 * JSON mode: messages as they are sent, joined by commas). A **position** counts blocks from the
 * stream's beginning and never goes back, not after trimming either.
 *
 * Every call names its stream first and touches that stream's rows only, so that a store can be
 * divided by stream. Where something is counted against another key (a child's bytes against its
 * parent's quota, a stream against its voucher) a store may do that in a transaction of its own,
 * before: after a crash it may have counted too much for a while, never too little.
 *
 * **Promises of every store.** What was answered `Appended`, `Created`, `Managed` or `Refilled` is on
 * disk: it outlives the process and the machine's power. Appends of one stream have one order, and
 * everyone who reads sees that order. A block that no longer has the checksum it was written with
 * is never given back: it is set aside and reading answers `Damaged`. A commit whose outcome is not
 * known is never answered with success; a store that can no longer know what is on disk calls
 * `onFatal` and answers nothing more. Nothing about who asked, and no time but an expiry, is kept.
 */

/** How many blocks of a stream lie before a place. 0 is its beginning. */
export type Position = number;

/**
 * A stream's name: up to 1,024 characters, compared as they are. The token profile uses 22 of base64url.
 */
export type StreamId = string;

/** How many bytes a verifier, a voucher's hash and a manage key have. */
export const keyBytes = 32;

/** Who may do what. The store keeps and gives back these bytes; the caller compares them. */
export interface Access {
  /** SHA-256 of the token that reads. */
  readonly read: Uint8Array;
  /** SHA-256 of the token that appends. */
  readonly append: Uint8Array;
  /** Ed25519 public key of the manage operations; null: the parent's key manages this stream. */
  readonly manage: Uint8Array | null;
}

/** What a main stream and its children together may hold. */
export interface Quota {
  /** Bytes of all blocks that are neither trimmed nor deleted. */
  readonly bytes: number;
  /** Children alive at one time. */
  readonly children: number;
}

/** A stream as it stands. A plain value, never changed in place. */
export interface StreamState {
  readonly id: StreamId;
  readonly contentType: string;
  /** The place before the first block that is still there: 0, or where trimming stopped. */
  readonly start: Position;
  /** The place after the last block. */
  readonly tail: Position;
  /** No more appends, ever. */
  readonly closed: boolean;
  /** Milliseconds since 1970 from which on the stream is gone; null: it stays. */
  readonly expiresAt: number | null;
  /** Seconds by which `touch` puts the expiry off; null: it does not. */
  readonly ttl: number | null;
  /** The last `sequence` appended with, which the next must be above; null before the first. */
  readonly sequence: string | null;
  /** Null in the open profile. */
  readonly access: Access | null;
  /** Grows by one with every swap. A call that was decided on an older state names the older number. */
  readonly generation: number;
  /** The counter of the last manage operation; 0 before the first. */
  readonly counter: number;
  /** The main stream that this one is a child of. */
  readonly parent: StreamId | null;
  /** For main streams; null: unlimited (open profile), and null for children. */
  readonly quota: Quota | null;
}

/** What a new stream begins with. */
export interface NewStream {
  readonly id: StreamId;
  readonly contentType: string;
  readonly blocks: readonly Uint8Array[];
  readonly closed: boolean;
  readonly expiresAt: number | null;
  readonly ttl: number | null;
  readonly access: Access | null;
}

/**
 * What allows a stream to be made: nothing (open profile), a voucher, which is spent by it, or a
 * parent as its caller saw it.
 */
export type Allowance =
  | { readonly by: 'nobody' }
  | { readonly by: 'voucher'; readonly hash: Uint8Array }
  | { readonly by: 'parent'; readonly id: StreamId; readonly generation: number };

/** The right to make `streams` main streams; each has `quota`. Only the hash is kept. */
export interface Voucher {
  readonly hash: Uint8Array;
  readonly streams: number;
  readonly quota: Quota;
}

/**
 * New verifiers for a stream. In one transaction with the append it travels with: the old append
 * verifier is gone, the old read verifier becomes a former one that reads up to the new tail, and
 * the generation grows by one.
 */
export interface Swap {
  readonly op: 'swap';
  readonly counter: number;
  /** Where the caller saw the tail, before this append. */
  readonly tail: Position;
  readonly read: Uint8Array;
  readonly append: Uint8Array;
  /** A new manage key; null: the key stays as it is. */
  readonly manage: Uint8Array | null;
}

/** What the holder of the manage key may ask. Whether it was signed is the caller's business. */
export type ManageOp =
  | Swap
  | { readonly op: 'expire'; readonly counter: number; readonly at: number }
  | { readonly op: 'trim'; readonly counter: number; readonly before: Position }
  | { readonly op: 'delete'; readonly counter: number };

export interface Append {
  /** At least one, unless `close` is set. */
  readonly blocks: readonly Uint8Array[];
  /** The generation of the state in which the caller found the token good. */
  readonly generation: number;
  readonly swap?: Swap;
  /** Refused unless it is above the stream's last one, in order of UTF-16 code units. */
  readonly sequence?: string;
  /** Closes the stream with this append. */
  readonly close?: boolean;
}

export interface ReadFrom {
  readonly from: Position;
  /** Reading stops before the block that would go over this, but gives at least one. */
  readonly maxBytes: number;
  /** Reading stops here: the end of what a former verifier may read. */
  readonly until?: Position;
  /** The generation of the state in which the caller found the token good. */
  readonly generation: number;
}

// Refusals. None of them has changed anything.

/** No such stream: never made, deleted, or past its expiry. */
export interface NoStream {
  readonly type: 'NoStream';
}
/** A swap happened since the caller looked. Look again. */
export interface TokensChanged {
  readonly type: 'TokensChanged';
}
/** The tail or the counter is not what the operation was made for. */
export interface Moved {
  readonly type: 'Moved';
  readonly state: StreamState;
}
export interface StreamClosed {
  readonly type: 'StreamClosed';
  readonly state: StreamState;
}
export interface SequenceBehind {
  readonly type: 'SequenceBehind';
}
/** The quota of the main stream, or of the voucher, has no room for this. */
export interface QuotaSpent {
  readonly type: 'QuotaSpent';
}
/** Before `start`: trimmed. Or after `tail`: the reader knows more than is here. */
export interface NotHere {
  readonly type: 'NotHere';
  readonly state: StreamState;
}
/** What was asked for is damaged and set aside. `after`: the place behind the damaged block. */
export interface Damaged {
  readonly type: 'Damaged';
  readonly after?: Position;
}
/** The disk is full. Reading goes on; writing works again when there is room. */
export interface DiskFull {
  readonly type: 'DiskFull';
}
/** The database cannot be reached now. Whether a write was done is not known. */
export interface StoreAway {
  readonly type: 'StoreAway';
}

/** What every call can meet. */
export type Trouble = Damaged | StoreAway;
/** What every call that writes can meet. */
export type WriteTrouble = Trouble | DiskFull;

export interface Created {
  readonly type: 'Created';
  readonly state: StreamState;
}
/** A stream of that name is there already; nothing was changed or spent. */
export interface Exists {
  readonly type: 'Exists';
  readonly state: StreamState;
}
export interface Appended {
  readonly type: 'Appended';
  readonly state: StreamState;
}
export interface Managed {
  readonly type: 'Managed';
  /** Null after `delete`. */
  readonly state: StreamState | null;
}
export interface Read {
  readonly type: 'Read';
  readonly blocks: readonly Uint8Array[];
  /** The place after the last of `blocks`. */
  readonly end: Position;
  /** As it stood when the blocks were read. */
  readonly state: StreamState;
}

/**
 * That something happened to a stream. Without anything in it: look again. `blocks` are the bytes
 * themselves where the store has them at hand, so that a relay need not read what it just wrote.
 */
export interface News {
  /** The state after it; null: the stream is gone. */
  readonly state?: StreamState | null;
  readonly appended?: { readonly from: Position; readonly blocks: readonly Uint8Array[] };
}

/** What a store is given by whoever opens it. */
export interface StoreSurroundings {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Called once when it is no longer known what is on disk. The process must end. */
  readonly onFatal: (reason: string) => void;
}

export interface Store {
  /**
   * Makes a stream. A child counts against its parent's quota; a child of a child is refused with
   * `NoStream`, as is one whose parent is not there, and `NoVoucher` answers an unknown voucher. What
   * an expired stream of that name left is removed first. A child may have an expiry; whatever it
   * has, it is gone when its parent is.
   */
  create(
    stream: NewStream,
    allowance: Allowance,
  ): Promise<
    | Created
    | Exists
    | NoStream
    | { readonly type: 'NoVoucher' }
    | TokensChanged
    | QuotaSpent
    | WriteTrouble
  >;

  /** A stream as it stands. May be a moment old: `generation` guards what is decided on it. */
  find(id: StreamId): Promise<StreamState | NoStream | Trouble>;

  /** Up to where a former read verifier reads; undefined where it never was one of this stream. */
  formerReader(id: StreamId, verifier: Uint8Array): Promise<Position | undefined | Trouble>;

  /** Appends all blocks and does the swap, or does nothing. Answers when that is on disk. */
  append(
    id: StreamId,
    append: Append,
  ): Promise<
    | Appended
    | NoStream
    | TokensChanged
    | Moved
    | StreamClosed
    | SequenceBehind
    | QuotaSpent
    | WriteTrouble
  >;

  /**
   * Blocks from a place on, in order. Each is checked against its checksum. `Damaged` where the first
   * block asked for is; a damaged one further on ends the reading before it.
   */
  read(id: StreamId, read: ReadFrom): Promise<Read | NoStream | TokensChanged | NotHere | Trouble>;

  /**
   * Does a manage operation. `Moved` unless its counter is above the stream's, and for a swap its tail
   * is the stream's. `trim` removes the blocks before a place, and the former verifiers that read
   * no further; a place beyond the tail is `Moved`. `delete` removes the stream and its children.
   */
  manage(
    id: StreamId,
    op: ManageOp,
    generation: number,
  ): Promise<Managed | NoStream | TokensChanged | Moved | WriteTrouble>;

  /**
   * Puts back a damaged block, from someone who has it: accepted only if these are the bytes whose
   * checksum was written. `NotHere` where nothing is damaged or the bytes are others.
   */
  refill(
    id: StreamId,
    at: Position,
    block: Uint8Array,
  ): Promise<{ readonly type: 'Refilled' } | NoStream | NotHere | WriteTrouble>;

  /** Removes a stream in the open profile, and its children. */
  remove(id: StreamId): Promise<{ readonly type: 'Removed' } | NoStream | WriteTrouble>;

  /** Puts the expiry of a stream with a `ttl` off, to `ttl` seconds from now. */
  touch(id: StreamId): Promise<undefined | WriteTrouble>;

  /** Keeps a voucher. One with the same hash is replaced; what was spent of it stays spent. */
  addVoucher(voucher: Voucher): Promise<undefined | WriteTrouble>;

  /** What is left of a voucher: how many streams can still be made. Undefined: no such voucher. */
  voucher(
    hash: Uint8Array,
  ): Promise<{ readonly left: number; readonly quota: Quota } | undefined | Trouble>;

  /** Whether any voucher is kept. */
  hasVouchers(): Promise<boolean | Trouble>;

  /** Removes all vouchers. Streams made with them stay. */
  dropVouchers(): Promise<undefined | WriteTrouble>;

  /** How many bytes a main stream and its children hold now. */
  usage(
    id: StreamId,
  ): Promise<{ readonly bytes: number; readonly children: number } | NoStream | Trouble>;

  /**
   * Removes for good what is expired, trimmed or deleted, a bounded piece of it. True while more is
   * waiting. Nothing that it removes could be read before it ran.
   */
  sweep(): Promise<boolean | WriteTrouble>;

  /**
   * Tells of news of one stream from when the promise is kept, in the order in which it happened,
   * after it is on disk. A piece of news may be told twice or be folded into the next one; none is
   * lost for more than two seconds, whichever relay over this store it happened at. Ends with the
   * function that it gives back.
   */
  listen(id: StreamId, hear: (news: News) => void): Promise<() => void>;

  /** Whether it can be written to now. */
  ready(): Promise<boolean>;

  /** Finishes what was begun, then lets go of the database. */
  close(): Promise<void>;
}

/** True for what the store could not do, false for a value or a result. */
export function isTrouble(answer: unknown): answer is WriteTrouble {
  if (typeof answer !== 'object' || answer === null || !('type' in answer)) return false;
  return answer.type === 'Damaged' || answer.type === 'StoreAway' || answer.type === 'DiskFull';
}
