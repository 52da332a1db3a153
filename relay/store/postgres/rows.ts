/**
 * The statements of the PostgreSQL store. Each names its stream first, touches that stream's rows only,
 * and is a transaction of its own.
 */
import { blockChecksum, rowChecksum, withNumber } from '../crc32c.ts';
import type { Position, StreamId } from '../store.ts';
import { type Connections, Met, type Row, type Statement } from './connections.ts';
import { columns, type Held, heldOf, plain, valuesOf } from './held.ts';

/** Places of one stream lie below this. */
export const endOfStream = 2 ** 32 - 1;

/** What a change writes besides the stream's own row. */
export interface Effects {
  /** Blocks behind `tail` and `total` as they were before. */
  readonly blocks: readonly Uint8Array[];
  readonly formers: readonly { readonly verifier: Uint8Array; readonly until: Position }[];
  /** Where trimming went: what lies before waits for `sweep`, and the former verifiers that read no further go. */
  readonly before: Position;
}

export const noEffects: Effects = { blocks: [], formers: [], before: 0 };

/** A block as it lies there; `bytes` is undefined where its checksum is wrong. */
export interface KeptBlock {
  readonly at: Position;
  readonly bytes: Uint8Array | undefined;
}

export interface Discarded {
  readonly stream: StreamId;
  readonly life: number;
  readonly before: Position;
}

export type Rows = ReturnType<typeof createRows>;

/** The most blocks that one statement gives. */
const blocksAtOnce = 16_384;
const list = columns.join(', ');
const marks = (from: number) => columns.map((_, at) => `$${from + at}`);

/** Blocks travel as one piece of bytes with the places where to cut it. */
const cut = (from: number) => `SELECT $1::text, $2::bigint, b.at, b.total, b.crc,
    substring($${from}::bytea FROM b.begins FOR b.length)
  FROM changed, unnest($${from + 1}::bigint[], $${from + 2}::bigint[], $${from + 3}::bigint[],
    $${from + 4}::int[], $${from + 5}::int[]) AS b (at, total, crc, begins, length)`;

const statements = {
  find: named('find', `SELECT ${list} FROM alongside.streams WHERE id = $1`),
  insert: named(
    'insert',
    `WITH changed AS (
  INSERT INTO alongside.streams (${list}) VALUES (${valuesAsSql()})
  ON CONFLICT (id) DO NOTHING RETURNING id
), written AS (INSERT INTO alongside.blocks ${cut(columns.length + 1)})
SELECT id FROM changed`,
  ),
  remove: named(
    'remove',
    `WITH changed AS (
  DELETE FROM alongside.streams WHERE id = $1 AND life = $2 AND version = $3 RETURNING id
), forgotten AS (
  DELETE FROM alongside.formers USING changed WHERE stream = $1 AND life = $2
), waiting AS (
  INSERT INTO alongside.discarded SELECT $1::text, $2::bigint, $4::bigint FROM changed
  ON CONFLICT (stream, life) DO UPDATE SET before = excluded.before
)
SELECT id FROM changed`,
  ),
  former: named(
    'former',
    'SELECT until, crc FROM alongside.formers WHERE stream = $1 AND life = $2 AND verifier = $3',
  ),
  versions: named(
    'versions',
    'SELECT id, life, version FROM alongside.streams WHERE id = ANY ($1::text[])',
  ),
  children: named(
    'children',
    'SELECT id FROM alongside.streams WHERE parent = $1 AND parent_life = $2',
  ),
  family: named(
    'family',
    `SELECT count(*) AS children, coalesce(sum(total - trimmed_bytes), 0)::bigint AS bytes
FROM alongside.streams WHERE parent = $1 AND parent_life = $2`,
  ),
  expired: named('expired', 'SELECT id FROM alongside.streams WHERE expires_at <= $1 LIMIT $2'),
  block: named(
    'block',
    'SELECT total, crc, bytes FROM alongside.blocks WHERE stream = $1 AND life = $2 AND at = $3',
  ),
  size: named(
    'size',
    `SELECT coalesce(sum(octet_length(bytes)), 0)::bigint AS bytes FROM alongside.blocks
WHERE stream = $1 AND life = $2 AND at >= $3 AND at < $4`,
  ),
  refill: named(
    'refill',
    `UPDATE alongside.blocks SET bytes = $5
WHERE stream = $1 AND life = $2 AND at = $3 AND crc = $4 RETURNING at`,
  ),
  discarded: named('discarded', 'SELECT stream, life, before FROM alongside.discarded LIMIT 1'),
  removeBlocks: named(
    'remove blocks',
    `WITH removed AS (
  DELETE FROM alongside.blocks WHERE stream = $1 AND life = $2 AND at IN (
    SELECT at FROM alongside.blocks WHERE stream = $1 AND life = $2 AND at < $3 ORDER BY at LIMIT $4
  ) RETURNING at
)
SELECT count(*) AS removed FROM removed`,
  ),
  // Trimming may have gone on meanwhile.
  removeDiscarded: named(
    'remove discarded',
    'DELETE FROM alongside.discarded WHERE stream = $1 AND life = $2 AND before = $3',
  ),
  read: named(
    'read',
    `WITH found AS MATERIALIZED (SELECT ${list} FROM alongside.streams WHERE id = $1),
first AS MATERIALIZED (
  SELECT b.total - octet_length(b.bytes) AS before FROM found s
  JOIN alongside.blocks b ON b.stream = $1 AND b.life = s.life AND b.at = $2
)
SELECT ${list}, NULL::bigint AS block_at, NULL::bigint AS block_total, NULL::bigint AS block_crc,
  NULL::bytea AS block_bytes FROM found
UNION ALL
(SELECT ${columns.map(() => 'NULL').join(', ')}, b.at, b.total, b.crc, b.bytes
FROM found s JOIN alongside.blocks b ON b.stream = $1 AND b.life = s.life
WHERE b.at >= greatest($2, s.start) AND b.at < least($3, s.tail)
  AND (b.at = $2 OR b.total <= (SELECT before FROM first) + $4)
ORDER BY b.at LIMIT ${blocksAtOnce})`,
  ),
};

