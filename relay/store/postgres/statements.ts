/**
 * The statements of the PostgreSQL store. Each names its stream first, touches that stream's rows only,
 * and is a transaction of its own.
 */
import type { Effects } from './changes.ts';
import type { Statement } from './connections.ts';
import { columns } from './held.ts';

/** The most blocks that one statement gives. */
const blocksAtOnce = 16_384;
const list = columns.join(', ');
const marks = (from: number) => columns.map((_, at) => `$${from + at}`);

/** Blocks travel as one piece of bytes with the places where to cut it. */
const cut = (from: number) => `SELECT $1::text, $2::bigint, b.at, b.total, b.crc,
    substring($${from}::bytea FROM b.begins FOR b.length)
  FROM changed, unnest($${from + 1}::bigint[], $${from + 2}::bigint[], $${from + 3}::bigint[],
    $${from + 4}::int[], $${from + 5}::int[]) AS b (at, total, crc, begins, length)`;

export const statements = {
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
export function changeOf({ blocks, formers, before }: Effects): Statement {
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

function named(name: string, text: string): Statement {
  return { name: `alongside ${name}`, text };
}

/** The first two places are used elsewhere in a statement too, so their types are said. */
function valuesAsSql(): string {
  const [id, life, ...rest] = marks(1);
  return [`${id}::text`, `${life}::bigint`, ...rest].join(', ');
}
