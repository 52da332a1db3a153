/** The next seven days beside Today, on wide screens: what is when, what we promised, who comes together, who hears from us. */
import { weekKey } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../ui/days.ts';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { PlanName } from '../../ui/plans.tsx';
import type { Today } from './useThings.ts';

export function ThisWeek({ week }: { readonly week: Today['week'] }) {
  const sayDay = useSayDay();
  if (week.length === 0) return null;
  return (
    <section className="this-week stack">
      <h2>
        <Trans>This week</Trans>
      </h2>
      <ul className="week">
        {week.map((each) => (
          <li key={weekKey(each)}>
            <span className="quiet">{sayDay(each.day)}</span>
            <Said each={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ each }: { readonly each: Today['week'][number] }) {
  if (each.type === 'evening') {
    const name = <PlanName plan={each.evening} />;
    return (
      <TextLink to={`/discussions/${each.evening.id}`}>
        <Trans>We talk about {name}</Trans>
      </TextLink>
    );
  }
  if (each.type === 'promise') {
    return (
      <TextLink to={`/asks/promises/${each.promise.id}`}>
        <OwnWords>{each.promise.what}</OwnWords>
      </TextLink>
    );
  }
  const from = <OwnWords>{each.ask.from}</OwnWords>;
  return (
    <TextLink to={`/asks/${each.ask.id}`}>
      {each.type === 'hear' ? (
        <Trans>{from} hears from us</Trans>
      ) : (
        <OwnWords>{each.ask.what}</OwnWords>
      )}
    </TextLink>
  );
}
