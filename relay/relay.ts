/** What every operation of the relay is given: what it stands on, and one request. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from './access/limits.ts';
import type { Rates } from './access/rates.ts';
import type { Answered } from './answers.ts';
import type { Counts } from './counts.ts';
import type { Store } from './store/store.ts';
import type { Live } from './stream/live.ts';
import type { Surroundings } from './surroundings.ts';

export interface Relay {
  readonly store: Store;
  readonly surroundings: Surroundings;
  readonly limits: Limits;
  readonly rates: Readonly<Record<'appends' | 'creations' | 'childAppends' | 'manages', Rates>>;
  readonly live: Live;
  readonly counts: Counts;
  /** Addresses of proxies that are believed about who stands behind them, besides this machine's. */
  readonly proxies: ReadonlySet<string>;
}

/** One request for a stream. */
export interface Exchange {
  readonly incoming: IncomingMessage;
  readonly outgoing: ServerResponse;
  /** The stream's name. */
  readonly id: string;
}

/** One request to read a stream. */
export interface Reading extends Exchange {
  readonly query: URLSearchParams;
}

/** One request before it is known for which stream. */
export interface Request extends Omit<Exchange, 'id'> {
  /** What the address has behind `/v1/stream/`, as it was sent. */
  readonly name: string;
  /** What it has behind the question mark. */
  readonly search: string;
}

/** How requests for streams are answered: by token, or openly. */
export type Profile = (relay: Relay, request: Request) => Promise<Answered>;
