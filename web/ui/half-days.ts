/** Half days in words: "a day and a half". */
import { plural, t } from '@lingui/core/macro';

export function sayHalfDays(halfDays: number): string {
  if (halfDays <= 0) return t`nothing`;
  if (halfDays === 1) return t`half a day`;
  const days = Math.floor(halfDays / 2);
  if (halfDays % 2 === 0) return plural(days, { one: 'one day', other: '# days' });
  return plural(days, { one: 'one day and a half', other: '# and a half days' });
}
