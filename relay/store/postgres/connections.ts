/**
 * Connections to the database: a bounded number, made when needed and again after they broke, each
 * statement with a limit of time. Every statement is a transaction of its own. What the database or the
 * way to it does not let us do is thrown as `Met` and nothing else is; mistakes of ours pass through.
 */
import pg from 'pg';
import type { WriteTrouble } from '../store.ts';

/** How long things may take, in milliseconds, and how many connections one relay has. */
export interface Patience {
  readonly connections: number;
  /** For a connection, or for one to be free. */
  readonly connecting: number;
  /** For the database to answer one statement. */
  readonly answering: number;
  /** For the database to answer whether it can be written to. */
  readonly beingReady: number;
  /** Between two looks for news that was not told. */
  readonly looking: number;
  /** Before the connection that hears of news is made again. */
  readonly reconnecting: number;
}

export const usualPatience: Patience = {
  connections: 10,
  connecting: 4_000,
  answering: 10_000,
  beingReady: 3_000,
  looking: 1_500,
  reconnecting: 500,
};

/** What a statement met. */
export class Met extends Error {
  readonly trouble: WriteTrouble;
  constructor(trouble: WriteTrouble['type'], options?: ErrorOptions) {
    super(trouble, options);
    this.trouble = { type: trouble };
  }
}

/** A statement with a name of its own, which each connection prepares once. */
export interface Statement {
  readonly name: string;
  readonly text: string;
}

export type Row = Readonly<Record<string, unknown>>;

export interface Connections {
  /** What it gives is committed, on the database's machine and wherever else it was told to. */
  run(statement: Statement, values: readonly unknown[]): Promise<readonly Row[]>;
  /** Runs a script without values. */
  script(text: string): Promise<void>;
  /** Whether a small change is committed within `beingReady`. */
  ready(): Promise<boolean>;
  end(): Promise<void>;
}

/**
 * A standby that was not promoted can be reached and not written to: such a connection is none. Whoever
 * set the database up not to wait for its disk did not mean ours.
 */
const greeting = `SELECT pg_is_in_recovery() AS standby,
  set_config('synchronous_commit',
    CASE current_setting('synchronous_commit') WHEN 'off' THEN 'on'
    ELSE current_setting('synchronous_commit') END, false)`;

export function clientSettings(url: string, patience: Patience): pg.ClientConfig {
  return {
    connectionString: url,
    fallback_application_name: 'alongside',
    connectionTimeoutMillis: patience.connecting,
    query_timeout: patience.answering,
    statement_timeout: patience.answering,
    keepAlive: true,
    types: { getTypeParser: parserOf },
  };
}

/** Whole numbers of eight bytes are numbers here: none of ours grows above 2^53. */
function parserOf(oid: number, format?: 'text' | 'binary'): (value: string) => unknown {
  return oid === pg.types.builtins.INT8
    ? Number
    : (pg.types.getTypeParser(oid, format ?? 'text') as (value: string) => unknown);
}

export function createConnections(url: string, patience: Patience): Connections {
  const warned = new WeakSet<object>();
  const pool = new pg.Pool({
    ...clientSettings(url, patience),
    max: patience.connections,
    onConnect: async (client: pg.ClientBase) => {
      client.on('notice', ({ severity }) => {
        if (severity === 'WARNING') warned.add(client);
      });
      const { rows } = await client.query(greeting);
      if (rows[0].standby) throw new Error('a standby');
      warned.delete(client);
    },
  });
  // A connection that breaks while it is idle is taken out; the next statement makes another.
  pool.on('error', () => {});

  return {
    run: (statement, values) => run({ ...statement, values: [...values] }),
    script: async (text) => void (await run({ text })),
    async ready() {
      const change = { text: 'UPDATE alongside.format SET version = version' };
      try {
        await run({ ...change, query_timeout: patience.beingReady } as pg.QueryConfig);
        return true;
      } catch (error) {
        if (error instanceof Met) return false;
        throw error;
      }
    },
    end: () => pool.end(),
  };

  async function run(query: pg.QueryConfig): Promise<readonly Row[]> {
    const client = await connected();
    let broken: Error | undefined;
    // Without someone who hears it, a connection that breaks now would end the process.
    const hear = (error: Error) => {
      broken = error;
    };
    client.on('error', hear);
    try {
      const { rows } = await client.query(query);
      // Committed here and perhaps nowhere else: someone ended the wait for the standby.
      if (warned.has(client)) throw new Error('a warning');
      return rows ?? [];
    } catch (error) {
      broken = error as Error;
      throw metBy(error);
    } finally {
      client.off('error', hear);
      client.release(broken);
    }
  }

  async function connected(): Promise<pg.PoolClient> {
    try {
      return await pool.connect();
    } catch (error) {
      throw metBy(error);
    }
  }
}

/** What PostgreSQL's own numbers mean, https://www.postgresql.org/docs/current/errcodes-appendix.html. */
function metBy(error: unknown): Met {
  const code = error instanceof pg.DatabaseError ? (error.code ?? '') : '';
  if (code === '53100') return new Met('DiskFull', { cause: error });
  if (/^XX00[12]$/.test(code)) return new Met('Damaged', { cause: error });
  // The statement or a value is wrong: a mistake of ours.
  if (/^(22|23|42(601|703|804|883|P02|P18))/.test(code)) throw error;
  return new Met('StoreAway', { cause: error });
}
