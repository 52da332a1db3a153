/**
 * For who plans: what is offered in each week, exactly, who said what, and how many can be asked for a
 * skill. Nobody else's device has it. Skills stand here by week and never by name, unless their owner
 * chose that.
 */
import { bySkill, type Offer, offeredByWeek } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { useSkills, useWeeks } from '../../../ui/giving.ts';
import { sayHalfDays } from '../../../ui/half-days.ts';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useNames } from '../../../ui/together.ts';
import { useNamesJoined } from '../../../ui/useNamesJoined.ts';
import { useShortDay } from '../../../ui/useShortDay.ts';
import { amountWords } from '../amount-words.ts';
import { useSpan } from '../mine/useSpan.ts';
import '../weeks/Weeks.css';

export function ExactWeeks({ offers }: { readonly offers: readonly Offer[] }) {
  const { weeks } = useWeeks();
  const shortDay = useShortDay();
  const sums = offeredByWeek(offers, weeks);
  return (
    <section className="stack">
      <h2>
        <Trans>For the planners alone</Trans>
      </h2>
      <p className="quiet">
        <Trans>
          What you say of it to others can tell what one person gives. The sum that the core team
          sees is safe to say.
        </Trans>
      </p>
      <div className="week-table">
        <table>
          <caption>
            <Trans>Offered in each week, less the days that people are away</Trans>
          </caption>
          <thead>
            <tr>
              <th scope="col">
                <Trans>Week of</Trans>
              </th>
              <th scope="col">
                <Trans>Offered</Trans>
              </th>
            </tr>
          </thead>
          <tbody>
            {weeks.map(({ from }, at) => (
              <tr key={from}>
                <th scope="row">{shortDay(from)}</th>
                <td>{sayHalfDays(Math.floor((sums[at] ?? 0) / 2))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <People offers={offers} />
      <Skills offers={offers} />
    </section>
  );
}

function People({ offers }: { readonly offers: readonly Offer[] }) {
  const nameOf = useNames();
  const { _ } = useLingui();
  const span = useSpan();
  return (
    <Rows label={t`Who has said what they can give`}>
      {offers.map(({ by, usual, steppedBack, away }) => (
        <Row key={by}>
          <bdi>{nameOf(by) || t`Someone without a name`}</bdi>
          <p className="quiet">
            {steppedBack ? <Trans>stepped back</Trans> : usual && _(amountWords[usual])}
            {away.map(({ from, until }) => {
              const days = span(from, until);
              return (
                <span key={from}>
                  {' · '}
                  <Trans>away {days}</Trans>
                </span>
              );
            })}
          </p>
        </Row>
      ))}
    </Rows>
  );
}

function Skills({ offers }: { readonly offers: readonly Offer[] }) {
  const { weeks } = useWeeks();
  const skills = useSkills();
  const names = useNamesJoined();
  const asked = skills.map(({ id, name }) => ({ id, name, found: bySkill(id, { offers }, weeks) }));
  const offered = asked.flatMap(({ id, name, found }) => {
    if (found.type !== 'Exactly') return [];
    const counts = found.weeks.map(({ people }) => people);
    const most = Math.max(0, ...counts);
    const named = [...new Set(found.weeks.flatMap((week) => week.named))];
    return most > 0 ? [{ id, name, most, least: Math.min(...counts), named }] : [];
  });
  if (offered.length === 0) return null;
  return (
    <>
      <h3>
        <Trans>What people can be asked for</Trans>
      </h3>
      <Rows label={t`What people can be asked for`}>
        {offered.map(({ id, name, most, least, named }) => {
          const who = names(named);
          return (
            <Row key={id}>
              <OwnWords>{name}</OwnWords>
              <p className="quiet">
                <Plural value={most} one="# person offers it" other="# people offer it" />
                {least < most && (
                  <>
                    {', '}
                    <Plural
                      value={least}
                      _0="nobody in some week"
                      one="one in some week"
                      other="# in some week"
                    />
                  </>
                )}
                {named.length > 0 && (
                  <>
                    {' · '}
                    <Trans>may be named: {who}</Trans>
                  </>
                )}
              </p>
            </Row>
          );
        })}
      </Rows>
    </>
  );
}
