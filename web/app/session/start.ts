/** Puts a session together in a browser: whether it can run here, the vault, the example, the way out. */

import { showLawyer } from '../emergency/shown-lawyer.ts';
import { writeName } from '../house-records.ts';
import { connectBeside, connectVault, mayHoldSomething } from '../open-workspace/connect.ts';
import { newPassing } from '../open-workspace/passing.ts';
import { rooms } from '../rooms.ts';
import type { SessionDoor } from './context.tsx';
import { createMoves } from './moves.ts';
import { createSessionStore } from './session.ts';

export async function startSession(): Promise<SessionDoor> {
  const store = createSessionStore();
  const moves = createMoves({
    store,
    vault: connectVault,
    vaultBeside: connectBeside,
    mayHoldSomething,
    newPassing,
    writeExample: async (workspace) =>
      (await import('../open-workspace/example.ts')).writeExample(workspace),
    askToStay: () => void navigator.storage?.persist?.().catch(() => false),
    writeName,
    forgetOutside: () => showLawyer(''),
    hasUnfinished: (workspace) =>
      [...rooms.values()].some((room) => room.hasUnfinished?.(workspace)),
    beforeKeep: async (workspace) => {
      for (const room of rooms.values()) await room.beforeKeep?.(workspace);
    },
  });
  window.addEventListener('beforeunload', (event) => {
    if (moves.hasUnkept()) event.preventDefault();
  });
  // A phone may end a page that is out of sight without a word: what was typed goes to the disk first.
  document.addEventListener('visibilitychange', () => {
    const session = store.get();
    if (document.hidden && session.type === 'Open') void session.workspace.settled();
  });
  const because = cannotRun();
  if (because) store.set({ type: 'CannotRun', because });
  else await moves.begin();
  return { store, ...moves };
}

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
