import type { Subject } from '../subject.ts';

/** One field of one record changed, until the caller reads it; then signed and sealed. */
export const edit: Subject = {
  name: 'edit',
  sizes: [60_000],
  headline: 'seen µs',
  contenders: {
    Alongside: async () => (await import('./alongside.ts')).contender(),
    'Yjs, nested': async () => (await import('./peers.ts')).yjs(),
    TinyBase: async () => (await import('./peers.ts')).tinybase(),
    Automerge: async () => (await import('./peers.ts')).automerge(),
  },
};
