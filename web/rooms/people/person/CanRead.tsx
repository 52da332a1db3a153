/** What a person can read, in sentences; for the question "and since when?". */

import type { Person, TogetherState } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { dayAt, useSayDay } from '../../../ui/days.ts';
import { Row, Rows } from '../../../ui/Rows.tsx';

export function CanRead({ person, now }: { readonly person: Person; readonly now: TogetherState }) {
  const sayDay = useSayDay();
  const first = person.devices.map(({ since }) => since).filter((since) => since !== null);
  const since = first.length > 0 ? sayDay(dayAt(Math.min(...first))) : null;
  const named = now.circles.filter(
    ({ kind, members }) => kind === 'named' && members.includes(person.id),
  );
  const inCore = now.circles.some(
    ({ kind, members }) => kind === 'core-team' && members.includes(person.id),
  );
  return (
    <section className="stack">
      <h2>
        <Trans>What they can read</Trans>
      </h2>
      <Rows label={t`What they can read`}>
        <Row>
          {since ? (
            <Trans>What everyone here can read, since {since}</Trans>
          ) : (
            <Trans>What everyone here can read</Trans>
          )}
        </Row>
        {inCore && (
          <Row>
            <Trans>What the core team can read</Trans>
          </Row>
        )}
        {named.map((circle) => (
          <Row key={circle.id}>
            <Trans>What is written for {circle.members.length} people by name</Trans>
          </Row>
        ))}
      </Rows>
    </section>
  );
}
