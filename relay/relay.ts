/** What every operation of the relay is given: what it stands on, and one request. */
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Limits } from './access/limits.ts';
import type { Rates } from './access/rates.ts';
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
  readonly query: URLSearchParams;
}
