/**
 * What this tab is in the middle of: at the doors of a first visit, trying with nothing kept, locked,
 * or in the open workspace. One small store outside React; moves change it, components read it. It
 * holds no words and no keys: those stay in the vault's worker.
 */
import type { Workspace } from '@alongside/vault';
import type { KeptWorkspace, StorageRefusal } from '../open-workspace/vault.ts';

export type Session =
  | { readonly type: 'Starting' }
  | { readonly type: 'CannotRun'; readonly because: 'no-secure-context' | 'too-old' }
  /** Nothing is kept here and nothing is open; `refusal` says when the storage could not be read. */
  | { readonly type: 'Doors'; readonly refusal?: StorageRefusal }
  | { readonly type: 'Passing'; readonly workspace: Workspace; readonly example: boolean }
  /**
   * `risky`: someone said that they are going somewhere risky. `lost`: so many changes could not be
   * saved before.
   */
  | { readonly type: 'Locked'; readonly risky: boolean; readonly lost?: number }
  /**
   * `notSaved`: someone asked to lock, and so many changes would be lost by it. `besides`: it was opened
   * in the place of another one.
   */
  | {
      readonly type: 'Open';
      readonly workspace: KeptWorkspace;
      readonly notSaved?: number;
      readonly besides?: true;
    };

export interface SessionStore {
  get(): Session;
  set(next: Session): void;
  subscribe(heard: () => void): () => void;
}

export function createSessionStore(): SessionStore {
  let session: Session = { type: 'Starting' };
  const listeners = new Set<() => void>();
  return {
    get: () => session,
    set(next) {
      session = next;
      for (const heard of listeners) heard();
    },
    subscribe(heard) {
      listeners.add(heard);
      return () => void listeners.delete(heard);
    },
  };
}
