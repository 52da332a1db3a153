/**
 * The tables of the PostgreSQL store, in a schema of their own. Every table is keyed by a stream's name
 * first (vouchers by their hash), and no constraint leads from one to another: so they can be divided by
 * that key, over partitions or over machines.
 *
 * A stream that is deleted and made again has another `life`, a random number, so that what is left of
 * the old one is never taken for the new one. `version` grows with every change of a stream's row: a
 * change is one statement that is made for the version that was read, and does nothing to another.
 * Messages are padded and encrypted; compressing them would cost time and win little.
 */

export const formatVersion = 1;

/** How a table is divided: `''` for a whole one, or into so many parts by hash. */
export interface Division {
  /** Parts of every table that is keyed by a stream; 1: not divided. */
  readonly parts: number;
}

/** The tables that are keyed by a stream, with the column that they are divided by. */
const divided = [
  [
    'streams',
    'id',
    `id text COLLATE "C" NOT NULL,
  life bigint NOT NULL,
  version bigint NOT NULL,
  content_type text NOT NULL,
  start bigint NOT NULL,
  tail bigint NOT NULL,
  total bigint NOT NULL,
  trimmed_bytes bigint NOT NULL,
  closed boolean NOT NULL,
  expires_at bigint,
  ttl bigint,
  sequence text,
  read_verifier bytea,
  append_verifier bytea,
  manage_key bytea,
  generation bigint NOT NULL,
  counter bigint NOT NULL,
  parent text COLLATE "C",
  parent_life bigint,
  quota_bytes bigint,
  quota_children bigint,
  children bigint NOT NULL,
  children_bytes bigint NOT NULL,
  recounts bigint NOT NULL,
  crc bigint NOT NULL,
  PRIMARY KEY (id)`,
    'fillfactor = 70',
  ],
  [
    'blocks',
    'stream',
    `stream text COLLATE "C" NOT NULL,
  life bigint NOT NULL,
  at bigint NOT NULL,
  total bigint NOT NULL,
  crc bigint NOT NULL,
  bytes bytea STORAGE EXTERNAL NOT NULL,
  PRIMARY KEY (stream, life, at)`,
    '',
  ],
  [
    'formers',
    'stream',
    `stream text COLLATE "C" NOT NULL,
  life bigint NOT NULL,
  verifier bytea NOT NULL,
  until bigint NOT NULL,
  crc bigint NOT NULL,
  PRIMARY KEY (stream, life, verifier)`,
    '',
  ],
  [
    'discarded',
    'stream',
    `stream text COLLATE "C" NOT NULL,
  life bigint NOT NULL,
  before bigint NOT NULL,
  PRIMARY KEY (stream, life)`,
    '',
  ],
] as const;

/** All that makes the tables, as one script; for an empty database, or one that has them already. */
export function tablesAsSql({ parts }: Division = { parts: 1 }): string {
  const made = divided.map(([name, key, columns, settings]) => {
    const head = `CREATE TABLE IF NOT EXISTS alongside.${name} (\n  ${columns}\n)`;
    const set = settings && ` WITH (${settings})`;
    if (parts === 1) return `${head}${set};`;
    const children = Array.from(
      { length: parts },
      (_, at) =>
        `CREATE TABLE IF NOT EXISTS alongside.${name}_${at} PARTITION OF alongside.${name}
  FOR VALUES WITH (MODULUS ${parts}, REMAINDER ${at})${set};`,
    );
    return [`${head} PARTITION BY HASH (${key});`, ...children].join('\n');
  });
  return `CREATE SCHEMA IF NOT EXISTS alongside;
${made.join('\n')}
CREATE TABLE IF NOT EXISTS alongside.vouchers (
  hash bytea PRIMARY KEY,
  version bigint NOT NULL,
  streams bigint NOT NULL,
  spent bigint NOT NULL,
  quota_bytes bigint NOT NULL,
  quota_children bigint NOT NULL,
  crc bigint NOT NULL
);
CREATE INDEX IF NOT EXISTS streams_by_parent ON alongside.streams (parent) WHERE parent IS NOT NULL;
CREATE INDEX IF NOT EXISTS streams_by_expiry ON alongside.streams (expires_at) WHERE expires_at IS NOT NULL;
CREATE TABLE IF NOT EXISTS alongside.format (version bigint PRIMARY KEY);
INSERT INTO alongside.format SELECT ${formatVersion} WHERE NOT EXISTS (SELECT FROM alongside.format);
`;
}

/** The same, so that of several relays that start at once one makes them and the others wait. */
export const makeTables = `BEGIN;
SELECT pg_advisory_xact_lock(6073910468);
${tablesAsSql()}COMMIT;`;
