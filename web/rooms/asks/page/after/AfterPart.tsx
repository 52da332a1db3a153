/** After a yes: what we promised, and, once its date is over, what we learned. */
import { learnedOpensOn } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { today, useSayDay } from '../../../../ui/days.ts';
import { usePromises } from '../../../../ui/promises.ts';
import type { Given } from '../given.ts';
import { Part } from '../Part.tsx';
import { LearnedForm } from './LearnedForm.tsx';
import { PromisesOf } from './PromisesOf.tsx';

export function AfterPart(given: Given) {
  const { ask, parts } = given;
  const sayDay = useSayDay();
  const promised = usePromises().filter((promise) => promise.ask === ask.id);
  const opens = learnedOpensOn(ask, promised);
  const day = opens && sayDay(opens);
  return (
    <Part name="after" title={<Trans>What we promised, and what came of it</Trans>} parts={parts}>
      <PromisesOf promised={promised} {...given} />
      <h3>
        <Trans>What we learned</Trans>
      </h3>
      {opens !== null && opens <= today() ? (
        <LearnedForm {...given} />
      ) : (
        <p className="quiet">
          <Trans>This opens on {day}, when its date is over.</Trans>
        </p>
      )}
    </Part>
  );
}