/** The eight forms of a change: with blocks, with former verifiers, with trimming, or without. */
function changeOf({ blocks, formers, before }: Effects): Statement {
  const parts = [
    `changed AS (
  UPDATE alongside.streams SET ${columns.map((name, at) => `${name} = $${4 + at}`).join(', ')}
  WHERE id = $1 AND life = $2 AND version = $3 RETURNING id
)`,
  ];
  let from = 4 + columns.length;
  let name = 'change';
  if (blocks.length > 0) {
    parts.push(`written AS (INSERT INTO alongside.blocks ${cut(from)})`);
    from += 6;
    name += ' with blocks';
  }
  if (formers.length > 0) {
    parts.push(`remembered AS (
  INSERT INTO alongside.formers
  SELECT $1::text, $2::bigint, f.verifier, f.until, f.crc
  FROM changed, unnest($${from}::bytea[], $${from + 1}::bigint[], $${from + 2}::bigint[]) AS f (verifier, until, crc)
  ON CONFLICT (stream, life, verifier) DO UPDATE SET until = excluded.until, crc = excluded.crc
)`);
    from += 3;
    name += ' with formers';
  }
  if (before > 0) {
    parts.push(
      `forgotten AS (
  DELETE FROM alongside.formers USING changed WHERE stream = $1 AND life = $2 AND until <= $${from}
)`,
      `waiting AS (
  INSERT INTO alongside.discarded SELECT $1::text, $2::bigint, $${from}::bigint FROM changed
  ON CONFLICT (stream, life) DO UPDATE SET before = greatest(discarded.before, excluded.before)
)`,
    );
    name += ' with trimming';
  }
  return named(name, `WITH ${parts.join(', ')}\nSELECT id FROM changed`);
}

