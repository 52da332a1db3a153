/**
 * The roots of the places that are open in one worker, so that a second tab which the same worker serves
 * opens without words. They never leave the worker: no channel of the origin carries them, since every
 * script of the origin can listen there.
 */
export interface OpenRoots {
  /** Until the returned function is called. */
  hold(place: string, root: CryptoKey): () => void;
  of(place: string): CryptoKey | undefined;
}

export function createOpenRoots(): OpenRoots {
  const open = new Map<string, CryptoKey[]>();
  return {
    hold(place, root) {
      open.set(place, [...(open.get(place) ?? []), root]);
      return () => {
        const left = open.get(place) ?? [];
        const at = left.indexOf(root);
        if (at >= 0) open.set(place, left.toSpliced(at, 1));
      };
    },
    of: (place) => open.get(place)?.at(-1),
  };
}
