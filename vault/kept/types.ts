/**
 * What an application calls to keep a workspace on this device, to open it again with words, and to
 * take it elsewhere. `connectVault` gives a `Vault` in the page (the worker half runs in a Worker);
 * `vaultHere` gives the same with both halves in one thread, for Node and tests.
 *
 * Every refusal is plain data with a `type`; the sentences for people are the web's.
 */

import type { Export } from '../local/export/export-all.ts';
import type { ImportPlan, ImportRefusal } from '../local/export/import-all.ts';
import type { KitWordsRefusal } from '../local/recovery-kit.ts';
import type { WordsLanguage, WordsRefusal } from '../local/words/lists.ts';
import type { PassingChanges, PassingWorkspace } from '../passing/passing-workspace.ts';
import type { SafetyState, Workspace } from '../workspace.ts';
import type { Envelopes } from './envelope-types.ts';
import type { Joining } from './joining-types.ts';
import type { Together } from './together-types.ts';

export type {
  Export,
  ImportPlan,
  ImportRefusal,
  KitWordsRefusal,
  PassingChanges,
  PassingWorkspace,
  WordsLanguage,
  WordsRefusal,
};

/** A workspace that rests on this device, as it can be seen without words: no name, no people. */
export interface KeptPlace {
  /** Random; names the place on this device only. */
  readonly place: string;
  /** Another tab has it open: `join` needs no words where one worker serves both. */
  readonly open: boolean;
  /** No words can open it, and why: said before any are asked for. */
  readonly refusal?: Extract<
    UnlockRefusal,
    { type: 'LockWeakened' | 'NewerVersion' | 'StoreDamaged' }
  >;
}

export interface Vault extends Joining<KeptWorkspace> {
  list(): Promise<readonly KeptPlace[] | StorageRefusal>;
  /** Makes a new workspace, sealed under the words; with `passing`, everything that one holds goes in. */
  keep(options: KeepOptions): Promise<KeptWorkspace | KeepRefusal>;
  /** Opens a kept workspace; without `place` the first that the words open. */
  unlock(options: UnlockOptions): Promise<KeptWorkspace | UnlockRefusal>;
  /** Opens without words what another tab has open, where one worker serves both. */
  join(place: string): Promise<KeptWorkspace | UnlockRefusal | { readonly type: 'NoOtherTab' }>;
  /** Opens a kept workspace by its recovery kit, under new words. */
  restoreFromKit(options: RestoreFromKitOptions): Promise<KeptWorkspace | RestoreRefusal>;
  /** Looks into a backup without keeping anything. */
  verifyBackup(bytes: Uint8Array, opener: BackupOpener): Promise<BackupFacts | BackupRefusal>;
  /**
   * Opens a backup on this device, under new words. By the kit of a device that the workspace lists it
   * goes on as that device; otherwise what it holds is read into a new workspace.
   */
  restoreFromBackup(options: RestoreFromBackupOptions): Promise<KeptWorkspace | RestoreRefusal>;
  /** Erases a place without its words: the wraps first, then the data. */
  erase(place: string): Promise<StorageRefusal | undefined>;
  /** Ends the worker half, as a lock does. */
  close(): void;
}

export interface KeepOptions {
  /** Six words of one list, as typed. */
  readonly words: string;
  readonly passing?: PassingWorkspace;
}

export interface UnlockOptions {
  readonly words: string;
  readonly place?: string;
}

export interface RestoreFromKitOptions {
  readonly kit: string;
  readonly words: string;
  readonly place?: string;
}

/** How a backup is opened: twelve words of a kit, or the passphrase it was made with. */
export type BackupOpener = { readonly kit: string } | { readonly passphrase: string };

export interface RestoreFromBackupOptions {
  readonly bytes: Uint8Array;
  readonly opener: BackupOpener;
  readonly words: string;
}

