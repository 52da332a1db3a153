/**
 * News of streams, on this relay and from the others. A relay tells the names of the streams that it
 * changed with NOTIFY, after the change is committed, many at a time and in a transaction of its own:
 * within the change's own, PostgreSQL would let only one such commit on the whole server happen at a time.
 *
 * What is told so can be lost: with the connection, with the relay, behind a proxy that shares
 * connections out. So the rows of all streams that someone listens to are looked at again and again.
 */
import pg from 'pg';
import type { News, StreamId } from '../store.ts';
import { clientSettings, Met, type Patience } from './connections.ts';
import type { Held } from './held.ts';
import type { Rows } from './rows.ts';

const channel = 'alongside';
/** PostgreSQL takes less than 8,000 bytes at a time. */
const bytesAtMost = 7_900;
/** Names that are looked up at a time. */
const namesAtMost = 1_000;

type Hear = (news: News) => void;

interface Listened {
  readonly hearing: Set<Hear>;
  /** The row of which its listeners know; undefined where that is not known. */
  row: string | undefined;
}

export function createNews(url: string, rows: Pick<Rows, 'versions'>, patience: Patience) {
  const listened = new Map<StreamId, Listened>();
  const changed = new Set<StreamId>();
  let client: pg.Client | undefined;
  let isTelling = false;
  let isFirst = true;
  let isOver = false;
  let timer = setTimeout(look, patience.looking);
  let again: NodeJS.Timeout | undefined;
  timer.unref();
  void connect();

  return {
    listen(id: StreamId, hear: Hear): () => void {
      const one = listened.get(id) ?? { hearing: new Set(), row: undefined };
      listened.set(id, one);
      one.hearing.add(hear);
      return () => {
        one.hearing.delete(hear);
        if (one.hearing.size === 0 && listened.get(id) === one) listened.delete(id);
      };
    },

    /** Tells listeners here at once, and the other relays soon. `held`: the row as it is now. */
    tell(id: StreamId, news: News, held: Held | undefined): void {
      const one = listened.get(id);
      if (one) {
        one.row = held && `${held.life} ${held.version}`;
        for (const hear of one.hearing) hear(news);
      }
      if (isOver) return;
      changed.add(id);
      void tellOthers();
    },

    async end(): Promise<void> {
      isOver = true;
      clearTimeout(timer);
      clearTimeout(again);
      listened.clear();
      const ending = client;
      client = undefined;
      await ending?.end().catch(() => {});
    },
  };

  /** Makes the connection, and makes it again when it broke. */
  async function connect(): Promise<void> {
    const made = new pg.Client(clientSettings(url, patience));
    made.on('error', () => {});
    made.once('end', lost);
    made.on('notification', ({ payload = '', processId }) => {
      if (processId !== ownProcess(made)) hear(payload);
    });
    try {
      await made.connect();
      // What is told promises nothing: waiting for the disk, or for a standby, would only hold it back.
      await made.query('SET synchronous_commit TO off');
      await made.query(`LISTEN ${channel}`);
      if (isOver) return void made.end().catch(() => {});
      client = made;
      isFirst = false;
      // What was told while nobody listened is not known.
      for (const id of listened.keys()) changedElsewhere(id);
      void tellOthers();
    } catch {
      isFirst = false;
      made.off('end', lost);
      made.end().catch(() => {});
      lost();
    }
  }

  function lost(): void {
    client = undefined;
    if (isOver) return;
    clearTimeout(again);
    again = setTimeout(connect, patience.reconnecting);
    again.unref();
  }

  /** A connection that no longer answers may never say that it ended. */
  function drop(): void {
    const broken = client;
    if (!broken) return;
    broken.off('end', lost);
    broken.end().catch(() => {});
    lost();
  }

  function hear(payload: string): void {
    for (const id of namesIn(payload)) changedElsewhere(id);
  }

  function changedElsewhere(id: StreamId): void {
    const one = listened.get(id);
    if (!one) return;
    one.row = undefined;
    for (const hear of one.hearing) hear({});
  }

  async function tellOthers(): Promise<void> {
    if (isTelling) return;
    isTelling = true;
    try {
      while (client && changed.size > 0) {
        const payload = takePayload(changed);
        if (payload) await client.query('SELECT pg_notify($1, $2)', [channel, payload]);
      }
    } catch {
      drop();
    } finally {
      isTelling = false;
      // The others look by themselves; what changes before the first connection is told with it.
      if (!client && !isFirst) changed.clear();
    }
  }

  /** Looks whether the rows of what is listened to are others than before. */
  async function look(): Promise<void> {
    try {
      const names = [...listened.keys()];
      for (let at = 0; at < names.length; at += namesAtMost) {
        const some = names.slice(at, at + namesAtMost);
        const before = new Map(some.map((id) => [id, listened.get(id)?.row]));
        const now = await rows.versions(some);
        for (const id of some) {
          const one = listened.get(id);
          const row = now.get(id) ?? '';
          // What changed while we asked is told already, or is next time.
          if (!one || one.row === row || one.row !== before.get(id)) continue;
          changedElsewhere(id);
          one.row = row;
        }
      }
    } catch (error) {
      if (!(error instanceof Met)) throw error;
    } finally {
      if (!isOver) {
        timer = setTimeout(look, patience.looking);
        timer.unref();
      }
    }
  }
}

/** The number of the process that serves a connection, which PostgreSQL names with what it tells. */
function ownProcess(client: pg.Client): number | undefined {
  return (client as pg.Client & { readonly processID?: number }).processID;
}

/** As many names as fit into one piece; a name that never fits is left for others to find by looking. */
function takePayload(names: Set<StreamId>): string | undefined {
  const taken: string[] = [];
  let bytes = 2;
  for (const name of names) {
    const text = JSON.stringify(name);
    bytes += Buffer.byteLength(text) + 1;
    if (bytes > bytesAtMost && taken.length > 0) break;
    names.delete(name);
    if (bytes <= bytesAtMost) taken.push(text);
    else bytes = 2;
  }
  return taken.length > 0 ? `[${taken.join(',')}]` : undefined;
}

function namesIn(payload: string): readonly string[] {
  try {
    const names: unknown = JSON.parse(payload);
    return Array.isArray(names) ? names.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}
