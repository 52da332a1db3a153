/** The server: serves the application's files; the streams of ciphertext come next. See README.md. */
export { type CannotServe, type Served, serve } from './serve.ts';
