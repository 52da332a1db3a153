/**
 * The same twelve weeks with one ask more: where it fits, by how much it does not, and what would have to
 * move. Nothing is written down here, and nothing is recommended.
 */
import {
  askFields,
  ifWeSayYes,
  isWaiting,
  promiseFields,
  readFields,
  whatWouldMove,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { useUnverified } from '../../../ui/arrivals.ts';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { useWeeks } from '../../../ui/giving.ts';
import { HalfDaysChoice } from '../../../ui/HalfDaysChoice.tsx';
import { sayHalfDays } from '../../../ui/half-days.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { Moves } from '../../../ui/Moves.tsx';
import { ownWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Select } from '../../../ui/Select.tsx';
import { Unverified } from '../../../ui/Unverified.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { spans } from '../../../ui/weeks.ts';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { WeekList } from './WeekList.tsx';

export default function IfWeSayYes() {
  const { coreTeam } = useWorkspace();
  const { rows, lines, sum } = useWeeks();
  const asks = useTable('asks');
  const unverified = useUnverified();
  const promises = useTable('promises');
  const waiting = useMemo(
    () => asks.map((record) => readFields(askFields, record)).filter(isWaiting),
    [asks],
  );
  const [chosen, setChosen] = useState<string | null>(waiting[0]?.id ?? null);
  const ask = waiting.find(({ id }) => id === chosen);
  const [from, setFrom] = useState<string>();
  const [span, setSpan] = useState<number>();
  const [amount, setAmount] = useState<number>();
  const [weeks, halfDays] = [span ?? ask?.takesWeeks ?? 4, amount ?? (ask?.takesHalfDays || 1)];
  const first = from ?? (ask?.on && ask.on >= today() ? ask.on : today());
  const after = ifWeSayYes(rows, { from: first === '' ? today() : first, weeks, halfDays });
  const moves = whatWouldMove(
    { lines, promises: promises.map((record) => readFields(promiseFields, record)) },
    after.short,
  );
  return (
    <Page
      title={<Answer after={after} isSummed={sum !== null} />}
      readers={<WhoCanRead audience={coreTeam} />}
      above={
        <TextLink to="/giving">
          <Trans>What we can give</Trans>
        </TextLink>
      }
    >
      <section className="stack giving-yes">
        {waiting.length > 0 && (
          <Select
            label={<Trans>If we say yes to</Trans>}
            options={waiting.map(({ id, what, from: who }) => ({
              id,
              name: unverified(id) ? `${what || who} · ${t`unverified`}` : what || who,
            }))}
            value={chosen}
            onChange={setChosen}
          />
        )}
        {ask && ask.from !== '' && <p {...ownWords(ask.from)}>{ask.from}</p>}
        {ask && <Unverified ask={ask.id} />}
        <DayField label={<Trans>From</Trans>} value={first} onChange={setFrom} min={today()} />
        <RadioGroup
          label={<Trans>For how many weeks?</Trans>}
          layout="steps"
          value={String(weeks)}
          onChange={(value) => setSpan(Number(value))}
        >
          {spans.map((span) => (
            <Radio key={span} value={String(span)}>
              {span}
            </Radio>
          ))}
        </RadioGroup>
        <HalfDaysChoice
          label={<Trans>About how much in each week?</Trans>}
          value={halfDays}
          onChange={setAmount}
        />
      </section>
      <WeekList rows={after.rows} />
      <Shortage after={after} />
      <Moves moves={moves} />
    </Page>
  );
}

type After = ReturnType<typeof ifWeSayYes>;

function Answer({ after, isSummed }: { readonly after: After; readonly isSummed: boolean }) {
  if (!isSummed) return <Trans>What is free is not known yet.</Trans>;
  if (after.weeksShown === 0) return <Trans>That is more than twelve weeks away.</Trans>;
  if (after.short.length === 0) return <Trans>There would be room for it in every week.</Trans>;
  const most = sayHalfDays(Math.max(...after.short.map(({ halfDays }) => halfDays)));
  return <Trans>It would be up to {most} a week more than we have.</Trans>;
}

function Shortage({ after }: { readonly after: After }) {
  const sayDay = useSayDay();
  if (after.short.length === 0) return null;
  return (
    <ul className="giving-short">
      {after.short.map(({ from, halfDays }) => {
        const [day, days] = [sayDay(from), sayHalfDays(halfDays)];
        return (
          <li key={from}>
            <Trans>
              In the week of {day}: {days} more than we have.
            </Trans>
          </li>
        );
      })}
    </ul>
  );
}
