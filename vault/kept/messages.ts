/**
 * What passes the door. The worker never sends a key of the device or the workspace, the six words or the
 * root: there is no message for one (`keys.test.ts` listens at the door). Of secrets it answers only what a
 * person must pass on: a new kit's twelve words, and links and codes, each good for one lobby or page.
 */
import type { Block } from '../fold/columns/snapshot.ts';
import type { VisitKind } from '../intake/visit-link.ts';
import type { ChainWish, Second } from '../log/wishes.ts';
import type { PassingChanges } from '../passing/passing-workspace.ts';
import type {
  Accepted,
  Audience,
  CircleId,
  MemberId,
  Op,
  OpRun,
  RecordId,
  Value,
} from '../types.ts';
import type { SafetyState, WaitingBecause } from '../workspace.ts';
import type { IntakeLasts } from './intake-types.ts';
import type { Role, TogetherAlarm, TogetherState } from './people-types.ts';
import type { BackupFacts, BackupOpener, BackupTo, Damage, WordsLanguage } from './types.ts';

/** What the page asks for, each with one answer. */
export type Ask =
  | { readonly do: 'list' }
  | { readonly do: 'keep'; readonly words: string; readonly passing: PassingContent | null }
  | { readonly do: 'unlock'; readonly words: string; readonly place: string | null }
  | { readonly do: 'join'; readonly place: string }
  | {
      readonly do: 'restoreFromKit';
      readonly kit: string;
      readonly words: string;
      readonly place: string | null;
    }
  | { readonly do: 'openBackup'; readonly bytes: Uint8Array; readonly opener: BackupOpener }
  | { readonly do: 'erase'; readonly place: string }
  | { readonly do: 'settle' }
  | { readonly do: 'serve'; readonly server: string; readonly voucher: string }
  | { readonly do: 'settleAlarm'; readonly alarm: TogetherAlarm }
  | { readonly do: 'look' }
  | { readonly do: 'invite'; readonly role: Role }
  | {
      readonly do: 'approve';
      readonly requests: readonly string[];
      readonly core: readonly string[];
    }
  | { readonly do: 'decline'; readonly request: string }
  | { readonly do: 'change'; readonly wish: PageWish }
  | { readonly do: 'keepEverything'; readonly on: boolean; readonly second: Second | null }
  | { readonly do: 'signEnding' }
  | { readonly do: 'eraseForGood' }
  | { readonly do: 'moveTo'; readonly server: string; readonly voucher: string }
  | { readonly do: 'deleteLeft' }
  | { readonly do: 'chooseHistory' }
  | { readonly do: 'adoptHistory' }
  | {
      readonly do: 'setCircle';
      readonly circle: CircleId | 'new';
      readonly members: readonly MemberId[];
    }
  | {
      readonly do: 'openIntake';
      readonly kind: VisitKind;
      readonly says: Value;
      readonly lasts: IntakeLasts;
      readonly circle: CircleId | undefined;
    }
  | {
      readonly do: 'sayIntake';
      readonly secret: Uint8Array;
      readonly says: Value;
      readonly until: number;
      readonly circle: CircleId | undefined;
    }
  | { readonly do: 'lookIntake'; readonly secret: Uint8Array }
  | { readonly do: 'canSealFor'; readonly readers: readonly MemberId[] }
  | { readonly do: 'pair' }
  | { readonly do: 'pairWords' }
  | { readonly do: 'pairConfirm' }
  | { readonly do: 'pairStop' }
  | {
      readonly do: 'askIn';
      readonly fragment: string;
      readonly name: string;
      readonly words: string;
    }
  | { readonly do: 'pairHere'; readonly code: string; readonly words: string }
  | { readonly do: 'nameTrustees'; readonly trustees: readonly MemberId[]; readonly words: string }
  | { readonly do: 'openReturn'; readonly member: MemberId }
  | { readonly do: 'lookBack'; readonly fragment: string; readonly member: MemberId }
  | {
      readonly do: 'agreeBack';
      readonly fragment: string;
      readonly member: MemberId;
      readonly id: string;
      readonly shares: readonly Uint8Array[];
      readonly alone: boolean;
    }
  | { readonly do: 'askBack'; readonly fragment: string; readonly words: string }
  /** Loads what somebody who joins will need. Nothing is written, and no server is asked. */
  | { readonly do: 'prepareToJoin' }
  /** Looks for the answer, and waits for it a while. */
  | { readonly do: 'goOnJoining' }
  | { readonly do: 'stopJoining' }
  | {
      readonly do: 'kitFromAfar';
      readonly kit: string;
      readonly server: string;
      readonly words: string;
    }
  /** `quiet` where another tab has locked already, or this one only must begin anew. */
  | { readonly do: 'lock'; readonly quiet: boolean }
  | {
      readonly do: 'createRecoveryKit';
      readonly language: WordsLanguage;
      readonly words: string;
    }
  | { readonly do: 'hasRecoveryKit' }
  | { readonly do: 'revokeRecoveryKit'; readonly words: string }
  | { readonly do: 'changeWords'; readonly old: string; readonly words: string }
  | {
      readonly do: 'restoreByKit';
      readonly bytes: Uint8Array;
      readonly kit: string;
      readonly words: string;
    }
  | {
      readonly do: 'backup';
      readonly to: BackupTo;
      readonly words: string;
      readonly records: number;
      readonly texts: number;
    };

