/** The Yjs WebSocket server as its package starts it, with LevelDB: `node yjs.ts FOLDER`. */
import { freePort, hosted, untilListening } from './hosted.ts';

interface Utils {
  /** `destroy` writes what waits, and closes LevelDB. */
  getPersistence(): { readonly provider: { destroy(): Promise<void> } };
}

const [folder = ''] = process.argv.slice(2);
const port = await freePort();
Object.assign(process.env, { HOST: '127.0.0.1', PORT: String(port), YPERSISTENCE: folder });
const utils = import.meta.resolve('@y/websocket-server/utils');
await import(new URL('server.js', utils).href);
await untilListening(port);
const { getPersistence } = (await import(utils)) as Utils;
hosted(`ws://127.0.0.1:${port}`, () => getPersistence().provider.destroy());
