/**
 * The store on PostgreSQL, for any number of relays over one database. Nothing that decides lives in a
 * relay: whichever of them is asked answers alike, and one that ends takes nothing with it. What a
 * stream is stands in one row, which every change makes anew in one statement (`postgres/writer.ts`).
 *
 * While the database is away every call answers `StoreAway`, at the latest when its time is over, and
 * the first one after it is back works again. A failed sync is PostgreSQL's own to die of; `onFatal`
 * is never called.
 */
import pg from 'pg';
import {
  type Decision,
  isOver,
  manage,
  sizeOf,
  append as toAppended,
  touch as toTouched,
  used,
} from './postgres/changes.ts';
import {
  type Connections,
  createConnections,
  Met,
  type Patience,
  usualPatience,
} from './postgres/connections.ts';
import { createCreating } from './postgres/creating.ts';
import type { Held } from './postgres/held.ts';
import { createNews } from './postgres/news.ts';
import { createRecounting } from './postgres/recounting.ts';
import { createRows, endOfStream } from './postgres/rows.ts';
import { formatVersion, makeTables } from './postgres/schema.ts';
import { sweepSome } from './postgres/sweeping.ts';
import { createVouchers } from './postgres/vouchers.ts';
import { createWriter } from './postgres/writer.ts';
import type {
  DiskFull,
  NoStream,
  ReadFrom,
  Store,
  StoreSurroundings,
  Trouble,
  WriteTrouble,
} from './store.ts';

export type CannotOpenDatabase =
  /** It does not answer, does not let us in, or does not let us make what is missing. */
  | { readonly type: 'DatabaseAway' }
  /** A newer relay wrote it. */
  | { readonly type: 'NewerData' }
  /** It is set up not to wait for its disk, so that it may lose what it said it kept. */
  | { readonly type: 'DatabaseForgets' };

/** Opens the store in a database, making the tables where there are none. */
export async function openPostgresStore(
  url: string,
  surroundings: Pick<StoreSurroundings, 'now'>,
  patience: Patience = usualPatience,
): Promise<Store | CannotOpenDatabase> {
  const connections = createConnections(url, patience);
  try {
    const refused = await prepare(connections);
    if (!refused) return storeOver(url, connections, surroundings.now, patience);
    await connections.end();
    return refused;
  } catch (error) {
    await connections.end();
    if (error instanceof Met || error instanceof pg.DatabaseError) return { type: 'DatabaseAway' };
    throw error;
  }
}

async function prepare({ run, script }: Connections): Promise<CannotOpenDatabase | undefined> {
  const [about] = await run(
    {
      name: 'alongside about',
      text: `SELECT current_setting('fsync') AS fsync, to_regclass('alongside.format') IS NOT NULL AS made`,
    },
    [],
  );
  if (about?.fsync !== 'on') return { type: 'DatabaseForgets' };
  if (!about.made) await script(makeTables);
  const format = { name: 'alongside format', text: 'SELECT version FROM alongside.format' };
  const [row] = await run(format, []);
  return Number(row?.version) > formatVersion ? { type: 'NewerData' } : undefined;
}

