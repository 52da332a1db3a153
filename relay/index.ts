/** The server: keeps streams of ciphertext and serves the application's files. See README.md. */
export type { Limits } from './access/limits.ts';
export { type CannotServe, type Served, type ServeOptions, serve } from './serve.ts';
export { type CannotOpen, isCannotOpen, openStore, type Place } from './store/open.ts';
export { tablesAsSql } from './store/postgres/schema.ts';
export {
  type CannotCopy,
  type CannotPutBack,
  copyStreams,
  putStreamsBack,
} from './store/sqlite/copy.ts';
export { openSqliteStore } from './store/sqlite.ts';
export type { Store, StoreSurroundings, Voucher } from './store/store.ts';
