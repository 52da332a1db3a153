/**
 * A new device of Alongside: it has a link and was let in. The welcome is opened, the checkpoint fetched
 * in sealed chunks, the chain verified from its beginning, the tables put together, the tail since the
 * checkpoint opened, verified and folded; then every field is read. Writing to the device's own disk is not in it.
 */
import { columnsToTables } from '../../vault/fold/columns/snapshot.ts';
import { createFold } from '../../vault/fold/fold.ts';
import { answerTo, enterByLink } from '../../vault/joining/ask.ts';
import { fragmentToLink } from '../../vault/joining/link.ts';
import { createRelayChildren } from '../../vault/sync/relay-children.ts';
import type { Contact } from '../data.ts';
import { pack, unpack } from '../seal.ts';
import { startServer } from '../servers/start.ts';
import type { Contender } from '../subject.ts';
import { bytesToFolder, folderToBytes } from './folder.ts';
import { relayAt, startMember, streamAt } from './member.ts';
import { answerOf, changesOf } from './records.ts';
import { loadFetch, timed } from './timed.ts';
import { foldContext, makeWorkspace, newcomer } from './workspace.ts';

export function contender(): Contender {
  return {
    async prepare(count) {
      const server = await startServer('alongside');
      const link = await makeWorkspace(server.address, changesOf(count));
      await server.stop();
      const bytes = pack([new TextEncoder().encode(link), folderToBytes(server.folder)]);
      server.remove();
      return bytes;
    },
    async measure(bytes) {
      const [link = new Uint8Array(), files = new Uint8Array()] = unpack(bytes);
      const server = await startServer('alongside', [], (folder) => bytesToFolder(files, folder));
      const measured = await join(server.address, new TextDecoder().decode(link));
      await server.stop();
      server.remove();
      return measured;
    },
  };
}

async function join(server: string, fragment: string) {
  const { fetched, received } = counting();
  const context = relayAt(server, fetched);
  const ruth = await newcomer();
  const children = createRelayChildren(context, null);
  await loadFetch(server);
  const begin = performance.now();
  let [checkpoint, tail] = [0, 0];
  const { ms, check } = await timed(async () => {
    const link = fragmentToLink(fragment);
    if ('type' in link) throw new Error(link.type);
    const answer = await answerTo(link, ruth.keys.device, children);
    if (answer.type !== 'Welcomed') throw new Error(answer.type);
    const entered = await enterByLink(link, answer.welcomes, ruth.keys, children);
    if ('type' in entered) throw new Error(entered.type);
    const { state, device, offset, blocks, contents, carried } = entered;
    const fold = createFold(foldContext, columnsToTables(blocks).state);
    fold.applyAccepted(contents.map(({ accepted }) => accepted));
    const relay = streamAt(context, state, ruth.keys);
    const replica = startMember(ruth, { state, device, offset, relay, fold, carried });
    checkpoint = performance.now() - begin;
    await replica.catchUp();
    tail = performance.now() - begin - checkpoint;
    return answerOf(fold.tables.all('contacts') as unknown as Contact[]);
  });
  return {
    ms: { ...ms, checkpoint, tail },
    facts: { 'MB received': received() / 1e6, check },
  };
}

/** A fetch that counts the bytes of bodies, as answers announce them. */
function counting() {
  let bytes = 0;
  const fetched: typeof fetch = async (input, init) => {
    const answer = await fetch(input, init);
    if (init?.method === 'GET') bytes += Number(answer.headers.get('content-length') ?? 0);
    return answer;
  };
  return { fetched, received: () => bytes };
}
