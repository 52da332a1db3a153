/** On which day the evening is, and which of our partners come to it. */
import { canBeOn, type Day, type DiscussionPlan, setFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { DayField } from '../../ui/DayField.tsx';
import { today, useSayDay } from '../../ui/days.ts';
import { useKeptWords } from '../../ui/useKeptWords.ts';
import type { Write } from './PlanPage.tsx';
import { WhoComes } from './WhoComes.tsx';

export function Evening({ plan, write }: { readonly plan: DiscussionPlan; readonly write: Write }) {
  const sayDay = useSayDay();
  const day = plan.on && sayDay(plan.on);
  return (
    <>
      <h2>
        <Trans>When, and who comes</Trans>
      </h2>
      <div className="evening screen-only stack">
        <EveningDay
          kept={plan.on}
          keep={(on) => write(t`Changed`, setFields('discussionPlans', plan.id, { on }))}
        />
        <WhoComes plan={plan} />
      </div>
      <p className="print-only">{day ?? t`The day is open.`}</p>
    </>
  );
}

/** Kept once the field is left: each key of a day that is typed makes another day, and one that is past is told of. */
function EveningDay({
  kept,
  keep,
}: {
  readonly kept: Day | null;
  readonly keep: (on: Day | null) => void;
}) {
  const [refused, setRefused] = useState<string | null>(null);
  const { value, onChange, onBlur } = useKeptWords(
    kept ?? '',
    (typed) => {
      const can = typed === '' || canBeOn(typed, today());
      setRefused(can ? null : typed);
      if (can && typed !== (kept ?? '')) keep(typed === '' ? null : typed);
    },
    { whenLeft: true },
  );
  return (
    <DayField
      label={<Trans>The day of the discussion</Trans>}
      hint={<Trans>Leave it empty until it is decided.</Trans>}
      value={refused ?? value}
      onChange={(typed) => {
        setRefused(null);
        onChange(typed);
      }}
      onBlur={onBlur}
      {...(refused !== null && {
        wrong: <Trans>A day up to a year ago, or up to a year ahead.</Trans>,
      })}
    />
  );
}
