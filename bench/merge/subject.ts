import type { Subject } from '../subject.ts';

/** Two replicas of one table, each with that many edits the other lacks, sealed and verified. */
export const merge: Subject = {
  name: 'merge',
  sizes: [10_000],
  headline: 'merge',
  contenders: {
    Alongside: async () => (await import('./alongside.ts')).contender(),
    'Yjs, nested': async () => (await import('./peers.ts')).yjs(),
    TinyBase: async () => (await import('./peers.ts')).tinybase(),
    Automerge: async () => (await import('./peers.ts')).automerge(),
  },
};
