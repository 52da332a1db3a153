/**
 * Rows of the SQLite store, read and written with their checksums. Everything here is one statement
 * or two; what they mean together stands in `changes.ts`.
 */
import type { DatabaseSync, SQLInputValue, SQLOutputValue } from 'node:sqlite';
import { blockChecksum, type RowValue, rowChecksum, withNumber } from '../crc32c.ts';
import { stateOfRow } from '../state-of-row.ts';
import type { Position, StreamState, Voucher } from '../store.ts';

/** A stream as it is held: its state, and what only the store counts. */
export interface Held {
  readonly no: number;
  readonly state: StreamState;
  /** Bytes of all blocks there ever were. */
  readonly total: number;
  /** Of them, those that were trimmed. */
  readonly trimmedBytes: number;
}

/** Thrown where a row no longer has its checksum; the store answers `Damaged`. */
export class DamagedRow extends Error {}

export type Rows = ReturnType<typeof createRows>;

/** Places of one stream lie below this. */
export const endOfStream = 2 ** 32 - 1;

export function createRows(database: DatabaseSync) {
  const streams = prepareStreams(database);
  const blocks = prepareBlocks(database);
  const formers = {
    add: database.prepare('INSERT OR REPLACE INTO formers VALUES (?, ?, ?, ?)'),
    find: database.prepare('SELECT until, crc FROM formers WHERE stream = ? AND verifier = ?'),
    removeUpTo: database.prepare('DELETE FROM formers WHERE stream = ? AND until <= ?'),
  };
  return {
    streams,
    blocks,
    formers: {
      add(no: number, verifier: Uint8Array, until: Position): void {
        formers.add.run(no, verifier, until, rowChecksum([no, verifier, until]));
      },
      find(no: number, verifier: Uint8Array): Position | undefined {
        const row = formers.find.get(no, verifier);
        if (!row) return undefined;
        const until = Number(row.until);
        if (rowChecksum([no, verifier, until]) !== row.crc) throw new DamagedRow();
        return until;
      },
      removeUpTo: (no: number, until: Position) => void formers.removeUpTo.run(no, until),
    },
    vouchers: prepareVouchers(database),
    discarded: prepareDiscarded(database),
  };
}

function prepareStreams(database: DatabaseSync) {
  const columns = `id, content_type, start, trimmed_bytes, closed, expires_at, ttl, sequence,
    read_verifier, append_verifier, manage_key, generation, counter, parent, quota_bytes,
    quota_children`;
  const marks = Array.from({ length: 17 }, () => '?').join(', ');
  const find = database.prepare(`SELECT no, crc, ${columns} FROM streams WHERE id = ?`);
  const insert = database.prepare(`INSERT INTO streams (${columns}, crc) VALUES (${marks})`);
  const update = database.prepare(`UPDATE streams SET (${columns}, crc) = (${marks}) WHERE no = ?`);
  const remove = database.prepare('DELETE FROM streams WHERE no = ?');
  const children = database.prepare('SELECT id FROM streams WHERE parent = ?');
  const expired = database.prepare('SELECT id FROM streams WHERE expires_at <= ? LIMIT ?');
  return {
    /** The stream's own row; `tail` and `total` are where trimming stopped, until blocks are looked at. */
    find(id: string): Held | undefined {
      const row = find.get(id);
      return row && heldOf(row);
    },
    /** Gives the new stream's number. */
    insert: (held: Omit<Held, 'no'>) => Number(insert.run(...valuesOf(held)).lastInsertRowid),
    update: (held: Held) => void update.run(...valuesOf(held), held.no),
    remove: (no: number) => void remove.run(no),
    children: (id: string) => children.all(id).map((row) => String(row.id)),
    expired: (now: number, atMost: number) => expired.all(now, atMost).map((row) => String(row.id)),
  };
}

function valuesOf({ state, trimmedBytes }: Omit<Held, 'no'>): SQLInputValue[] {
  const values: RowValue[] = [
    state.id,
    state.contentType,
    state.start,
    trimmedBytes,
    state.closed ? 1 : 0,
    state.expiresAt,
    state.ttl,
    state.sequence,
    state.access?.read ?? null,
    state.access?.append ?? null,
    state.access?.manage ?? null,
    state.generation,
    state.counter,
    state.parent,
    state.quota?.bytes ?? null,
    state.quota?.children ?? null,
  ];
  return [...values, rowChecksum(values)];
}

const asIs = (column: unknown) => column as Uint8Array;

function heldOf(row: Record<string, SQLOutputValue>): Held {
  const state = { ...stateOfRow(row, asIs), tail: Number(row.start) };
  const trimmedBytes = Number(row.trimmed_bytes);
  const held = { no: Number(row.no), state, total: trimmedBytes, trimmedBytes };
  if (valuesOf(held).at(-1) !== row.crc) throw new DamagedRow();
  return held;
}

/** A block as it lies there; `bytes` is undefined where its checksum is wrong. */
interface KeptBlock {
  readonly at: Position;
  readonly total: number;
  readonly bytes: Uint8Array | undefined;
}

