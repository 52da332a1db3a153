/** The slow hash by itself: a file that is loaded when needed brings all that its import names, and no more. */
export { argon2id } from 'hash-wasm';
