/** What the pieces of a story are called. */
import type { PieceKind } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const kindNames: { readonly [kind in PieceKind]: MessageDescriptor } = {
  series: msg`Series`,
  title: msg`Title`,
  narrator: msg`Narrator`,
  place: msg`Place`,
  'pull-quote': msg`Opening quote`,
  heading: msg`Heading`,
  introduction: msg`Introduction`,
  campaign: msg`Campaign`,
  partner: msg`Partner`,
  'guiding-question': msg`Guiding question`,
  takeaway: msg`Takeaway`,
  paragraph: msg`Text`,
  quote: msg`Quote`,
  prompt: msg`Question`,
  plain: msg`Left over`,
  unrecognised: msg`Left over`,
};

/** The same where a piece can be said to be something else. */
export const assignNames: { readonly [kind in PieceKind]?: MessageDescriptor } = {
  ...kindNames,
  paragraph: msg`Plain text`,
  plain: msg`Not part of the story`,
};

/** Why something was set aside. */
export const reasonNames = {
  'repeated-heading': msg`seen again`,
  'link-remains': msg`a link`,
  'page-furniture': msg`page number or running title`,
  'not-placed': msg`not placed`,
} as const;
