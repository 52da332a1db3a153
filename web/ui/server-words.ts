/** Why the server is not reached, and what that means for what was written. */
import type { ServerState } from '@alongside/vault/kept';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

type Because = Extract<ServerState, { type: 'Away' }>['because'];

export const serverAwayWords: Readonly<Record<Because, MessageDescriptor>> = {
  offline: msg`This device has no connection. You can go on working: all you write is saved here, and is sent when there is one.`,
  unreachable: msg`There is a connection, but the server does not answer. You can go on working: all you write is saved here, and is sent when it answers.`,
  'captive-portal': msg`Something else answers in the server’s place, as in cafés and stations where one has to sign in first. Nothing was read from it; all you write is saved here.`,
  busy: msg`The server has too much to do and asked us to wait. All you write is saved here, and is sent in a while.`,
  full: msg`The server has no room for more. All you write is saved here; the person who runs the server can give more room.`,
  refused: msg`The server no longer knows this workspace, or no longer lets this device in. All you write is saved here. Ask a steward.`,
  'lost-data': msg`The server lost part of what it had. The devices that still have it are giving it back; nothing here is lost.`,
  'needs-steward': msg`The server lost part of what it had, and a steward’s device is needed to go on. Nothing here is lost; ask a steward to open Alongside.`,
};
