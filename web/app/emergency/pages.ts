/** The four pages, by the last part of their address. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export type EmergencyName = 'lost' | 'no-longer' | 'at-the-door' | 'attacked';

export const emergencyPages: readonly {
  readonly name: EmergencyName;
  readonly title: MessageDescriptor;
}[] = [
  { name: 'lost', title: msg`A phone was lost or taken` },
  { name: 'no-longer', title: msg`Someone should no longer read this` },
  { name: 'at-the-door', title: msg`They are at the door` },
  { name: 'attacked', title: msg`We were attacked` },
];
