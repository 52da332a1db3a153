/** *We were in touch*, from anywhere: whom with, then how and when. */
import { msg } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { LinkButton } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { usePartners } from '../../ui/partners.ts';
import { Select } from '../../ui/Select.tsx';
import { useOutsideCore } from '../../ui/together.ts';
import { WhoCanRead, WhoCanReadThis } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { WereInTouch } from './WereInTouch.tsx';
import './Partners.css';

const notChosen = msg`choose`;

export default function NewContact() {
  const { coreTeam } = useWorkspace();
  const isOutside = useOutsideCore();
  const { _ } = useLingui();
  const partners = usePartners();
  const [chosen, setChosen] = useState<string | null>(null);
  return (
    <Page
      title={<Trans>With whom were we in touch?</Trans>}
      readers={
        isOutside && chosen ? (
          <WhoCanReadThis table="partners" record={chosen} />
        ) : (
          <WhoCanRead audience={coreTeam} />
        )
      }
      action={
        <LinkButton to="/partners/new">
          <Trans>Add a partner</Trans>
        </LinkButton>
      }
    >
      {partners.length > 0 && (
        <Select
          label={<Trans>The organization</Trans>}
          options={partners}
          value={chosen}
          onChange={setChosen}
          placeholder={_(notChosen)}
        />
      )}
      {chosen && <WereInTouch partner={chosen} />}
    </Page>
  );
}
