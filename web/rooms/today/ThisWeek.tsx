/** The next seven days beside Today, on wide screens: what is when, what we promised, who hears from us. */
import type { Ask, OfTheWeek, PromiseMade } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../ui/days.ts';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';

export function ThisWeek({ week }: { readonly week: readonly OfTheWeek<Ask, PromiseMade>[] }) {
  const sayDay = useSayDay();
  if (week.length === 0) return null;
  return (
    <section className="this-week stack">
      <h2>
        <Trans>This week</Trans>
      </h2>
      <ul className="week">
        {week.map((each) => (
          <li key={`${each.type === 'promise' ? each.promise.id : each.ask.id}-${each.type}`}>
            <span className="quiet">{sayDay(each.day)}</span>
            <Said each={each} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Said({ each }: { readonly each: OfTheWeek<Ask, PromiseMade> }) {
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