export interface KeptWorkspace extends Workspace {
  readonly kind: 'kept';
  readonly place: string;
  /** The others: people, devices, the server. */
  readonly together: Together;
  readonly envelopes: Envelopes;
  /** What could not be read when it was opened; all else is there. Empty where nothing is wrong. */
  readonly damaged: readonly Damage[];
  /** How many deleted records still hold what they said, until it is erased for good. */
  erasable(): number;
  /** Resolves when everything committed so far is saved on this device, or cannot be. */
  settled(): Promise<SafetyState>;
  /**
   * Drops all keys, here and in every other tab, after saving what waits. Where that cannot be saved
   * it stays open and says so, unless it is to lock `anyway`.
   */
  lock(how?: { readonly anyway: boolean }): Promise<NotSaved | undefined>;
  /**
   * Called once when the workspace was locked, here or from another tab, with how many changes could
   * not be saved and are lost. Returns the way to stop.
   */
  onLocked(
    listener: (because: 'asked' | 'elsewhere' | 'erased', unsaved: number) => void,
  ): () => void;
  /** Removes the workspace from this device: the wraps first, then the data. */
  erase(): Promise<StorageRefusal | undefined>;
  /**
   * Twelve words that are a recovery device; the one before, if any, is revoked. Shown once. This, and
   * whatever else lasts longer than the open workspace, asks for the six words again.
   */
  createRecoveryKit(language: WordsLanguage, words: string): Promise<RecoveryKit | KitRefusal>;
  /** Whether this person has a recovery device in the chain. */
  hasRecoveryKit(): boolean;
  revokeRecoveryKit(words: string): Promise<KitRefusal | undefined>;
  /** Seals everything under new words; the old ones open nothing from then on. */
  changeWords(old: string, words: string): Promise<WordsAgainRefusal | OldLockLeft | undefined>;
  /** Everything this person can read, in the open: for JSON, or a page by `exportToPage`. */
  exportAll(): Export;
  /**
   * Reads the text of an export into this workspace: records over those with the same id, texts only
   * where there is none yet. Lists what was left out.
   */
  importAll(text: string): ImportPlan | ImportRefusal;
  /** Everything this person can read, as one sealed file in the age format. */
  backup(
    to: BackupTo,
    words: string,
  ): Promise<Uint8Array<ArrayBuffer> | BackupRefusal | WordsAgainRefusal>;
}

export interface RecoveryKit {
  readonly words: readonly string[];
  /** The kit before could not be ended for good: its paper may still open something. */
  readonly oldLeft: boolean;
}

/** Whom a backup is for: the kit of this person, or a passphrase of its own. */
export type BackupTo = { readonly kit: true } | { readonly passphrase: string };

export interface BackupFacts {
  readonly type: 'BackupIsWhole';
  /** The signing device's clock, ms since 1970. */
  readonly madeAt: number;
  readonly records: number;
  readonly texts: number;
  /** How many messages of the workspace are in it. */
  readonly position: number;
  /** Whether this device has the same workspace and has gone further than the backup. */
  readonly older: boolean;
}

/** Changes that are on screen only: the storage does not take them. */
export interface NotSaved {
  readonly type: 'NotSaved';
  readonly waiting: number;
}

/** One thing that could not be read. Nothing else is lost by it. */
export type Damage =
  | { readonly type: 'BlockDamaged'; readonly block: string }
  | { readonly type: 'EntryDamaged'; readonly position: number }
  | { readonly type: 'KeyDamaged'; readonly key: 'epoch' | 'circle' }
  /** Something that waited for the server. */
  | { readonly type: 'HeldDamaged' };

export type StorageRefusal =
  | { readonly type: 'StorageFull' }
  | { readonly type: 'StorageLost' }
  | { readonly type: 'StorageInUse' }
  /** A newer application made the storage, or wrote what lies in it. */
  | { readonly type: 'NewerVersion' };

/**
 * The new words count, and the old open nothing here. But the disk would not wipe the old lock: who
 * can read raw bytes off it may still find what the old words opened.
 */
export interface OldLockLeft {
  readonly type: 'OldLockLeft';
}

export type KeepRefusal = WordsRefusal | StorageRefusal;

export type UnlockRefusal =
  | WordsRefusal
  | StorageRefusal
  | { readonly type: 'NothingKept' }
  | { readonly type: 'WrongWords' }
  /** Somebody lowered the cost of guessing in the stored lock; words are not even tried. */
  | { readonly type: 'LockWeakened' }
  /** What everything hangs on cannot be read: the lock, this device's keys, or the chain. */
  | { readonly type: 'StoreDamaged'; readonly part: 'lock' | 'keys' | 'chain' };

/** The six words that were typed once more do not open this place, or cannot be tried. */
export type WordsAgainRefusal = Exclude<UnlockRefusal, { readonly type: 'NothingKept' }>;

export type KitRefusal =
  | WordsAgainRefusal
  | { readonly type: 'NotNow' }
  | { readonly type: 'NoKit' };

export type BackupRefusal =
  | KitWordsRefusal
  | { readonly type: 'NotABackup' }
  | { readonly type: 'BackupTruncated' }
  | { readonly type: 'BackupAltered' }
  | { readonly type: 'BackupWeakened' }
  /** Neither these words nor this passphrase open it. */
  | { readonly type: 'OtherRecipient' }
  | { readonly type: 'NewerVersion' }
  | { readonly type: 'NoKit' };

export type RestoreRefusal =
  | UnlockRefusal
  | BackupRefusal
  | OldLockLeft
  | { readonly type: 'KitUnknown' }
  /** This workspace is kept here already: open it, rather than an older copy beside it. */
  | { readonly type: 'AlreadyHere' }
  | { readonly type: 'BackupOlder' };
