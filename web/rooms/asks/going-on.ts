/** What goes on in this room by itself as long as a kept workspace is open. */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { clearOldMessages } from './clear-old-messages.ts';
import { openEnvelopes } from './envelopes/open-envelopes.ts';
import { pickUp } from './pick-up.ts';

export function goOn(workspace: KeptWorkspace): () => void {
  const stops = [openEnvelopes(workspace), pickUp(workspace), clearOldMessages(workspace)];
  return () => {
    for (const stop of stops) stop();
  };
}
