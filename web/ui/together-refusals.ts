/** Why something about people could not be done: what happened, what stayed, what to do. */
import type { TogetherRefusal } from '@alongside/vault/kept';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const refusalWords: Readonly<Record<TogetherRefusal['type'], MessageDescriptor>> = {
  ServerAway: msg`The server cannot be reached, so nothing was changed. What you write is saved here meanwhile; try this again when there is a connection.`,
  ServerRefused: msg`The server did not accept this. Nothing was changed. Look whether its address and its voucher are right.`,
  OtherServerAway: msg`The other server does not answer, or Alongside may not speak with it from here yet. Nothing was changed: the workspace goes on where it is. Check the address; if it is right, ask whoever runs this server to allow the other.`,
  NotAServer: msg`This is not a server’s address: it must begin with https. Nothing was changed.`,
  ServerFull: msg`The server has no room for more. Nothing was changed, and everything stays saved here. The person who runs it can give more room.`,
  SameServer: msg`The workspace is on this server already. Nothing was changed.`,
  VoucherUsedUp: msg`This voucher was used already, or is not one of this server. Nothing was changed. Ask the person who runs the server for another.`,
  NotASteward: msg`Only a steward can do this. Nothing was changed.`,
  LastSteward: msg`There must be at least one steward. Make someone else a steward first; nothing was changed.`,
  NotYourself: msg`Nobody can do this to themselves. Another steward can; nothing was changed.`,
  InvitationSpent: msg`This invitation was used or taken back. Nobody was let in by it; make a new one.`,
  WelcomeLater: msg`They are let in, but the server went away before they could be told. Their page opens as soon as it is there again; you need not do anything. If they belong to the core team, add them when they are in.`,
  InvitationExpired: msg`This invitation is older than 14 days. Nobody was let in by it; make a new one.`,
  CodeExpired: msg`This code is older than ten minutes. No device was added by it; make a new one.`,
  Overtaken: msg`Someone else changed who is here at the same moment. Nothing of yours was done; look at the list again, then decide.`,
  KeepEverythingHolds: msg`“Keep everything” holds, so nothing can be erased now. Nothing was changed.`,
  SecondNeeded: msg`A second steward has to agree. They find it under “People here”.`,
  AlarmFirst: msg`Something above needs your attention first. Nothing was changed.`,
  NoHistoryChosen: msg`No steward has chosen yet, as far as this device can see. Nothing was changed.`,
  NotNow: msg`This cannot be done right now. Nothing was changed; try again in a while.`,
  SixWordsFirst: msg`This is a way back to your workspace, not a phone. It ends under Settings, with your six words. Nothing was changed.`,
  TrusteeNotReady: msg`One of them has not opened Alongside since they came in, so nothing can be sealed to them yet. Ask them to open it once; nothing was changed.`,
  RemovedHere: msg`This device was removed, so it can change nothing here. What you wrote is kept, and you can take it with you.`,
};
