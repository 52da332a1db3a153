/** Beginning to prepare an honest conversation: first who may read it, since that stays as it is. */
import { Trans } from '@lingui/react/macro';
import { Button } from '../../../ui/Button.tsx';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { usePartner } from '../../../ui/partners.ts';
import { useMembersHere } from '../../../ui/people-here.ts';
import { Refused } from '../../../ui/Refused.tsx';
import { useGo, useSearchParam } from '../../../ui/where.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useNamedReaders, YouAndAlso } from '../../../ui/YouAndAlso.tsx';
import '../Partners.css';

export default function NewConversation() {
  const workspace = useWorkspace();
  const go = useGo();
  const readers = useNamedReaders('conversations');
  const { others } = useMembersHere();
  const partner = usePartner(useSearchParam('partner') ?? '')?.partner;
  if (!partner) {
    return (
      <Page title={<Trans>With whom will you talk?</Trans>}>
        <p>
          <TextLink to="/partners">
            <Trans>See all partners</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  const begin = async () => {
    const audience = await readers.audience();
    if (!audience) return;
    const id = workspace.newId();
    workspace.commit(
      [{ table: 'conversations', record: id, field: 'partner', value: partner.id }],
      audience,
    );
    go(`/partners/conversations/${id}`, { instead: true });
  };
  const name = <OwnWords>{partner.name}</OwnWords>;
  return (
    <Page
      title={<Trans>Who may read what you prepare for {name}?</Trans>}
      action={
        <Button kind="filled" isDisabled={readers.working} onPress={() => void begin()}>
          {readers.named.size === 0 ? (
            <Trans>Only me: begin</Trans>
          ) : (
            <Trans>You and those chosen: begin</Trans>
          )}
        </Button>
      }
    >
      <p>
        <Trans>
          Others in the workspace cannot open it, and neither can the core team. It stays so: to
          bring in someone else later, begin a new one.
        </Trans>
      </p>
      {others.length > 0 ? (
        <YouAndAlso others={others} readers={readers} />
      ) : (
        <p className="quiet">
          <Trans>Nobody else is in this workspace yet, so only you can read it.</Trans>
        </p>
      )}
      <Refused refusal={readers.refusal} />
      <NotHere />
    </Page>
  );
}
