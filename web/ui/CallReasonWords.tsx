/** Why a partner is worth a call, in a sentence. */
import type { CallReason } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from './days.ts';
import { OwnWords } from './OwnWords.tsx';

export function CallReasonWords({ reason }: { readonly reason: CallReason }) {
  const sayDay = useSayDay();
  const day = reason.on && sayDay(reason.on);
  switch (reason.type) {
    case 'Harm': {
      const what = <OwnWords>{reason.harm.what}</OwnWords>;
      return (
        <Trans>
          {what} · {day}. Nobody from us has been in touch since.
        </Trans>
      );
    }
    case 'Repair':
      return <Trans>We talked honestly on {day}, and what we said we would repair is open.</Trans>;
    case 'TalkNext':
      return <Trans>We said we would talk again on {day}.</Trans>;
    case 'OnlyAsks':
      return day ? (
        <Trans>For a year we only asked. The last time without an ask was {day}.</Trans>
      ) : (
        <Trans>For a year we only asked. There was no time without an ask yet.</Trans>
      );
    case 'Quiet':
      return (
        <Trans>
          They have a part in our campaign. The last we had to do with each other was {day}.
        </Trans>
      );
  }
}
