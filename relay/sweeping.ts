/** Has the store clear away what is expired, trimmed or deleted, a little at a time. */
import type { Store } from './store/store.ts';
import type { Surroundings } from './surroundings.ts';

/** Between two looks where nothing waits, and between two pieces where something does. */
const usually = 60_000;
const betweenPieces = 20;

/** Goes on until the function that it gives back is called. */
export function startSweeping(store: Store, { after }: Surroundings): () => void {
  let stopped = false;
  let cancel = after(betweenPieces, sweep);
  return () => {
    stopped = true;
    cancel();
  };

  async function sweep(): Promise<void> {
    const more = await store.sweep();
    if (!stopped) cancel = after(more === true ? betweenPieces : usually, sweep);
  }
}
