/** Invitations that nobody has used: each can be taken back. */
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { dayAt, useSayDay } from '../../../ui/days.ts';
import { Refused } from '../../../ui/Refused.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { roleNames } from '../role-words.ts';

export function OpenInvitations() {
  const here = useTogether();
  const asking = useAsking();
  const sayDay = useSayDay();
  const { _ } = useLingui();
  const open = here?.now.invitations.filter((one) => one.open) ?? [];
  if (!here || open.length === 0) return null;
  return (
    <section className="stack">
      <h2>
        <Trans>Invitations that nobody has used yet</Trans>
      </h2>
      <Rows label={t`Invitations that nobody has used yet`}>
        {open.map((invitation) => (
          <Row key={invitation.id}>
            <p>
              {_(roleNames[invitation.role])}
              {' · '}
              <Trans>until {sayDay(dayAt(invitation.expires))}</Trans>
            </p>
            <Button
              kind="quiet"
              isDisabled={asking.working}
              onPress={() => void asking.run(() => here.together.revokeInvite(invitation.id))}
            >
              <Trans>Take it back</Trans>
            </Button>
          </Row>
        ))}
      </Rows>
      <Refused refusal={asking.refusal} />
    </section>
  );
}
