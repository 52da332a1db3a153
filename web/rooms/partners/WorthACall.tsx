/** Whom somebody should ring, with the reason. Harm to them comes first; what we want is never a reason. */
import type { CallReason } from '@alongside/practice';
import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { useSayDay } from '../../ui/days.ts';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { useWorthACall } from './usePartner.ts';

/** Shown in full; the others under one line. */
const most = 3;

export function WorthACall() {
  const all = useWorthACall();
  if (all.length === 0) return null;
  const more = all.length - most;
  const rows = (some: typeof all) => (
    <Rows>
      {some.map(({ partner, name, reason }) => (
        <Row key={partner}>
          <p>
            <TextLink to={`/partners/${partner}`}>
              <OwnWords>{name}</OwnWords>
            </TextLink>
          </p>
          <p>
            <Why reason={reason} />
          </p>
        </Row>
      ))}
    </Rows>
  );
  return (
    <section className="stack worth-a-call">
      <h2>
        <Trans>Worth a call</Trans>
      </h2>
      {rows(all.slice(0, most))}
      {more > 0 && (
        <Disclosure summary={plural(more, { one: '# more', other: '# more' })}>
          {rows(all.slice(most))}
        </Disclosure>
      )}
    </section>
  );
}

function Why({ reason }: { readonly reason: CallReason }) {
  const sayDay = useSayDay();
  const day = reason.on && sayDay(reason.on);
  switch (reason.type) {
    case 'Harm': {
      const what = <OwnWords>{reason.harm.what}</OwnWords>;
      return (
        <Trans>
          {what} · {day}. Nobody from us has been in touch since.
        </Trans>
      );
    }
    case 'Repair':
      return <Trans>We talked honestly on {day}, and what we said we would repair is open.</Trans>;
    case 'TalkNext':
      return <Trans>We said we would talk again on {day}.</Trans>;
    case 'OnlyAsks':
      return day ? (
        <Trans>For a year we only asked. The last time without an ask was {day}.</Trans>
      ) : (
        <Trans>For a year we only asked. There was no time without an ask yet.</Trans>
      );
    case 'Quiet':
      return (
        <Trans>
          They have a part in our campaign. The last we had to do with each other was {day}.
        </Trans>
      );
  }
}
