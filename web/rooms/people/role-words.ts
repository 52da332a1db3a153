/** What a role is called, and what it may do, in a sentence. */
import type { Role } from '@alongside/vault/kept';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const roleNames: Readonly<Record<Role, MessageDescriptor>> = {
  steward: msg`Steward`,
  member: msg`Member`,
  guest: msg`Guest`,
};

export const roleNotes: Readonly<Record<Role, MessageDescriptor>> = {
  steward: msg`Reads and writes, lets people in, and can end what someone reads.`,
  member: msg`Reads and writes.`,
  guest: msg`Reads what everyone here can read. Writes only to the people they are named with.`,
};

export const roles: readonly Role[] = ['steward', 'member', 'guest'];
