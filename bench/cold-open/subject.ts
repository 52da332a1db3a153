import type { Subject } from '../subject.ts';

/** From sealed bytes to every record readable and one filtered, sorted query. */
export const coldOpen: Subject = {
  name: 'cold-open',
  sizes: [10_000, 60_000, 200_000],
  headline: 'open',
  contenders: {
    Alongside: async () => (await import('./alongside.ts')).contender(),
    'floor: JSON.parse': async () => (await import('./floors.ts')).json(),
    'floor: sealed JSON': async () => (await import('./floors.ts')).sealedJson(),
    'floor: sealed columns': async () => (await import('./floors.ts')).columns(),
    'Yjs, flat': async () => (await import('./peers.ts')).yjsFlat(),
    'Yjs, nested': async () => (await import('./peers.ts')).yjsNested(),
    TinyBase: async () => (await import('./peers.ts')).tinybase(),
    Automerge: async () => (await import('./peers.ts')).automerge(),
  },
};
