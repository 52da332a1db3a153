/** What goes on in this room by itself as long as a kept workspace is open. */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { letGoAfterTerm } from '../../ui/let-go-after-term.ts';
import { openEnvelopes } from './envelopes/open-envelopes.ts';
import { pickUp } from './pick-up.ts';

export function goOn(workspace: KeptWorkspace): () => void {
  const stops = [
    openEnvelopes(workspace),
    pickUp(workspace),
    letGoAfterTerm(workspace, 'askWords'),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
