/**
 * What a room sees of the vault: tables to read, `commit` to write, texts to type in, and in words
 * how safe the work is. A kept workspace seals everything to disk; a passing one (first visit,
 * example) holds it in memory only and can be replayed into a kept one.
 */

import type { Tables } from './fold/tables.ts';
import type { TextHandle } from './fold/texts.ts';
import type { Audience, Change, MemberId, RecordId } from './types.ts';

export interface Workspace {
  readonly kind: 'kept' | 'passing';
  readonly me: MemberId;
  readonly tables: Tables;
  /** The circle of one that every member has: the notebook, drafts. */
  readonly onlyMe: Audience;
  /** The core team's circle. */
  readonly coreTeam: Audience;
  /**
   * Shows the changes at once; signing, sealing and storing follow off this path. All changes of
   * one call become visible together and travel in one entry. Records that exist keep their
   * audience; `audience` is for new ones.
   */
  commit(changes: readonly Change[], audience: Audience): void;
  /** A text that people write together, as a Yjs text; created on first use. */
  text(table: string, record: RecordId, field: string, audience: Audience): TextHandle;
  newId(): RecordId;
  readonly safety: Safety;
}

/** How safe the work is, for the words on screen ("Saved here"). */
export interface Safety {
  get(): SafetyState;
  subscribe(listener: () => void): () => void;
  /** Words stand in a field and are not handed over yet: until the end that this gives is called. */
  beginTyping(): () => void;
}

export interface Waiting {
  /** Changes that wait for the server. */
  readonly changes: number;
  readonly because: WaitingBecause;
}

export type WaitingBecause =
  | 'on-its-way'
  | 'offline'
  | 'unreachable'
  | 'captive-portal'
  | 'busy'
  | 'full'
  | 'refused'
  | 'lost-data'
  | 'needs-steward'
  /** This person's role, or a circle they are not in any more. */
  | 'not-allowed'
  /** A circle whose next key somebody must make first. */
  | 'new-key-first'
  | 'removed';

export type SafetyState =
  | { readonly type: 'NothingKept' }
  | { readonly type: 'Saving'; readonly waiting: number }
  /** On this device; `waiting` in a workspace with a server, which has not given all of it back yet. */
  | { readonly type: 'SavedHere'; readonly waiting?: Waiting }
  /** Everything was read back from the server at its position. */
  | { readonly type: 'SavedOnServer' }
  | {
      readonly type: 'ReadOnly';
      readonly because: 'storage-full' | 'storage-lost' | 'newer-version';
    };