export function createRows({ run }: Pick<Connections, 'run'>) {
  return {
    async find(id: StreamId): Promise<Held | undefined> {
      const [row] = await run(statements.find, [id]);
      return row && heldOf(row);
    },

    /** False where a stream of that name is there. */
    async insert(held: Held, blocks: readonly Uint8Array[]): Promise<boolean> {
      const { id } = held.state;
      const values = [...valuesOf(held), ...blockValues(id, 0, 0, blocks)];
      return (await run(statements.insert, values)).length > 0;
    },

    /** Makes of one version of a row the next one. False where it is that version no more. */
    async change(from: Held, to: Held, effects: Effects): Promise<boolean> {
      const { id, tail } = from.state;
      const { blocks, formers, before } = effects;
      const { life } = from;
      const values = [id, life, from.version, ...valuesOf(to)] as unknown[];
      if (blocks.length > 0) values.push(...blockValues(id, tail, from.total, blocks));
      if (formers.length > 0) {
        values.push(
          formers.map(({ verifier }) => Buffer.from(verifier)),
          formers.map(({ until }) => until),
          formers.map(({ verifier, until }) => rowChecksum([id, life, verifier, until])),
        );
      }
      if (before > 0) values.push(before);
      return (await run(changeOf(effects), values)).length > 0;
    },

    /** Takes a stream away; its blocks wait for `sweep`. False where its row is another version. */
    async remove({ state, life, version }: Held): Promise<boolean> {
      return (await run(statements.remove, [state.id, life, version, endOfStream])).length > 0;
    },

    async former(id: StreamId, life: number, verifier: Uint8Array): Promise<Position | undefined> {
      const [row] = await run(statements.former, [id, life, Buffer.from(verifier)]);
      if (!row) return undefined;
      const until = Number(row.until);
      if (rowChecksum([id, life, verifier, until]) !== row.crc) throw new Met('Damaged');
      return until;
    },

    /** Which row each stream has, by its name: something that changes with every change. */
    async versions(ids: readonly StreamId[]): Promise<ReadonlyMap<StreamId, string>> {
      const rows = await run(statements.versions, [ids]);
      return new Map(rows.map(({ id, life, version }) => [String(id), `${life} ${version}`]));
    },

    async children(id: StreamId, life: number): Promise<readonly StreamId[]> {
      return (await run(statements.children, [id, life])).map((row) => String(row.id));
    },

    /** Counts the children of a main stream, and their bytes. */
    async family(id: StreamId, life: number) {
      const [row] = await run(statements.family, [id, life]);
      return { children: Number(row?.children), bytes: Number(row?.bytes) };
    },

    async expired(now: number, atMost: number): Promise<readonly StreamId[]> {
      return (await run(statements.expired, [now, atMost])).map((row) => String(row.id));
    },

    /** A stream and blocks of it, as they were at one moment. */
    async read(id: StreamId, from: Position, until: Position, maxBytes: number) {
      const rows = await run(statements.read, [id, from, until, maxBytes]);
      const held = rows.find((row) => row.id !== null);
      const blocks = rows.filter((row) => row.id === null).map((row) => blockOf(id, row));
      return held && { held: heldOf(held), blocks: blocks.sort((a, b) => a.at - b.at) };
    },

    /** Bytes between two places. */
    async size(id: StreamId, life: number, start: Position, end: Position): Promise<number> {
      const [row] = await run(statements.size, [id, life, start, end]);
      return Number(row?.bytes);
    },

    /** Puts `bytes` in a damaged block's place if they have the checksum that was written there. */
    async refill(id: StreamId, life: number, at: Position, bytes: Uint8Array): Promise<boolean> {
      const [row] = await run(statements.block, [id, life, at]);
      if (!row) return false;
      const total = Number(row.total);
      const isDamaged = checksum(id, at, total, row.bytes as Buffer) !== row.crc;
      if (!isDamaged || checksum(id, at, total, bytes) !== row.crc) return false;
      const put = [id, life, at, row.crc, Buffer.from(bytes)];
      return (await run(statements.refill, put)).length > 0;
    },

    async discarded(): Promise<Discarded | undefined> {
      const [row] = await run(statements.discarded, []);
      return (
        row && { stream: String(row.stream), life: Number(row.life), before: Number(row.before) }
      );
    },

    /** Removes at most so many blocks; gives how many it found. */
    async removeBlocks({ stream, life, before }: Discarded, atMost: number): Promise<number> {
      const [row] = await run(statements.removeBlocks, [stream, life, before, atMost]);
      return Number(row?.removed);
    },

    async removeDiscarded({ stream, life, before }: Discarded): Promise<void> {
      await run(statements.removeDiscarded, [stream, life, before]);
    },
  };
}

function named(name: string, text: string): Statement {
  return { name: `alongside ${name}`, text };
}

/** The first two places are used elsewhere in a statement too, so their types are said. */
function valuesAsSql(): string {
  const [id, life, ...rest] = marks(1);
  return [`${id}::text`, `${life}::bigint`, ...rest].join(', ');
}

function blockValues(
  id: StreamId,
  tail: Position,
  total: number,
  blocks: readonly Uint8Array[],
): unknown[] {
  let bytes = 0;
  const cuts = blocks.map((block, index) => {
    const begins = bytes + 1;
    bytes += block.length;
    const at = tail + index;
    return [at, total + bytes, checksum(id, at, total + bytes, block), begins, block.length];
  });
  const column = (at: number) => cuts.map((one) => one[at]);
  return [Buffer.concat(blocks), ...[0, 1, 2, 3, 4].map(column)];
}

function blockOf(id: StreamId, row: Row): KeptBlock {
  const at = Number(row.block_at);
  const bytes = plain(row.block_bytes);
  const isWhole = checksum(id, at, Number(row.block_total), bytes) === row.block_crc;
  return { at, bytes: isWhole ? bytes : undefined };
}

function checksum(id: StreamId, at: Position, total: number, bytes: Uint8Array): number {
  return withNumber(blockChecksum(id, at, bytes), total);
}
