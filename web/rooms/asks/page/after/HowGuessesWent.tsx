/** How our guesses went, said from five times on, with what that can tell and what it cannot. */
import { calibration, learnedFields, readFields } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { Disclosure } from '../../../../ui/Disclosure.tsx';
import { useTable } from '../../../../ui/workspace.tsx';
import { stepWords } from '../../ask-words.ts';

export function HowGuessesWent() {
  const { _ } = useLingui();
  const records = useTable('learned');
  const told = calibration(records.map((record) => readFields(learnedFields, record)));
  return (
    <Disclosure summary={<Trans>How our guesses went</Trans>}>
      {told.length === 0 ? (
        <p>
          <Trans>
            Said once we have looked back five times on asks of which we had guessed the same. Fewer
            would say nothing.
          </Trans>
        </p>
      ) : (
        <ul>
          {told.map(({ step, times, were, inPart }) => {
            const said = _(stepWords[step]);
            return (
              <li key={step}>
                {inPart > 0 ? (
                  <Plural
                    value={times}
                    other={`Of # times we said “${said}”, ${were} made a real difference and ${inPart} did in part.`}
                  />
                ) : (
                  <Plural
                    value={times}
                    other={`Of # times we said “${said}”, ${were} made a real difference.`}
                  />
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p className="quiet">
        <Trans>
          This tells how well we guess. It does not tell what to answer next, and nothing about
          whoever asks: a few times are few, and chance alone makes such numbers.
        </Trans>
      </p>
    </Disclosure>
  );
}
