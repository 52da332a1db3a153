/**
 * The tables of the SQLite store.
 *
 * A block's key is one integer: the stream's number in the upper 31 bits, its place in the stream in
 * the lower 32. So the blocks of a stream lie beside each other, an append writes one row and touches
 * no other, and a padded entry of four kilobytes stays on its page. `total` counts the bytes of the
 * stream up to and with the block, so that neither its length nor its use of the quota is kept twice.
 * Streams have a number of their own that is never used again; `discarded` names blocks that nobody
 * can reach any more and that `sweep` removes piece by piece.
 */
import type { DatabaseSync } from 'node:sqlite';

export const formatVersion = 1;

/** Sets the connection up and makes what is missing. Throws what SQLite throws. */
export function prepareDatabase(database: DatabaseSync): void {
  database.exec(`
    PRAGMA journal_mode = WAL;
    PRAGMA synchronous = FULL;
    PRAGMA secure_delete = ON;
    PRAGMA busy_timeout = 5000;
    PRAGMA journal_size_limit = 67108864;
    PRAGMA trusted_schema = OFF;
  `);
  if (versionOf(database) !== 0) return;
  database.exec(`
    BEGIN IMMEDIATE;
    CREATE TABLE streams (
      no INTEGER PRIMARY KEY AUTOINCREMENT,
      id TEXT NOT NULL UNIQUE,
      content_type TEXT NOT NULL,
      start INTEGER NOT NULL,
      trimmed_bytes INTEGER NOT NULL,
      closed INTEGER NOT NULL,
      expires_at INTEGER,
      ttl INTEGER,
      sequence TEXT,
      read_verifier BLOB,
      append_verifier BLOB,
      manage_key BLOB,
      generation INTEGER NOT NULL,
      counter INTEGER NOT NULL,
      parent TEXT,
      quota_bytes INTEGER,
      quota_children INTEGER,
      crc INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX streams_by_parent ON streams (parent) WHERE parent IS NOT NULL;
    CREATE INDEX streams_by_expiry ON streams (expires_at) WHERE expires_at IS NOT NULL;
    CREATE TABLE blocks (
      at INTEGER PRIMARY KEY,
      total INTEGER NOT NULL,
      crc INTEGER NOT NULL,
      bytes BLOB NOT NULL
    ) STRICT;
    CREATE TABLE formers (
      stream INTEGER NOT NULL,
      verifier BLOB NOT NULL,
      until INTEGER NOT NULL,
      crc INTEGER NOT NULL,
      PRIMARY KEY (stream, verifier)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE vouchers (
      hash BLOB PRIMARY KEY,
      streams INTEGER NOT NULL,
      spent INTEGER NOT NULL,
      quota_bytes INTEGER NOT NULL,
      quota_children INTEGER NOT NULL,
      crc INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE discarded (
      stream INTEGER PRIMARY KEY,
      before INTEGER NOT NULL
    ) STRICT;
    PRAGMA user_version = ${formatVersion};
    COMMIT;
  `);
}

export function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()?.user_version);
}
