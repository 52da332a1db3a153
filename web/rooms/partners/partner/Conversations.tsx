/** Honest conversations with them that this reader may read. */
import type { Conversation } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useSayDay } from '../../../ui/days.ts';
import { LinkButton, TextLink } from '../../../ui/Link.tsx';

export function Conversations({
  partner,
  conversations,
}: {
  readonly partner: string;
  readonly conversations: readonly Conversation[];
}) {
  const sayDay = useSayDay();
  const sorted = [...conversations].sort((a, b) => ((a.on ?? '9') < (b.on ?? '9') ? 1 : -1));
  return (
    <>
      <h2>
        <Trans>Honest conversations</Trans>
      </h2>
      {sorted.length > 0 && (
        <ul className="passed">
          {sorted.map(({ id, on, toRepair, repairedOn }) => {
            const day = on && sayDay(on);
            return (
              <li key={id}>
                <TextLink to={`/partners/conversations/${id}`}>
                  {day ? <Trans>We talked on {day}</Trans> : <Trans>Being prepared</Trans>}
                </TextLink>
                {on && toRepair !== '' && (
                  <>
                    {' · '}
                    {repairedOn ? <Trans>repaired</Trans> : <Trans>something to repair</Trans>}
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p className="quiet">
        <Trans>Each is read only by its writer and the people named for it.</Trans>
      </p>
      <div className="row screen-only">
        <LinkButton to={`/partners/conversations/new?partner=${partner}`}>
          <Trans>Prepare an honest conversation</Trans>
        </LinkButton>
      </div>
    </>
  );
}
