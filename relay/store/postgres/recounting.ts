/**
 * Counts a main stream's children anew. A relay that stops between counting a child's bytes at its main
 * stream and writing them leaves too much counted; that matters only once a child is refused room, so
 * then the main stream is looked at. It is counted anew when nothing was counted at it for so long that no
 * relay can still be between the two: every change of its row would have made another version of it.
 */
import type { StreamId } from '../store.ts';
import { noEffects } from './changes.ts';
import type { Held } from './held.ts';
import type { Rows } from './rows.ts';

/** Several times what a change of a child can take. */
const quiet = 60_000;
const suspectsAtMost = 10_000;

export function createRecounting(rows: Rows, now: () => number) {
  const suspects = new Map<StreamId, { readonly life: number; version: number; since: number }>();
  return {
    suspect({ state, life, version }: Held): void {
      if (suspects.get(state.id)?.life === life || suspects.size >= suspectsAtMost) return;
      suspects.set(state.id, { life, version, since: now() });
    },

    /** Counts those anew that were quiet for long enough. */
    async recount(): Promise<void> {
      for (const [id, seen] of suspects) {
        const main = await rows.find(id);
        if (!main || main.life !== seen.life) suspects.delete(id);
        else if (main.version !== seen.version) {
          seen.version = main.version;
          seen.since = now();
        } else if (now() - seen.since >= quiet) {
          const { children, bytes } = await rows.family(id, main.life);
          const next = {
            ...main,
            version: main.version + 1,
            children,
            childrenBytes: bytes,
            recounts: main.recounts + 1,
          };
          if (await rows.change(main, next, noEffects)) suspects.delete(id);
        }
      }
    },
  };
}
