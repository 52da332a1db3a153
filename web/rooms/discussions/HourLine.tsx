/** How long the whole takes, and how that stands to an hour. */
import type { PlanTimes } from '@alongside/practice';
import { Plural, Trans } from '@lingui/react/macro';

export function HourLine({ times }: { readonly times: PlanTimes }) {
  const { minutes, hour } = times;
  switch (hour.type) {
    case 'OneHour':
      return <Trans>The plan takes one hour.</Trans>;
    case 'Over':
      return (
        <>
          <Plural
            value={minutes}
            one="The plan takes # minute:"
            other="The plan takes # minutes:"
          />{' '}
          <Plural value={hour.by} one="# more than an hour." other="# more than an hour." />
        </>
      );
    case 'Under':
      return (
        <>
          <Plural
            value={minutes}
            one="The plan takes # minute:"
            other="The plan takes # minutes:"
          />{' '}
          <Plural value={hour.by} one="# less than an hour." other="# less than an hour." />
        </>
      );
  }
}