/** A steward's signature to end *Keep everything*, and the head of the chain that it is good for. */
export interface EndingSigned {
  readonly type: 'EndingSigned';
  readonly place: string;
  readonly second: Second;
}

/** What a page may ask of the chain directly: nothing that brings keys of somebody else's making. */
export type PageWish = Extract<
  ChainWish,
  { type: 'revoke' | 'setRole' | 'remove' | 'leave' | 'dropOwnDevice' }
>;

/** Everything a passing workspace holds, and which of its circles stand for which of the new one. */
export interface PassingContent {
  readonly onlyMe: CircleId;
  readonly coreTeam: CircleId;
  readonly changes: readonly PassingChanges[];
}

/** What a backup holds, for a page that makes a new workspace of it. */
export interface BackupContent {
  readonly facts: BackupFacts;
  /** The kit that opened it is an active device of the workspace. */
  readonly listsKit: boolean;
  readonly onlyMe: CircleId;
  readonly coreTeam: CircleId;
  readonly blocks: readonly Block[];
}

/** A workspace that is open now: what the page builds its tables from. */
export interface Opened {
  readonly type: 'Opened';
  readonly place: string;
  readonly me: MemberId;
  readonly onlyMe: CircleId;
  readonly coreTeam: CircleId;
  readonly hasKit: boolean;
  readonly blocks: readonly Block[];
  readonly entries: readonly Accepted[];
  /** Compactions among them, by position. */
  readonly erased: readonly number[];
  /** What waits for the server from before. */
  readonly waiting: readonly WrittenBefore[];
  readonly together: TogetherState;
  readonly damaged: readonly Damage[];
}

/** A write that waits for the server, written before or in another tab, as the page shows it. */
export interface WrittenBefore {
  /** Named by the worker, below zero: the page's own are above. */
  readonly batch: number;
  readonly audience: Audience;
  readonly ops: readonly Op[];
}

/** A circle that the writer is in, or circles that a capsule goes to. */
export type WrittenFor = Audience | { readonly capsuleTo: readonly CircleId[] };

export type ToWorker =
  | { readonly type: 'ask'; readonly id: number; readonly ask: Ask }
  | {
      readonly type: 'write';
      readonly batch: number;
      readonly audience: WrittenFor;
      readonly run: OpRun;
      /** In a closed envelope that these people can open, one's own devices besides. */
      readonly sealedFor?: readonly MemberId[];
      /** Opens the envelopes of these records to the audience. */
      readonly opens?: { readonly table: string; readonly records: readonly RecordId[] };
    }
  | { readonly type: 'blocks'; readonly blocks: readonly Block[] }
  | { readonly type: 'try now' }
  /** A page shows who asks to be let in, or none does any more. */
  | { readonly type: 'watch'; readonly on: boolean }
  /** Nobody waits any more to be let in: the answer that is waited for comes now. */
  | { readonly type: 'stop waiting' };

export type ToPage =
  | { readonly type: 'answer'; readonly id: number; readonly answer: unknown }
  /** Our own mistake on the other side. */
  | { readonly type: 'failed'; readonly id: number; readonly message: string }
  /** Comes before the answer: the page builds its tables, which the answer may wait for. */
  | { readonly type: 'opened'; readonly opened: Opened }
  | {
      readonly type: 'entries';
      readonly entries: readonly Accepted[];
      /** Batches that these entries carried: saved, on the server where there is one. */
      readonly settled: readonly number[];
      /** Compactions among them: behind each position what deleted records said is taken out. */
      readonly erased: readonly number[];
      /** What other tabs wrote that is not read back yet. */
      readonly waiting: readonly WrittenBefore[];
    }
  /** What this person may read from now on: put into the tables, then the entries over it. */
  | {
      readonly type: 'merge';
      readonly blocks: readonly Block[];
      readonly entries: readonly Accepted[];
    }
  /** Own batches that are written down here and wait for the server. */
  | { readonly type: 'held'; readonly batches: readonly number[] }
  /** Who is here, how the server is, and why writes wait. */
  | {
      readonly type: 'together';
      readonly together: TogetherState;
      readonly because: WaitingBecause;
    }
  /** Storage cannot be written, or can again (`null`). */
  | { readonly type: 'stuck'; readonly stuck: Extract<SafetyState, { type: 'ReadOnly' }> | null }
  /** Asks for the folded state as blocks; `erased`: without what deleted records said. */
  | { readonly type: 'blocks please'; readonly erased: boolean }
  /** Another tab has locked or erased: hand over what was typed, then close. */
  | { readonly type: 'close'; readonly because: ClosedBecause };

export type ClosedBecause = 'asked' | 'elsewhere' | 'erased';
