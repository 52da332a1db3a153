/** Letting the core team know that this conversation took place, and on which day: nothing else of it. */
import type { Conversation } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { usePartner } from '../../../ui/partners.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { writeContact } from '../write-partner.ts';

export function TellTheDay({ conversation }: { readonly conversation: Conversation }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const here = usePartner(conversation.partner ?? '');
  const { on } = conversation;
  if (!here || !on) return null;
  const isTold = here.contacts.some(
    (contact) =>
      contact.kind === 'honest-conversation' &&
      (contact.on === on || contact.month === on.slice(0, 7)),
  );
  return isTold ? (
    <p className="quiet">
      <Trans>The core team sees that we talked on that day, and nothing else.</Trans>
    </p>
  ) : (
    <div className="row">
      <Button
        onPress={() =>
          offerUndo(
            t`The core team sees the day.`,
            writeContact(
              workspace,
              { partner: here.partner.id, kind: 'honest-conversation', on },
              workspace.coreTeam,
            ),
          )
        }
      >
        <Trans>Let the core team see the day, and nothing else</Trans>
      </Button>
    </div>
  );
}
