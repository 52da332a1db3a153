/** Whose questions these are, other questions of the same set, and choosing another set. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Select } from '../../../ui/Select.tsx';
import type { Given } from './given.ts';

const builtIn = 'built-in';

export function QuestionSource({ questions, change }: Given) {
  return (
    <>
      {questions.open.length > 0 && (
        <div>
          <p>
            <Trans>The story also asks:</Trans>
          </p>
          <ul>
            {questions.open.map((text) => (
              <li key={text}>
                <OwnWords>{text}</OwnWords>
              </li>
            ))}
          </ul>
        </div>
      )}
      <Disclosure summary={<Trans>Where these questions come from</Trans>}>
        {questions.credit !== '' && <p className="quiet">{questions.credit}</p>}
        {questions.sets.length > 0 && (
          <Select
            label={<Trans>Use the questions of</Trans>}
            options={[
              { id: builtIn, name: t`Alongside: three questions` },
              ...questions.sets.map(({ id, name }) => ({ id, name })),
            ]}
            value={questions.set ?? builtIn}
            onChange={(id) => change({ questionSet: id === builtIn ? null : id })}
          />
        )}
      </Disclosure>
    </>
  );
}
