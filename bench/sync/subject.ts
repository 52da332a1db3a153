import type { Subject } from '../subject.ts';

/** A new device comes to so many changes over loopback, until every record is readable and one query answered. */
export const sync: Subject = {
  name: 'sync',
  sizes: [100_000],
  headline: 'join',
  stages: ['node'],
  contenders: {
    Alongside: async () => (await import('./alongside.ts')).contender(),
    'Yjs WebSocket, nested': async () => (await import('./peers.ts')).yjs(),
    'reference, a message each': async () => (await import('./peers.ts')).reference(),
    'floor: JSON over HTTP': async () => (await import('./peers.ts')).json(),
  },
};
