/** Why a workspace could not be entered or opened from the command line, in sentences. */
import type { JoinRefusal, StorageRefusal, UnlockRefusal } from '@alongside/vault/kept';

type Refusal = JoinRefusal | StorageRefusal | UnlockRefusal;

const sentences: Readonly<Record<Refusal['type'], string>> = {
  NotALink: 'This is not a whole invitation. Give all of the link, in quotes.',
  NewerVersion: 'This was made by a newer version of Alongside. Update, then try again.',
  InvitationSpent: 'This invitation was used already, or taken back. Ask for a new one.',
  InvitationExpired: 'This invitation is too old. Ask for a new one.',
  Declined: 'They did not let this request in. Nothing was kept here.',
  OlderThanInvitation:
    'The server shows an older state than the invitation knows. Nothing was kept here. Tell the person who invited you.',
  NotTheirs:
    'What came back does not belong to this invitation. Nothing was kept here. Tell the person who invited you.',
  Stopped: 'Stopped. Nothing was kept here.',
  WordsUnusable: 'These are no six words of one of the lists. Nothing was kept here.',
  StorageFull: 'The disk is full, so nothing could be kept.',
  StorageLost: 'This folder cannot be written to, or its disk is damaged.',
  StorageInUse:
    'Another Alongside is using this folder. Wait for it, or choose another with --data.',
  KitUnknown: 'These words find nothing on this server.',
  KitMistyped: 'These words do not belong together.',
  ServerAway: 'The server cannot be reached. Nothing was changed.',
  NothingKept:
    'No workspace is kept in this folder. Join one first, or choose another with --data.',
  WrongWords: 'These six words do not open it.',
  WordUnknown: 'One of these words is in none of the lists. Look at the paper again.',
  WordsMissing: 'Six words open it.',
  LockWeakened: 'The lock in this folder was changed, so no words are tried on it.',
  StoreDamaged: 'What is kept in this folder is damaged and cannot be opened.',
};

export function sayRefused({ type }: Refusal): string {
  return sentences[type];
}
