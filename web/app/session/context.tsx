/** The session for components, and what they can ask of it. */
import { createContext, useContext, useSyncExternalStore } from 'react';
import type { Moves } from './moves.ts';
import type { Session, SessionStore } from './session.ts';

export interface SessionDoor extends Moves {
  readonly store: SessionStore;
}

export const SessionContext = createContext<SessionDoor | null>(null);

export function useMoves(): Moves {
  const door = useContext(SessionContext);
  if (!door) throw new Error('stands inside a session');
  return door;
}

export function useSession(): Session {
  const door = useContext(SessionContext);
  if (!door) throw new Error('stands inside a session');
  return useSyncExternalStore(door.store.subscribe, door.store.get);
}
