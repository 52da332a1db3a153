/** The vault as the frame knows it: types of the kept workspace, and the door to its worker. */
export type {
  BackupOpener,
  BackupRefusal,
  Damage,
  KeepRefusal,
  KeptWorkspace,
  KitRefusal,
  OldLockLeft,
  RestoreRefusal,
  StorageRefusal,
  UnlockRefusal,
  Vault,
  WordsLanguage,
} from '@alongside/vault/kept';
