/** The sentence that says where the ask stands. */
import type { Ask } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../ui/days.ts';
import { OwnWords } from '../../../ui/OwnWords.tsx';

export function AskTitle({ ask }: { readonly ask: Ask }) {
  const sayDay = useSayDay();
  const from = <OwnWords>{ask.from}</OwnWords>;
  if (ask.answer !== null && ask.answeredOn) {
    const on = sayDay(ask.answeredOn);
    return (
      <Trans>
        We answered {from} on {on}.
      </Trans>
    );
  }
  if (ask.holdingUntil) {
    const until = sayDay(ask.holdingUntil);
    return (
      <Trans>
        {from} will hear from us by {until}.
      </Trans>
    );
  }
  if (ask.by) {
    const by = sayDay(ask.by);
    return (
      <Trans>
        {from} is waiting for our answer by {by}.
      </Trans>
    );
  }
  return <Trans>{from} is waiting for our answer.</Trans>;
}
