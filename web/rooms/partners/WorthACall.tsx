/** Whom somebody should ring, with the reason. Harm to them comes first; what we want is never a reason. */
import { plural } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { CallReasonWords } from '../../ui/CallReasonWords.tsx';
import { Disclosure } from '../../ui/Disclosure.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { useWorthACall } from '../../ui/partners.ts';
import { Row, Rows } from '../../ui/Rows.tsx';

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
            <CallReasonWords reason={reason} />
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
