/** What a date to keep is called, and when it is: "about" where a sighting or a community decides. */
import type { KeptDate } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { useShortDay } from '../../../ui/useShortDay.ts';
import { useSpan } from '../mine/useSpan.ts';
import { observanceWords } from './observance-words.ts';

export function DateName({ date }: { readonly date: Pick<KeptDate, 'key' | 'name'> }) {
  const { _ } = useLingui();
  const known = observanceWords[date.key];
  return known ? _(known) : <OwnWords>{date.name}</OwnWords>;
}

type When = Pick<KeptDate, 'from' | 'until' | 'about' | 'evening'>;

export function useSayDate(): (date: When) => string {
  const span = useSpan();
  const shortDay = useShortDay();
  return ({ from, until, about, evening }) => {
    const days = from === until ? shortDay(from) : span(from, until);
    if (about && evening) return t`about ${days}, from the evening before`;
    if (about) return t`about ${days}`;
    return evening ? t`${days}, from the evening before` : days;
  };
}
