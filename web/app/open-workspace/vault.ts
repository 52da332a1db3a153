/** The vault as the frame knows it: types of the kept workspace, and the door to its worker. */
export type {
  BackupFacts,
  BackupOpener,
  BackupRefusal,
  Damage,
  KeepRefusal,
  KeptPlace,
  KeptWorkspace,
  KitRefusal,
  RestoreRefusal,
  StorageRefusal,
  UnlockRefusal,
  Vault,
  WordsLanguage,
  WordsRefusal,
} from '../../../vault/kept/types.ts';
