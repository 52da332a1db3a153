/**
 * What could be taken, and by whom (feature 50). Three parties: whoever has the server, an order
 * addressed to us, someone with an unlocked phone. What we hold follows from the tables; what the server
 * holds is listed here column by column, and what it counts of itself count by count; it writes no log of
 * requests. Tests compare all of it with what really is: a new table, column, count or line of a log fails
 * until someone has written down what it gives away.
 */
import { type Readers, tables } from '../tables.ts';

export type TableName = keyof typeof tables;

/** What the server's columns and counts say, as a person would put it. */
export type ServerLine =
  | 'streams'
  | 'messages'
  | 'families'
  | 'marks'
  | 'expiries'
  | 'room'
  | 'counts'
  | 'vouchers'
  | 'totals';

/** Every column of the server's store, `table.column`, and what it gives away. */
export const serverColumns: Readonly<Record<string, ServerLine>> = {
  'streams.no': 'streams',
  'streams.id': 'streams',
  'streams.content_type': 'streams',
  'streams.start': 'counts',
  'streams.trimmed_bytes': 'counts',
  'streams.closed': 'streams',
  'streams.expires_at': 'expiries',
  'streams.ttl': 'expiries',
  'streams.sequence': 'counts',
  'streams.read_verifier': 'marks',
  'streams.append_verifier': 'marks',
  'streams.manage_key': 'marks',
  'streams.generation': 'counts',
  'streams.counter': 'counts',
  'streams.parent': 'families',
  'streams.quota_bytes': 'room',
  'streams.quota_children': 'room',
  'streams.crc': 'counts',
  'blocks.at': 'messages',
  'blocks.total': 'messages',
  'blocks.crc': 'messages',
  'blocks.bytes': 'messages',
  'formers.stream': 'marks',
  'formers.verifier': 'marks',
  'formers.until': 'marks',
  'formers.crc': 'marks',
  'vouchers.hash': 'vouchers',
  'vouchers.streams': 'vouchers',
  'vouchers.spent': 'vouchers',
  'vouchers.quota_bytes': 'vouchers',
  'vouchers.quota_children': 'vouchers',
  'vouchers.crc': 'vouchers',
  'discarded.stream': 'counts',
  'discarded.before': 'counts',
};

/** The same of the store on PostgreSQL. It gives away nothing else; some of it is counted elsewhere. */
export const postgresColumns: Readonly<Record<string, ServerLine>> = {
  ...Object.fromEntries(
    Object.entries(serverColumns).filter(([column]) => column !== 'streams.no'),
  ),
  'streams.life': 'streams',
  'streams.version': 'counts',
  'streams.tail': 'counts',
  'streams.total': 'counts',
  'streams.parent_life': 'families',
  'streams.children': 'families',
  'streams.children_bytes': 'counts',
  'streams.recounts': 'counts',
  'blocks.stream': 'messages',
  'blocks.life': 'messages',
  'formers.life': 'marks',
  'vouchers.version': 'vouchers',
  'discarded.life': 'counts',
};

/** What the server counts of itself while it runs, by the names under which it says so, and what that gives away. */
export const serverCounts: Readonly<Record<string, ServerLine>> = {
  alongside_relay_appends_total: 'totals',
  alongside_relay_appended_bytes_total: 'totals',
  alongside_relay_reads_total: 'totals',
  alongside_relay_creations_total: 'totals',
  alongside_relay_swaps_total: 'totals',
  alongside_relay_refused_total: 'totals',
  alongside_relay_limited_total: 'totals',
  alongside_relay_failed_total: 'totals',
  alongside_relay_slow_readers_cut_total: 'totals',
  alongside_relay_live_readers: 'totals',
};

/** The lines, once each, in the order in which they are told. */
export const serverLines: readonly ServerLine[] = [
  ...new Set([...Object.values(serverColumns), ...Object.values(serverCounts)]),
];

/** Every table, by who reads a new record of it. */
export function tablesReadBy(readers: Readers): readonly TableName[] {
  return (Object.keys(tables) as TableName[]).filter((name) => tables[name].readers === readers);
}
