/** What the notebook asks by itself, before any story brings prompts of its own. */
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const whyPrompt: MessageDescriptor = msg`Why do I do this?`;

export const ownPrompts: readonly MessageDescriptor[] = [
  msg`Who stood by me before I asked?`,
  msg`What did I learn from someone whose struggle is not mine?`,
  msg`Where did I stay silent, and what would I say now?`,
];
