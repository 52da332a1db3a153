/** The fixed choices of a partner in words: its part in our campaign, and the kinds of contact. */
import type { ContactKind, Part } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const partWords: Record<Part, MessageDescriptor> = {
  informs: msg`informs our campaign`,
  guides: msg`guides our campaign`,
  'co-builds': msg`builds our campaign with us`,
};

export const contactWords: Record<ContactKind, MessageDescriptor> = {
  'one-on-one': msg`We talked, one to one`,
  meeting: msg`We met`,
  event: msg`We were at the same event`,
  'we-showed-up': msg`We showed up for them`,
  'they-showed-up': msg`They showed up for us`,
  'honest-conversation': msg`Honest conversation`,
  repair: msg`Repair`,
  care: msg`Care: a visit, a meal, a call that asks nothing`,
};
