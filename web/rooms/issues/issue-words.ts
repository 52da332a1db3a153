/** Kinds of node, as headings of a list. */
import type { NodeKind } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const kindNames: Record<NodeKind, MessageDescriptor> = {
  issue: msg`Issues`,
  community: msg`Communities`,
  value: msg`Values`,
  experience: msg`Experiences`,
  doer: msg`Who does it`,
  policy: msg`Policies`,
  method: msg`How it is done`,
  campaign: msg`Campaigns`,
};
