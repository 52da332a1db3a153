/**
 * A Yjs document as a log: each message is a value under a key of its own, so that writers meet nowhere.
 * Nobody is answered there. What is counted is a ping sent behind the update: its answer says that the
 * update is in the server's memory and on its way to LevelDB, which nothing waits for.
 */
import { once } from 'node:events';
import WebSocket from 'ws';
import { Doc } from 'yjs';
import { startServer } from '../servers/start.ts';
import { synced, updateMessage } from '../sync/yjs-document.ts';
import type { Closing, Peer, PeerStream, Writer } from './peer.ts';

export const yjs: Peer = {
  ack: 'none: counted when the update is in memory',
  async start() {
    const { address, taken, stop, remove } = await startServer('yjs');
    return {
      async stream(name) {
        // Somebody stays: whoever comes when nobody is there is answered before LevelDB was read.
        await connected(`${address}/${name}`);
        return yjsStream(`${address}/${name}`);
      },
      taken,
      async stop() {
        await stop();
        remove();
      },
    };
  },
};

function yjsStream(url: string): PeerStream {
  let keys = 0;
  return {
    async writer(): Promise<Writer> {
      const socket = await connected(url);
      const doc = new Doc();
      const log = doc.getMap('log');
      let update: Uint8Array = new Uint8Array();
      doc.on('update', (made: Uint8Array) => {
        update = made;
      });
      return {
        async append(message) {
          keys += 1;
          log.set(String(keys), message);
          const answered = once(socket, 'pong');
          socket.send(updateMessage(update));
          socket.ping();
          await answered;
        },
        close: () => socket.terminate(),
      };
    },
    async listen(hear): Promise<Closing> {
      const socket = await connected(url);
      socket.on('message', (bytes: Buffer) => hear(bytes));
      return { close: () => socket.terminate() };
    },
    async all() {
      const { doc, socket } = await synced(url);
      socket.terminate();
      return [...doc.getMap('log').values()] as string[];
    },
  };
}

/** Open, and greeted: the server sends its state vector to whoever comes. */
async function connected(url: string): Promise<WebSocket> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, 'message');
  return socket;
}
