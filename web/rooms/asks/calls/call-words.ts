/** The answers to a call in words. */
import type { CallAnswer } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const callAnswerWords: Record<CallAnswer, MessageDescriptor> = {
  can: msg`can come`,
  maybe: msg`maybe`,
  'not-this-time': msg`not this time`,
};
