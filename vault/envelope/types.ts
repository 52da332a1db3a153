/** What travels: a sealed message, and the parts of the entry that is in it. */
import type { Plain } from './cbor-read.ts';

/** One sealed message in its binary form. On a relay it travels as base64url text. */
export type Wire = Uint8Array<ArrayBuffer>;

/** The signed part of an entry (protocol 2). */
export interface Frame {
  readonly type: number;
  readonly epoch: number;
  readonly device: number;
  readonly previous: Uint8Array;
  readonly viewN: number;
  readonly viewH: Uint8Array;
  readonly hlc: number;
  readonly head: Uint8Array | null;
  /** Decoded, as it travelled. */
  readonly body: Plain;
}

/** A key sealed to one device: its number, then enc ‖ ciphertext, 80 bytes. */
export type Wrap = readonly [device: number, sealed: Uint8Array];

/** An entry whose body is not read yet. */
export interface EntryParts {
  readonly id: Uint8Array;
  readonly frame: Frame;
  readonly frameBytes: Uint8Array;
  readonly sig: Uint8Array;
  /** Lists of wraps outside the signed frame, or null where the entry has none. */
  readonly wraps: readonly Plain[] | null;
}
