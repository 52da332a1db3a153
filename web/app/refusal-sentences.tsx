/**
 * What people read when something was refused: what happened, what was kept, what to do. A sentence
 * or two for each type of refusal; never what the program said. They stand here and not beside the
 * catalogues, because Lingui gathers nothing from the folder that catalogues are written to.
 */
import type { SafetyState } from '@alongside/vault';
import { Trans } from '@lingui/react/macro';
import type { ReactElement } from 'react';
import type {
  BackupRefusal,
  Damage,
  KeepRefusal,
  KitRefusal,
  OldLockLeft,
  RestoreRefusal,
  StorageRefusal,
  UnlockRefusal,
} from './open-workspace/vault.ts';

export type Refusal =
  | KeepRefusal
  | UnlockRefusal
  | KitRefusal
  | OldLockLeft
  | BackupRefusal
  | RestoreRefusal
  | StorageRefusal;

/** The sentence for a refusal. `typed` are the words as typed, where words were. */
export function refusalSentence(refusal: Refusal, typed: readonly string[] = []): ReactElement {
  switch (refusal.type) {
    case 'WordUnknown': {
      const word = typed[refusal.at] ?? '';
      return (
        <Trans>
          “<bdi>{word}</bdi>” is not one of the words. Look at its spelling on your paper.
        </Trans>
      );
    }
    case 'WordsMissing': {
      const { have, need } = refusal;
      return (
        <Trans>
          {have} of {need} words are here. Type the others too.
        </Trans>
      );
    }
    case 'WrongWords':
      return (
        <Trans>
          These words do not open what is kept here. Nothing was changed; try as often as you like.
          Are they in the right order?
        </Trans>
      );
    case 'NothingKept':
      return (
        <Trans>
          Nothing is kept in this browser. Was it another browser, or another device? A backup
          brings it here.
        </Trans>
      );
    case 'StorageFull':
      return (
        <Trans>
          This device is full, so this was not kept. What was saved before is safe. Make room, then
          try once more.
        </Trans>
      );
    case 'StorageLost':
      return (
        <Trans>
          The browser does not give us its storage. Private windows and strict settings do that.
          Nothing was changed; try in a usual window.
        </Trans>
      );
    case 'StorageInUse':
      return (
        <Trans>
          Another tab is busy with what is kept here. Close the other tabs of Alongside, then try
          once more.
        </Trans>
      );
    case 'LockWeakened':
      return (
        <Trans>
          Someone changed the lock on this device so that your words could be guessed. We did not
          try them, and nothing was opened. Do not type them here again; bring a backup to another
          device.
        </Trans>
      );
    case 'NewerVersion':
      return (
        <Trans>
          This was written by a newer version of Alongside. Nothing is lost; update Alongside on
          this device to open it.
        </Trans>
      );
    case 'StoreDamaged':
      return <StoreDamaged part={refusal.part} />;
    case 'NotNow':
      return (
        <Trans>This cannot be done right now. Nothing was changed; try again in a while.</Trans>
      );
    case 'NoKit':
      return <Trans>There is no recovery kit yet. Make one first.</Trans>;
    case 'KitUnknown':
      return (
        <Trans>
          These twelve words are a recovery kit, but not one for what is kept here. It may have been
          replaced by a newer one. Nothing was changed.
        </Trans>
      );
    case 'KitMistyped':
      return (
        <Trans>
          These twelve words do not belong together: one of them is a different word, or two changed
          places. Nothing was changed; compare them with your paper.
        </Trans>
      );
    case 'NotABackup':
      return <Trans>This file is not a backup of Alongside. Nothing was read from it.</Trans>;
    case 'BackupTruncated':
      return (
        <Trans>
          This backup ends too early: part of it is missing. Nothing was changed. Try to copy the
          file again from where it is stored.
        </Trans>
      );
    case 'BackupAltered':
      return (
        <Trans>
          This backup was changed after it was made, so we did not use it. Nothing was changed here.
          Use another copy.
        </Trans>
      );
    case 'BackupWeakened':
      return (
        <Trans>
          This file makes its passphrase too easy to guess, so it is not one of our backups. Nothing
          was changed. Use another copy, and do not type the passphrase for this one elsewhere.
        </Trans>
      );
    case 'OtherRecipient':
      return (
        <Trans>
          These words do not open this backup. It may belong to another recovery kit, or have a
          passphrase of its own.
        </Trans>
      );
    case 'AlreadyHere':
      return (
        <Trans>
          This workspace is kept on this device already. Nothing was changed; open it with your six
          words or your recovery kit.
        </Trans>
      );
    case 'OldLockLeft':
      return (
        <Trans>
          From now on only the new words open this. But the storage did not wipe the old lock:
          whoever has the old words and takes this device to an expert might still get in. Make room
          on the device, then choose new words once more.
        </Trans>
      );
    case 'BackupOlder':
      return (
        <Trans>
          This backup is older than what this device already has. Nothing was changed; what is here
          stays.
        </Trans>
      );
  }
}

function StoreDamaged({ part }: { readonly part: 'lock' | 'keys' | 'chain' }) {
  if (part === 'lock')
    return (
      <Trans>
        The lock that is stored here is damaged, so no words can open it. Use your recovery kit or a
        backup; what else is stored was left as it is.
      </Trans>
    );
  if (part === 'keys')
    return (
      <Trans>
        Your words are right, but the keys stored here are damaged. A backup brings everything back;
        what is stored was left as it is.
      </Trans>
    );
  return (
    <Trans>
      Your words are right, but the list of who belongs here is damaged. A backup brings everything
      back; what is stored was left as it is.
    </Trans>
  );
}

/** What could not be read in a workspace that opened all the same. */
export function damageSentence(damaged: readonly Damage[]): ReactElement {
  const count = damaged.length;
  return (
    <Trans>
      Some of what is stored here is damaged (places: {count}). Everything else is here and can be
      read. If you have a backup, compare; then make a new one.
    </Trans>
  );
}

type ReadOnlyBecause = Extract<SafetyState, { type: 'ReadOnly' }>['because'];

/** Why new writing is no longer kept. */
export function readOnlySentence(because: ReadOnlyBecause): ReactElement {
  switch (because) {
    case 'storage-full':
      return (
        <Trans>
          This device is full. Everything saved so far is safe; new writing is not kept. Make room
          on the device, then open Alongside again.
        </Trans>
      );
    case 'storage-lost':
      return (
        <Trans>
          The browser no longer gives us its storage. What you see is still here in this tab; new
          writing is not kept. Make a backup before you close it.
        </Trans>
      );
    case 'newer-version':
      return (
        <Trans>
          This workspace was written by a newer version. You can read everything; to write, update
          Alongside on this device.
        </Trans>
      );
  }
}
