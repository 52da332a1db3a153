/**
 * What the frame needs of a kept workspace, whoever makes it: keep what was typed, open it with the
 * words, let go of it. The vault's worker stands behind `kept.ts`; tests put another in its place.
 */
import type { PassingWorkspace, Workspace } from '@alongside/vault';
import type { OpenRefusal } from './refusals.ts';

export interface KeepRequest {
  /** The name others will know the person by. */
  readonly name: string;
  readonly words: readonly string[];
  /** What was typed so far. */
  readonly typed: PassingWorkspace;
}

export interface Kept {
  readonly type: 'Kept';
  readonly workspace: Workspace;
  /** Waits for what is being written, then drops keys, worker and tables. */
  close(): Promise<void>;
}

export interface Keeper {
  isKept(): Promise<boolean>;
  keep(request: KeepRequest): Promise<Kept | OpenRefusal>;
  unlock(words: readonly string[]): Promise<Kept | OpenRefusal>;
  /** Removes everything of it from this device. */
  erase(): Promise<void>;
}
