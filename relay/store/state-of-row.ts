/** What both stores read from a stream's row: the columns have the same names in SQL of either kind. */
import type { Access, Quota, StreamState } from './store.ts';

/** A row as its driver gives it; `toBytes` makes a column of bytes what the relay compares. */
export function stateOfRow(
  row: Readonly<Record<string, unknown>>,
  toBytes: (column: unknown) => Uint8Array,
): StreamState {
  const access: Access | null =
    row.read_verifier === null
      ? null
      : {
          read: toBytes(row.read_verifier),
          append: toBytes(row.append_verifier),
          manage: row.manage_key === null ? null : toBytes(row.manage_key),
        };
  const quota: Quota | null =
    row.quota_bytes === null
      ? null
      : { bytes: Number(row.quota_bytes), children: Number(row.quota_children) };
  return {
    id: row.id as string,
    contentType: row.content_type as string,
    start: Number(row.start),
    tail: Number(row.tail),
    // SQLite has no truth of its own.
    closed: row.closed === true || row.closed === 1,
    expiresAt: row.expires_at as number | null,
    ttl: row.ttl as number | null,
    sequence: row.sequence as string | null,
    access,
    generation: Number(row.generation),
    counter: Number(row.counter),
    parent: row.parent as string | null,
    quota,
  };
}
