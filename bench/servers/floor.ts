/**
 * A floor: HTTP, one file, one `fdatasync` for all that arrived together, one buffer for all who listen.
 * It knows no streams, no tokens and no places. `node floor.ts FOLDER`.
 */
import { fdatasyncSync, openSync, readFileSync, writevSync } from 'node:fs';
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { hosted } from './hosted.ts';

const [folder = ''] = process.argv.slice(2);
const path = join(folder, 'log');
const file = openSync(path, 'a');
const newline = Buffer.from('\n');
const readers = new Set<ServerResponse>();
let waiting: { readonly body: Buffer; readonly answer: ServerResponse }[] = [];

const server = createServer((request, response) => {
  if (request.method === 'POST') {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      waiting.push({ body: Buffer.concat(pieces), answer: response });
      if (waiting.length === 1) setImmediate(commit);
    });
  } else if (request.url?.includes('live=sse')) {
    response.writeHead(200, { 'content-type': 'text/event-stream' });
    response.flushHeaders();
    readers.add(response);
    response.on('close', () => readers.delete(response));
  } else {
    const isLog = request.url?.startsWith('/log');
    if (!isLog) return void response.end();
    response.setHeader('stream-up-to-date', 'true');
    response.end(`[${readFileSync(path, 'utf8').trimEnd().split('\n').flatMap(inside).join(',')}]`);
  }
});

function commit(): void {
  const together = waiting;
  waiting = [];
  writevSync(
    file,
    together.flatMap(({ body }) => [body, newline]),
  );
  fdatasyncSync(file);
  for (const { answer } of together) {
    answer.writeHead(204);
    answer.end();
  }
  if (readers.size === 0) return;
  const event = Buffer.from(together.map(({ body }) => `event: data\ndata:${body}\n\n`).join(''));
  for (const reader of readers) reader.write(event);
}

/** The messages of one body, which is an array of them. */
function inside(line: string): string[] {
  return line.length > 2 ? [line.slice(1, -1)] : [];
}

server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as AddressInfo;
  hosted(`http://127.0.0.1:${port}`, () => server.closeAllConnections());
});
