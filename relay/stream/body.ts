/** Reads a request's body up to a limit, and stops listening where it is passed. */
import type { IncomingMessage } from 'node:http';

export type Body = Uint8Array | 'TooLarge' | 'Broken';

/** `Broken` where the connection ended before the body did. */
export function readBody(incoming: IncomingMessage, atMost: number): Promise<Body> {
  const announced = Number(incoming.headers['content-length'] ?? 0);
  if (announced > atMost) return Promise.resolve('TooLarge');
  return new Promise((resolve) => {
    const pieces: Buffer[] = [];
    let size = 0;
    const done = (body: Body) => {
      incoming.removeListener('data', data);
      incoming.removeListener('end', end);
      incoming.removeListener('close', broken);
      incoming.removeListener('error', broken);
      resolve(body);
    };
    const data = (piece: Buffer) => {
      size += piece.length;
      if (size > atMost) {
        done('TooLarge');
        incoming.resume();
      } else pieces.push(piece);
    };
    const end = () => {
      const [only] = pieces;
      done(only && pieces.length === 1 ? only : Buffer.concat(pieces, size));
    };
    const broken = () => done('Broken');
    incoming.on('data', data);
    incoming.on('end', end);
    incoming.on('close', broken);
    incoming.on('error', broken);
  });
}
