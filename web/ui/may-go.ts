/**
 * Whether what is over may go by itself. Not while *Keep everything* holds, nor before this device has heard
 * from its server whether it does: who was away may come back after papers were served.
 */
import type { KeptWorkspace } from '@alongside/vault/kept';

export function mayGo({ together, safety }: Pick<KeptWorkspace, 'together' | 'safety'>): boolean {
  const { keepEverything, server } = together.get();
  if (keepEverything.holds) return false;
  return server.type === 'NoServer' || safety.get().type === 'SavedOnServer';
}
