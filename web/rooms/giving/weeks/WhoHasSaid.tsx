/** How many have said what they can give, of which day the sum is, and why there is none yet. */
import { enough } from '@alongside/practice';
import { Plural, Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../ui/days.ts';
import { usePlanning, useWeeks } from '../../../ui/giving.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useNamesJoined } from '../../../ui/useNamesJoined.ts';

export function WhoHasSaid() {
  const { sum } = useWeeks();
  const { said, planners } = usePlanning();
  const people = useTogether()?.now.people.filter(({ active, role }) => active && role !== 'guest');
  const all = Math.max(people?.length ?? 1, said);
  const sayDay = useSayDay();
  const names = useNamesJoined();
  const who = planners && names(planners.people);
  const day = sum?.on && sayDay(sum.on);
  return (
    <div className="stack">
      {sum === null ? (
        <p>
          <Trans>Shown once five of us have said.</Trans>{' '}
          <Plural value={said} _0="Nobody has yet." one="One has." other="# have." />{' '}
          {said >= enough && (
            <Trans>Five of them must give something before anything is added up.</Trans>
          )}
        </p>
      ) : (
        <p>
          <Trans>
            {said} of {all} people have said what they can give.
          </Trans>{' '}
          {day && (
            <Trans>
              The sum is of {day}. It is told again when five of us give something new, so that it
              never tells what one of us gives.
            </Trans>
          )}
        </p>
      )}
      <p className="quiet">
        {who ? (
          <Trans>{who} can read what each of us gives; nobody else can.</Trans>
        ) : (
          <>
            <Trans>Nobody was chosen to plan yet, so nothing can be added up.</Trans>{' '}
            <TextLink to="/giving/planners">
              <Trans>Choose who plans</Trans>
            </TextLink>
          </>
        )}
      </p>
    </div>
  );
}
