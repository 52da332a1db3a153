/**
 * A stream over HTTP as the protocol has it, through bare sockets: what a client costs must not hide what
 * a server does. All servers that speak HTTP are measured with this one.
 */
import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { createAnswers } from './answers.ts';
import type { PeerStream, Writer } from './peer.ts';

export interface HttpPlace {
  /** Where the server is, such as `http://127.0.0.1:80`. */
  readonly address: string;
  readonly path: string;
  /** What a reader begins with to hear from now on. */
  readonly live: string;
  readonly toRead: Readonly<Record<string, string>>;
  readonly toAppend: Readonly<Record<string, string>>;
}

export function httpStream(place: HttpPlace): PeerStream {
  return {
    writer: () => writer(place),
    async listen(hear) {
      const socket = await connected(place);
      const began = new Promise<void>((resolve, reject) => {
        socket.once('data', (bytes: Buffer) => {
          const begin = bytes.toString('latin1');
          socket.on('data', hear);
          if (begin.startsWith('HTTP/1.1 200')) resolve();
          else reject(new Error(`No reader: ${begin.slice(0, 200)}`));
        });
      });
      socket.write(head('GET', `${place.path}${place.live}`, place.toRead));
      await began;
      return { close: () => socket.destroy() };
    },
    async all() {
      const messages: string[] = [];
      for (let offset = '-1'; ; ) {
        const url = `${place.address}${place.path}?offset=${offset}`;
        const answer = await fetch(url, { headers: place.toRead });
        if (answer.status !== 200) throw new Error(`Reading back: ${answer.status}`);
        messages.push(...((await answer.json()) as string[]));
        if (answer.headers.get('stream-up-to-date') === 'true') return messages;
        offset = answer.headers.get('stream-next-offset') ?? '';
      }
    },
  };
}

async function writer(place: HttpPlace): Promise<Writer> {
  const socket = await connected(place);
  const answers = createAnswers();
  let answered: ((status: number) => void) | undefined;
  socket.on('data', (bytes: Buffer) => {
    for (const status of answers.take(bytes)) answered?.(status);
  });
  const toAppend = { ...place.toAppend, 'content-type': 'application/json' };
  return {
    async append(message) {
      const body = `["${message}"]`;
      const whole = { ...toAppend, 'content-length': String(body.length) };
      const status = await new Promise<number>((resolve) => {
        answered = resolve;
        socket.write(head('POST', place.path, whole) + body, 'latin1');
      });
      if (status !== 204 && status !== 200) throw new Error(`Appending: ${status}`);
    },
    close: () => socket.destroy(),
  };
}

async function connected({ address }: HttpPlace): Promise<Socket> {
  const { hostname, port } = new URL(address);
  const socket = connect({ host: hostname, port: Number(port), noDelay: true });
  await once(socket, 'connect');
  return socket;
}

function head(method: string, path: string, headers: Readonly<Record<string, string>>): string {
  const lines = Object.entries({ host: 'localhost', ...headers }).map(
    ([name, value]) => `${name}: ${value}`,
  );
  return `${method} ${path} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`;
}
