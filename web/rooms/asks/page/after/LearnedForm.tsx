/**
 * What we learned, open once the date is over: what we expected beside what happened and what next; how
 * many of our people took part. What was expected is kept as it stood when somebody first wrote here.
 */
import { learnedDifferences, learnedFields, middleOf, readFields } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Radio, RadioGroup } from '../../../../ui/Choices.tsx';
import { today } from '../../../../ui/days.ts';
import { OwnWords } from '../../../../ui/OwnWords.tsx';
import { TextArea } from '../../../../ui/TextArea.tsx';
import { useKeptWords } from '../../../../ui/useKeptWords.ts';
import { useRecord, useWorkspace } from '../../../../ui/workspace.tsx';
import { differenceWords, memberWords, stepWords } from '../../ask-words.ts';
import { useWeighing } from '../../envelopes/useWeighing.ts';
import type { Given } from '../given.ts';
import { CountField } from './CountField.tsx';
import { HowGuessesWent } from './HowGuessesWent.tsx';

type Values = { readonly [Name in keyof typeof learnedFields]?: string | number | null };

export function LearnedForm({ ask }: Given) {
  const workspace = useWorkspace();
  const { _ } = useLingui();
  const record = useRecord('learned', ask.id);
  const learned = readFields(learnedFields, record ?? { id: ask.id });
  const opened = useWeighing(ask.id)?.opened;
  const said = {
    step: ask.contribution ?? (opened ? middleOf(opened.contribution) : null),
    what: ask.contributionWhat || (opened?.contributionWhat.join(' · ') ?? ''),
    members: ask.members ?? (opened ? middleOf(opened.members) : null),
  };
  const expected = record
    ? { step: learned.expectedStep, what: learned.expected, planned: learned.membersPlanned }
    : { step: said.step, what: said.what, planned: ask.membersPlanned };
  const write = (values: Values) => {
    const first = record
      ? {}
      : {
          expectedStep: expected.step,
          expected: expected.what,
          membersPlanned: expected.planned,
          writtenOn: today(),
        };
    workspace.commit(
      Object.entries({ ...first, ...values }).map(([field, value]) => ({
        table: 'learned',
        record: ask.id,
        field,
        value: value ?? null,
      })),
      workspace.coreTeam,
    );
  };
  const happened = useKeptWords(learned.happened, (words) => write({ happened: words }));
  const next = useKeptWords(learned.next, (words) => write({ next: words }));
  return (
    <>
      <p>
        <Trans>What we expected:</Trans>{' '}
        {expected.step ? _(stepWords[expected.step]) : <Trans>unknown</Trans>}
        {expected.what && (
          <>
            {' · '}
            <OwnWords>{expected.what}</OwnWords>
          </>
        )}
        {said.members && ` · ${_(memberWords[said.members])}`}
      </p>
      <TextArea
        label={<Trans>What happened?</Trans>}
        hint={<Trans>For those most affected first, then for us. Without names.</Trans>}
        rows={3}
        {...happened}
      />
      <RadioGroup
        label={<Trans>Did we make a real difference?</Trans>}
        value={learned.difference}
        onChange={(difference) => write({ difference })}
      >
        {learnedDifferences.map((difference) => (
          <Radio key={difference} value={difference}>
            {_(differenceWords[difference])}
          </Radio>
        ))}
      </RadioGroup>
      <div className="row counts">
        <CountField
          label={<Trans>How many of our people we planned with</Trans>}
          value={expected.planned}
          onChange={(membersPlanned) => write({ membersPlanned })}
        />
        <CountField
          label={<Trans>How many took part</Trans>}
          value={learned.membersCame}
          onChange={(membersCame) => write({ membersCame })}
        />
      </div>
      <TextArea label={<Trans>What next?</Trans>} rows={2} {...next} />
      <HowGuessesWent />
    </>
  );
}
