/** What one person can usually give in a week, and what holds in a week with a date to keep in mind. */
import type { givesThen, UsualAmount } from '@alongside/practice';
import type { MessageDescriptor } from '@lingui/core';
import { msg } from '@lingui/core/macro';

export const amountWords: Readonly<Record<UsualAmount, MessageDescriptor>> = {
  'couple-of-hours': msg`a couple of hours`,
  'half-day': msg`half a day`,
  day: msg`a day`,
  more: msg`more`,
};

export const givesWords: Readonly<Record<(typeof givesThen)[number], MessageDescriptor>> = {
  'as-usual': msg`We give as usual that week`,
  half: msg`We give about half that week`,
  none: msg`We give nothing that week`,
};
