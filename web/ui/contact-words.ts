/** The kinds of contact in words. */
import type { Contact } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const contactWords: Record<NonNullable<Contact['kind']>, MessageDescriptor> = {
  'one-on-one': msg`We talked, one to one`,
  meeting: msg`We met`,
  event: msg`We were at the same event`,
  'we-showed-up': msg`We showed up for them`,
  'members-answered': msg`Members answered our call for them`,
  discussion: msg`We talked about a story together`,
  'they-showed-up': msg`They showed up for us`,
  'honest-conversation': msg`Honest conversation`,
  repair: msg`Repair`,
  care: msg`Care: a visit, a meal, a call that asks nothing`,
};
