/** A partner's part in our campaign, in words. */
import type { Part } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const partWords: Record<Part, MessageDescriptor> = {
  informs: msg`informs our campaign`,
  guides: msg`guides our campaign`,
  'co-builds': msg`builds our campaign with us`,
};