function storeOver(
  url: string,
  connections: Connections,
  now: () => number,
  patience: Patience,
): Store {
  const rows = createRows(connections);
  const vouchers = createVouchers(connections);
  const news = createNews(url, rows, patience);
  const recounting = createRecounting(rows, now);
  const writer = createWriter(rows, { now, tell: news.tell, onNoRoom: recounting.suspect });
  const { write, look } = writer;
  const create = createCreating(rows, vouchers, writer);
  let closing: Promise<void> | undefined;

  return {
    create: (stream, allowance) => guarded(() => create(stream, allowance)),

    find: (id) =>
      reading(async () => (await look(id))?.held.state ?? ({ type: 'NoStream' } as const)),

    formerReader: (id, verifier) =>
      reading(async () => {
        const found = await look(id);
        return found && rows.former(id, found.held.life, verifier);
      }),

    append: (id, append) => write(id, (held) => toAppended(held, append), sizeOf(append.blocks)),

    read: (id, read) => reading(() => readBlocks(id, read)),

    async manage(id, op, generation) {
      let before: Held | undefined;
      const answer = await write(id, (held) => {
        before = held;
        return manage(held, op, generation, (of, start, end) => rows.size(id, of.life, start, end));
      });
      if (answer.type === 'Managed' && answer.state === null) await tellChildren(before);
      return answer;
    },

    refill: (id, at, block) =>
      guarded(async () => {
        const found = await look(id);
        if (!found) return { type: 'NoStream' } as const;
        const { life, state } = found.held;
        return (await rows.refill(id, life, at, block))
          ? ({ type: 'Refilled' } as const)
          : ({ type: 'NotHere', state } as const);
      }),

    async remove(id) {
      let before: Held | undefined;
      const answer = await write(id, (held): Decision<{ readonly type: 'Removed' } | NoStream> => {
        before = held;
        return held
          ? { answer: { type: 'Removed' }, next: null }
          : { answer: { type: 'NoStream' } };
      });
      if (answer.type === 'Removed') await tellChildren(before);
      return answer;
    },

    touch: (id) => write(id, (held) => toTouched(held, now())),

    addVoucher: (voucher) => guarded(() => vouchers.put(voucher) as Promise<undefined>),

    voucher: (hash) =>
      reading(async () => {
        const kept = await vouchers.find(hash);
        return kept && { left: kept.voucher.streams - kept.spent, quota: kept.voucher.quota };
      }),

    hasVouchers: () => reading(() => vouchers.any()),

    dropVouchers: () => guarded(() => vouchers.drop() as Promise<undefined>),

    usage: (id) =>
      reading(async () => {
        const found = await look(id);
        if (!found) return { type: 'NoStream' } as const;
        const main = found.main ?? found.held;
        return { bytes: used(main) + main.childrenBytes, children: main.children };
      }),

    sweep: () =>
      guarded(async () => {
        await recounting.recount();
        return sweepSome(rows, writer, now());
      }),

    listen: async (id, hear) => news.listen(id, hear),

    ready: () => connections.ready(),

    close() {
      closing ??= news.end().then(() => connections.end());
      return closing;
    },
  };

  async function readBlocks(id: string, { from, maxBytes, until, generation }: ReadFrom) {
    const { held, blocks } = (await readRows(id, from, until ?? endOfStream, maxBytes)) ?? {};
    if (!held || !(await isThere(held))) return { type: 'NoStream' } as const;
    writer.keep(held);
    const { state } = held;
    if (state.generation !== generation) return { type: 'TokensChanged' } as const;
    if (from < state.start || from > state.tail) return { type: 'NotHere', state } as const;
    const whole: Uint8Array[] = [];
    let bytes = 0;
    for (const block of blocks ?? []) {
      if (!block.bytes || block.at !== from + whole.length) break;
      bytes += block.bytes.length;
      if (whole.length > 0 && bytes > maxBytes) break;
      whole.push(block.bytes);
    }
    const isMore = from < Math.min(until ?? state.tail, state.tail);
    if (whole.length === 0 && isMore) return { type: 'Damaged', after: from + 1 } as const;
    return { type: 'Read', blocks: whole, end: from + whole.length, state } as const;
  }

  /** A page that PostgreSQL itself finds damaged fails the whole statement: then one block at a time. */
  async function readRows(id: string, from: number, until: number, maxBytes: number) {
    try {
      return await rows.read(id, from, until, maxBytes);
    } catch (error) {
      if (!(error instanceof Met && error.trouble.type === 'Damaged')) throw error;
    }
    try {
      return await rows.read(id, from, Math.min(until, from + 1), 0);
    } catch (error) {
      if (!(error instanceof Met && error.trouble.type === 'Damaged')) throw error;
      const held = await rows.find(id);
      return held && { held, blocks: [] };
    }
  }

  async function isThere(held: Held): Promise<boolean> {
    if (isOver(held.state, now())) return false;
    if (held.state.parent === null) return true;
    const main = await writer.mainOf(held);
    return main !== undefined && !isOver(main.state, now());
  }

  /** A main stream is gone, and its children with it; `sweep` takes their rows. */
  async function tellChildren(gone: Held | undefined): Promise<void> {
    if (!gone || gone.state.parent !== null) return;
    const children = await guarded(() => rows.children(gone.state.id, gone.life));
    if ('type' in children) return;
    for (const id of children) news.tell(id, { state: null }, undefined);
  }
}

async function guarded<Answer>(act: () => Promise<Answer>): Promise<Answer | WriteTrouble> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof Met) return error.trouble;
    throw error;
  }
}

async function reading<Answer>(act: () => Promise<Answer>): Promise<Answer | Trouble> {
  const answer = await guarded(act);
  return isDiskFull(answer) ? { type: 'StoreAway' } : answer;
}

function isDiskFull(answer: unknown): answer is DiskFull {
  return (answer as WriteTrouble | undefined)?.type === 'DiskFull';
}
