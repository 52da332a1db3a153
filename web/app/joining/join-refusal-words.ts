/** Why someone was not let in, or another device not added. */
import type { JoinRefusal } from '@alongside/vault/kept';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const joinRefusalWords: Readonly<Record<JoinRefusal['type'], MessageDescriptor>> = {
  NotALink: msg`This is not a whole invitation. Ask for the link again, and open or paste all of it.`,
  NewerVersion: msg`This invitation was made by a newer version of Alongside. Update Alongside on this device, then open it again.`,
  InvitationSpent: msg`This invitation was used already, or taken back. Ask for a new one.`,
  InvitationExpired: msg`This invitation is too old. Ask for a new one.`,
  Declined: msg`They did not let this request in. If it was a mix-up, ask for a new invitation.`,
  OlderThanInvitation: msg`The server shows an older state than the invitation knows. Something is wrong there; nothing was kept here. Tell the person who invited you.`,
  NotTheirs: msg`What came back does not belong to this invitation. Nothing was kept here. Tell the person who invited you.`,
  Stopped: msg`You stopped. Nothing was kept here.`,
  WordsUnusable: msg`These six words could not be used. Nothing was kept here; begin again.`,
  StorageFull: msg`This device is full, so nothing could be kept. Make room, then ask for a new invitation.`,
  StorageLost: msg`The browser does not give us its storage. Private windows do that; try in a usual window.`,
  KitUnknown: msg`These twelve words find nothing on this server. Look at the words, and at the server’s address.`,
  KitMistyped: msg`These twelve words do not belong together: one of them is a different word, or two changed places.`,
  ServerAway: msg`The server cannot be reached. Nothing was changed; try again when there is a connection.`,
};
