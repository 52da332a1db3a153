/** Times away: a first and a last day, and no reason. */
import { type Away, type AwayRefused, addAway } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useSpan } from './useSpan.ts';

export function AwayPart({
  away,
  onChange,
}: {
  readonly away: readonly Away[];
  readonly onChange: (away: readonly Away[]) => void;
}) {
  const span = useSpan();
  const [from, setFrom] = useState('');
  const [until, setUntil] = useState('');
  const [refused, setRefused] = useState<AwayRefused>();
  const add = () => {
    const added = addAway(away, { from, until: until === '' ? from : until }, today());
    if ('type' in added) {
      setRefused(added);
      return;
    }
    setRefused(undefined);
    onChange(added);
    setFrom('');
    setUntil('');
  };
  return (
    <section className="stack">
      <h2>
        <Trans>Away</Trans>
      </h2>
      <p className="quiet">
        <Trans>Days only. There is no place for a reason, and nobody should ask for one.</Trans>
      </p>
      {away.length > 0 && (
        <Rows label={t`Away`}>
          {away.map((one) => {
            const days = span(one.from, one.until);
            return (
              <Row key={one.from}>
                <span>{days}</span>{' '}
                <Button
                  kind="quiet"
                  aria-label={t`Remove ${days}`}
                  onPress={() => onChange(away.filter((other) => other !== one))}
                >
                  <Trans>Remove</Trans>
                </Button>
              </Row>
            );
          })}
        </Rows>
      )}
      <div className="giving-days">
        <DayField
          label={<Trans>First day away</Trans>}
          value={from}
          onChange={setFrom}
          min={today()}
        />
        <DayField
          label={<Trans>Last day away</Trans>}
          value={until}
          onChange={setUntil}
          min={from || today()}
          {...(refused && { wrong: <WhyNot refused={refused} /> })}
        />
      </div>
      <div className="row">
        <Button onPress={add} isDisabled={from === ''}>
          <Trans>Add these days</Trans>
        </Button>
      </div>
    </section>
  );
}

function WhyNot({ refused }: { readonly refused: AwayRefused }) {
  switch (refused.type) {
    case 'NotADay':
      return <Trans>That is not a day. Pick one from the calendar.</Trans>;
    case 'EndsBeforeItBegins':
      return <Trans>The last day is before the first.</Trans>;
    case 'Over':
      return <Trans>These days are over already.</Trans>;
    case 'TooLong':
      return <Trans>That is more than a year. Step back instead, for as long as you like.</Trans>;
    case 'TooMany':
      return <Trans>That is enough times away for now. Remove one first.</Trans>;
  }
}