function prepareBlocks(database: DatabaseSync) {
  const insert = database.prepare('INSERT INTO blocks VALUES (?, ?, ?, ?)');
  const last = database.prepare(
    'SELECT at & 4294967295, total, crc, bytes FROM blocks WHERE at >= ? AND at <= ? ORDER BY at DESC LIMIT 1',
  );
  const from = database.prepare(
    'SELECT at & 4294967295, total, crc, bytes FROM blocks WHERE at >= ? AND at < ? ORDER BY at',
  );
  const one = database.prepare('SELECT total, crc, bytes FROM blocks WHERE at = ?');
  const size = database.prepare(
    'SELECT coalesce(sum(length(bytes)), 0) AS bytes FROM blocks WHERE at >= ? AND at < ?',
  );
  const put = database.prepare('UPDATE blocks SET bytes = ? WHERE at = ?');
  const remove = database.prepare(
    'DELETE FROM blocks WHERE at IN (SELECT at FROM blocks WHERE at >= ? AND at < ? ORDER BY at LIMIT ?)',
  );
  last.setReturnArrays(true);
  from.setReturnArrays(true);
  return {
    insert(no: number, id: string, at: Position, total: number, bytes: Uint8Array): void {
      insert.run(key(no, at), total, checksum(id, at, total, bytes), bytes);
    },
    last(no: number, id: string): KeptBlock | undefined {
      const row = last.get(key(no, 0), key(no, endOfStream)) as BlockRow | undefined;
      return row && blockOf(id, row);
    },
    *from(no: number, id: string, start: Position, end: Position): Generator<KeptBlock> {
      const rows = from.iterate(key(no, start), key(no, end)) as unknown as Iterable<BlockRow>;
      for (const row of rows) yield blockOf(id, row);
    },
    /** Bytes between two places. */
    size: (no: number, start: Position, end: Position) =>
      Number(size.get(key(no, start), key(no, end))?.bytes),
    /** Puts `bytes` in a damaged block's place if they have the checksum that was written there. */
    refill(no: number, id: string, at: Position, bytes: Uint8Array): boolean {
      const row = one.get(key(no, at));
      if (!row) return false;
      const total = Number(row.total);
      const isDamaged = checksum(id, at, total, row.bytes as Uint8Array) !== row.crc;
      if (!isDamaged || checksum(id, at, total, bytes) !== row.crc) return false;
      put.run(bytes, key(no, at));
      return true;
    },
    /** Removes at most so many blocks before a place; gives how many it found. */
    remove: (no: number, before: Position, atMost: number) =>
      Number(remove.run(key(no, 0), key(no, before), atMost).changes),
  };
}

type BlockRow = readonly [at: number, total: number, crc: number, bytes: Uint8Array];

function blockOf(id: string, [at, total, crc, bytes]: BlockRow): KeptBlock {
  return { at, total, bytes: checksum(id, at, total, bytes) === crc ? bytes : undefined };
}

function checksum(id: string, at: Position, total: number, bytes: Uint8Array): number {
  return withNumber(blockChecksum(id, at, bytes), total);
}

function key(no: number, at: Position): bigint {
  return (BigInt(no) << 32n) | BigInt(at);
}

function prepareVouchers(database: DatabaseSync) {
  const put = database.prepare('INSERT OR REPLACE INTO vouchers VALUES (?, ?, ?, ?, ?, ?)');
  const find = database.prepare('SELECT * FROM vouchers WHERE hash = ?');
  const any = database.prepare('SELECT 1 FROM vouchers LIMIT 1');
  const drop = database.prepare('DELETE FROM vouchers');
  const seal = ({ hash, streams, quota }: Voucher, spent: number) =>
    rowChecksum([hash, streams, spent, quota.bytes, quota.children]);
  return {
    put(voucher: Voucher, spent: number): undefined {
      const { hash, streams, quota } = voucher;
      put.run(hash, streams, spent, quota.bytes, quota.children, seal(voucher, spent));
    },
    find(hash: Uint8Array): { voucher: Voucher; spent: number } | undefined {
      const row = find.get(hash);
      if (!row) return undefined;
      const quota = { bytes: Number(row.quota_bytes), children: Number(row.quota_children) };
      const voucher = { hash, streams: Number(row.streams), quota };
      const spent = Number(row.spent);
      if (seal(voucher, spent) !== row.crc) throw new DamagedRow();
      return { voucher, spent };
    },
    any: () => any.get() !== undefined,
    drop(): undefined {
      drop.run();
    },
  };
}

function prepareDiscarded(database: DatabaseSync) {
  const add = database.prepare(
    `INSERT INTO discarded VALUES (?, ?)
     ON CONFLICT (stream) DO UPDATE SET before = max(before, excluded.before)`,
  );
  const next = database.prepare('SELECT stream, before FROM discarded LIMIT 1');
  const remove = database.prepare('DELETE FROM discarded WHERE stream = ?');
  return {
    add: (no: number, before: Position) => void add.run(no, before),
    next() {
      const row = next.get();
      return row && { no: Number(row.stream), before: Number(row.before) };
    },
    remove: (no: number) => void remove.run(no),
  };
}
