/** A holding reply: by when they will hear. It is no decision; one past its day stays in front of us. */
import { daysAfter } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../../ui/Button.tsx';
import { DayField } from '../../../../ui/DayField.tsx';
import { Disclosure } from '../../../../ui/Disclosure.tsx';
import { today } from '../../../../ui/days.ts';
import { refusalWords } from '../../refusals.ts';
import type { Given } from '../given.ts';

export function Holding({ ask, change }: Given) {
  const until = ask.holdingUntil ?? '';
  const isPast = until !== '' && until < today();
  return (
    <Disclosure summary={<Trans>We need more time</Trans>} open={until !== ''}>
      <DayField
        label={<Trans>You will hear from us by…</Trans>}
        hint={<Trans>The reply says so. It is not an answer yet.</Trans>}
        value={until}
        min={today()}
        onChange={(day) => change({ holdingUntil: day || null })}
        {...(isPast && {
          wrong: refusalWords({ type: 'DayIsPast', by: until, received: today() }),
        })}
      />
      {until === '' && (
        <Button onPress={() => change({ holdingUntil: daysAfter(today(), 3) })}>
          <Trans>In three days</Trans>
        </Button>
      )}
    </Disclosure>
  );
}
