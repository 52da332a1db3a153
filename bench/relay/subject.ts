import type { Subject } from '../subject.ts';
import type { Peer } from './peer.ts';

/** Durable appends a second, and how long until the last of many live readers has one; messages of 300 bytes. */
export const relay: Subject = {
  name: 'relay',
  sizes: [300],
  headline: 'last of 1000',
  stages: ['node'],
  contenders: {
    'Alongside, SQLite': async () => of((await import('./http-peers.ts')).sqlite),
    'Alongside, PostgreSQL': async () => of((await import('./http-peers.ts')).postgres),
    'reference, file store': async () => of((await import('./http-peers.ts')).reference),
    'Yjs WebSocket, LevelDB': async () => of((await import('./yjs.ts')).yjs),
    'floor: HTTP and a file': async () => of((await import('./http-peers.ts')).floor),
    'floor: file, no server': async () => (await import('./disk.ts')).file(),
    'floor: SQLite, no server': async () => (await import('./disk.ts')).sqlite(),
  },
};

async function of(peer: Peer) {
  return (await import('./contender.ts')).contenderOf(peer);
}
