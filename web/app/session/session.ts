/**
 * What this tab is in the middle of: at the doors of a first visit, trying with nothing kept, locked,
 * or in the open workspace. One small machine outside React; pages ask it to move, and it says where
 * it stands. It holds no words and no keys: those stay in the vault's worker.
 */
import type { Workspace } from '@alongside/vault';
import type { OpenRefusal } from '../open-workspace/refusals.ts';

export type Session =
  | { readonly type: 'Starting' }
  | { readonly type: 'CannotRun'; readonly because: 'no-secure-context' | 'too-old' }
  | { readonly type: 'Doors' }
  | { readonly type: 'Passing'; readonly workspace: Workspace; readonly example: boolean }
  | {
      readonly type: 'Locked';
      /** Someone is going somewhere risky: nothing short of the words opens it. */
      readonly risky: boolean;
      readonly refusal?: OpenRefusal;
    }
  | { readonly type: 'Open'; readonly workspace: Workspace };

type Listener = () => void;

export interface SessionStore {
  get(): Session;
  set(next: Session): void;
  subscribe(heard: Listener): () => void;
}

export function createSessionStore(): SessionStore {
  let session: Session = { type: 'Starting' };
  const listeners = new Set<Listener>();
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
