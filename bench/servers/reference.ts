/** The protocol's own reference server with its file store: `node reference.ts FOLDER`. */
import { DurableStreamTestServer } from '@durable-streams/server';
import { hosted } from './hosted.ts';

const [folder = ''] = process.argv.slice(2);
const server = new DurableStreamTestServer({ port: 0, host: '127.0.0.1', dataDir: folder });
const address = await server.start();
hosted(address, () => server.stop());
