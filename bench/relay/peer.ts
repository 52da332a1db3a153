/** What a server must let us do to be measured: make a stream, append, listen, and read it back. */
import type { Taken } from '../servers/start.ts';

export interface Peer {
  /** What an acknowledged append means there. */
  readonly ack: string;
  start(): Promise<RunningPeer>;
}

export interface RunningPeer {
  /** Makes an empty stream. */
  stream(name: string): Promise<PeerStream>;
  /** What the server's process has taken so far; undefined where that is not known. */
  taken(): Taken | undefined;
  stop(): Promise<void>;
}

export interface PeerStream {
  /** A connection of its own, with one append at a time. */
  writer(): Promise<Writer>;
  /** A live reader from now on, on a connection of its own; kept when it is at the stream's end. */
  listen(hear: (bytes: Buffer) => void): Promise<Closing>;
  /** Every message, as somebody who comes now reads it. */
  all(): Promise<readonly string[]>;
}

export interface Closing {
  close(): void;
}

export interface Writer extends Closing {
  /** Resolves when the server says that it has it. */
  append(message: string): Promise<void>;
}
