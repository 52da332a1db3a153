/** The same records on other servers, for a new client of each: nothing is sealed, signed or checked there. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Doc, Map as YMap } from 'yjs';
import type { Contact } from '../data.ts';
import { startServer } from '../servers/start.ts';
import type { Contender } from '../subject.ts';
import { bytesToFolder, folderToBytes } from './folder.ts';
import { answerOf, type Change, changesOf } from './records.ts';
import { loadFetch, timed } from './timed.ts';
import { type SyncedDocument, sendUpdates, synced } from './yjs-document.ts';

const together = 1_000;
const root = 'contacts';

/** The protocol's reference server: a message a change, read from the beginning and put into a map. */
export function reference(): Contender {
  const path = '/changes';
  return {
    async prepare(count) {
      const server = await startServer('reference');
      const headers = { 'content-type': 'application/json' };
      await fetch(server.address + path, { method: 'PUT', headers });
      const { first, later } = changesOf(count);
      const changes = [...first, ...later];
      for (let at = 0; at < changes.length; at += together) {
        const body = JSON.stringify(changes.slice(at, at + together));
        const answer = await fetch(server.address + path, { method: 'POST', headers, body });
        if (!answer.ok) throw new Error(`Appending: ${answer.status}`);
      }
      await server.stop();
      const bytes = folderToBytes(server.folder);
      server.remove();
      return bytes;
    },
    async measure(bytes) {
      const server = await startServer('reference', [], (folder) => bytesToFolder(bytes, folder));
      await loadFetch(server.address);
      let received = 0;
      const { ms, check } = await timed(async () => {
        const records = new Map<string, Record<string, unknown>>();
        for (let offset = '-1'; offset !== ''; ) {
          const answer = await fetch(`${server.address}${path}?offset=${offset}`);
          const text = await answer.text();
          received += text.length;
          for (const { id, field, value } of JSON.parse(text) as Change[]) {
            const record = records.get(id) ?? { id };
            record[field] = value;
            records.set(id, record);
          }
          const isAtEnd = answer.headers.get('stream-up-to-date') === 'true';
          offset = isAtEnd ? '' : (answer.headers.get('stream-next-offset') ?? '');
        }
        return answerOf([...records.values()] as unknown as Contact[]);
      });
      await server.stop();
      server.remove();
      return { ms, facts: { 'MB received': received / 1e6, check } };
    },
  };
}

/** A document with a map a record. A colleague is there already, so the server need not read its disk. */
export function yjs(): Contender {
  return {
    async prepare(count) {
      const server = await startServer('yjs');
      const { first, later } = changesOf(count);
      const updates: Uint8Array[] = [];
      const doc = new Doc();
      doc.on('update', (update) => updates.push(update));
      const contacts = doc.getMap<YMap<unknown>>(root);
      for (let at = 0; at < first.length; at += together) {
        doc.transact(() => write(contacts, first.slice(at, at + together)));
      }
      for (const change of later) write(contacts, [change]);
      await sendUpdates(`${server.address}/${root}`, updates);
      await server.stop();
      const bytes = folderToBytes(server.folder);
      server.remove();
      return bytes;
    },
    async measure(bytes) {
      const server = await startServer('yjs', [], (folder) => bytesToFolder(bytes, folder));
      const url = `${server.address}/${root}`;
      const colleague = await synced(url);
      await untilFilled(colleague.doc.getMap(root));
      let newcomer: SyncedDocument | undefined;
      const { ms, check } = await timed(async () => {
        newcomer = await synced(url);
        return answerOf(recordsOf(newcomer.doc));
      });
      for (const one of [newcomer, colleague]) one?.socket.terminate();
      const received = newcomer?.received ?? 0;
      await server.stop();
      server.remove();
      return { ms, facts: { 'MB received': received / 1e6, check } };
    },
  };
}

function write(contacts: YMap<YMap<unknown>>, changes: readonly Change[]): void {
  for (const { id, field, value } of changes) {
    const record = contacts.get(id) ?? contacts.set(id, new YMap());
    record.set(field, value);
  }
}

/** The first to come is answered before the server has read its disk, and told the rest afterwards. */
async function untilFilled(contacts: YMap<unknown>): Promise<void> {
  if (contacts.size === 0) await new Promise<void>((resolve) => contacts.observe(() => resolve()));
}

function recordsOf(doc: Doc): Contact[] {
  return [...doc.getMap<YMap<unknown>>(root)].map(
    ([id, record]) => ({ ...record.toJSON(), id }) as unknown as Contact,
  );
}

/** A floor: the same records as one JSON over HTTP. */
export function json(): Contender {
  return {
    async prepare(count) {
      const { first, later } = changesOf(count);
      const records = new Map<string, Record<string, unknown>>();
      for (const { id, field, value } of [...first, ...later]) {
        records.set(id, { ...(records.get(id) ?? { id }), [field]: value });
      }
      return new TextEncoder().encode(JSON.stringify([...records.values()]));
    },
    async measure(bytes) {
      const server = await startServer('floor', [], (folder) =>
        writeFileSync(join(folder, 'log'), bytes),
      );
      await loadFetch(server.address);
      let received = 0;
      const { ms, check } = await timed(async () => {
        const text = await (await fetch(`${server.address}/log`)).text();
        received = text.length;
        return answerOf(JSON.parse(text) as Contact[]);
      });
      await server.stop();
      server.remove();
      return { ms, facts: { 'MB received': received / 1e6, check } };
    },
  };
}
