/** Puts a session together in a browser: can it run here, is something kept, what do other tabs say. */

import { keeper } from '../open-workspace/kept.ts';
import { newPassing } from '../open-workspace/passing.ts';
import type { SessionDoor } from './context.tsx';
import { createMoves, type TabMessage } from './moves.ts';
import { createSessionStore } from './session.ts';

export async function startSession(): Promise<SessionDoor> {
  const store = createSessionStore();
  const tabs = new BroadcastChannel('alongside');
  const moves = createMoves({
    store,
    keeper,
    newPassing,
    writeExample: async () => {},
    tellTabs: (message) => tabs.postMessage(message),
  });
  tabs.onmessage = ({ data }: MessageEvent<unknown>) => {
    const message = tabMessages.find((known) => known === data);
    if (message) void moves.heardFromTab(message);
  };
  window.addEventListener('beforeunload', (event) => {
    if (moves.hasUnkept()) event.preventDefault();
  });

  const because = cannotRun();
  if (because) store.set({ type: 'CannotRun', because });
  else store.set((await keeper.isKept()) ? { type: 'Locked', risky: false } : { type: 'Doors' });
  return { store, ...moves };
}

const tabMessages: readonly TabMessage[] = ['locked', 'locked-risky', 'erased'];

function cannotRun(): 'no-secure-context' | 'too-old' | undefined {
  if (!window.isSecureContext) return 'no-secure-context';
  const needed = [
    'subtle' in crypto,
    'toBase64' in Uint8Array.prototype,
    'Segmenter' in Intl,
    'locks' in navigator,
    'indexedDB' in window,
  ];
  return needed.every(Boolean) ? undefined : 'too-old';
}
