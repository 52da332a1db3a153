/** Clients of the Yjs WebSocket server: one that asks for everything and has it, and one that sends. */
import { once } from 'node:events';
import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import {
  messageYjsSyncStep2,
  readSyncMessage,
  writeSyncStep1,
  writeUpdate,
} from 'y-protocols/sync';
import { Doc } from 'yjs';

const messageSync = 0;

export interface SyncedDocument {
  readonly doc: Doc;
  readonly socket: WebSocket;
  /** Bytes that came. */
  readonly received: number;
}

/** Resolves when the document is as the server has it. */
export async function synced(url: string): Promise<SyncedDocument> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  const doc = new Doc();
  let received = 0;
  const done = new Promise<void>((resolve) => {
    socket.on('message', (bytes: Buffer) => {
      received += bytes.length;
      const decoder = decoding.createDecoder(bytes);
      if (decoding.readVarUint(decoder) !== messageSync) return;
      const answer = encoding.createEncoder();
      encoding.writeVarUint(answer, messageSync);
      const kind = readSyncMessage(decoder, answer, doc, null);
      if (encoding.length(answer) > 1) socket.send(encoding.toUint8Array(answer));
      if (kind === messageYjsSyncStep2) resolve();
    });
  });
  await once(socket, 'open');
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageSync);
  writeSyncStep1(encoder, doc);
  socket.send(encoding.toUint8Array(encoder));
  await done;
  return { doc, socket, received };
}

/** Sends updates; resolves when the server has them all in memory. */
export async function sendUpdates(url: string, updates: readonly Uint8Array[]): Promise<void> {
  const socket = new WebSocket(url, { perMessageDeflate: false });
  await once(socket, 'open');
  for (const update of updates) socket.send(updateMessage(update));
  const answered = once(socket, 'pong');
  socket.ping();
  await answered;
  socket.terminate();
}

/** An update as it travels. */
export function updateMessage(update: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, messageSync);
  writeUpdate(encoder, update);
  return encoding.toUint8Array(encoder);
}
