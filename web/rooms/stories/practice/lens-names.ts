/** What a guiding question looks at, in words. */
import type { Lens } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const lensNames: { readonly [lens in Lens]: MessageDescriptor } = {
  contribution: msg`What we can contribute`,
  'long-term': msg`The long view`,
  engagement: msg`Who of us takes part`,
  open: msg`Something else`,
};
