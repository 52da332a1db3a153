/** When an open workspace covers itself and when it locks: the vault's own rules. */
export {
  type AutoLock,
  afterEvent,
  atStart,
  COVER_AFTER,
  type LockEvent,
  readCode,
  TRIES,
} from '@alongside/vault/auto-lock';
