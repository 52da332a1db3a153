/** The partners, by name. */
import type { Partner } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { EmptyPage } from '../../ui/EmptyPage.tsx';
import { LinkButton, TextLink } from '../../ui/Link.tsx';
import { OwnWords, ownWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { partWords } from '../../ui/partner-words.ts';
import { usePartners } from '../../ui/partners.ts';
import { Row, Rows } from '../../ui/Rows.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { useTwice } from './Duplicates.tsx';
import { LeftBehind } from './LeftBehind.tsx';
import { WorthACall } from './WorthACall.tsx';
import './Partners.css';

export default function Partners() {
  const { coreTeam } = useWorkspace();
  const partners = usePartners();
  const readers = <WhoCanRead audience={coreTeam} />;
  if (partners.length === 0) return <NoPartners readers={readers} />;
  return (
    <Page
      title={<Trans>The organizations we stand with.</Trans>}
      readers={readers}
      action={
        <>
          <LinkButton to="/partners/contact" kind="filled">
            <Trans>We were in touch</Trans>
          </LinkButton>
          <LinkButton to="/partners/new">
            <Trans>Add a partner</Trans>
          </LinkButton>
        </>
      }
    >
      <WorthACall />
      <LeftBehind />
      <Rows>
        {partners.map((partner) => (
          <Row key={partner.id}>
            <PartnerLine partner={partner} />
          </Row>
        ))}
      </Rows>
      <Further />
    </Page>
  );
}

/** What can be done with partners and people besides. */
function Further() {
  const twice = useTwice();
  const pairs = twice.partners.length + twice.people.length;
  return (
    <ul className="further screen-only">
      <li>
        <TextLink to="/partners/people">
          <Trans>People in these organizations</Trans>
        </TextLink>
      </li>
      <li>
        <TextLink to="/partners/handover">
          <Trans>Who keeps in touch with whom</Trans>
        </TextLink>
      </li>
      <li>
        <TextLink to="/partners/import">
          <Trans>Bring in contacts or a calendar</Trans>
        </TextLink>
      </li>
      <li>
        <TextLink to="/partners/export">
          <Trans>Take contacts and dates along</Trans>
        </TextLink>
      </li>
      {pairs > 0 && (
        <li>
          <TextLink to="/partners/duplicates">
            <Trans>Some may have been written down twice</Trans>
          </TextLink>
        </li>
      )}
    </ul>
  );
}

function PartnerLine({ partner }: { readonly partner: Partner }) {
  const { _ } = useLingui();
  return (
    <>
      <h2 className="partner-name">
        <TextLink to={`/partners/${partner.id}`}>
          <OwnWords>{partner.name}</OwnWords>
        </TextLink>
      </h2>
      {partner.movement && <p {...ownWords(partner.movement)}>{partner.movement}</p>}
      {partner.part && <p className="quiet">{_(partWords[partner.part])}</p>}
    </>
  );
}

function NoPartners({ readers }: { readonly readers: React.ReactNode }) {
  return (
    <EmptyPage
      title={<Trans>Whom do we stand with?</Trans>}
      readers={readers}
      action={
        <>
          <LinkButton to="/partners/new" kind="filled">
            <Trans>Add a partner</Trans>
          </LinkButton>
          <LinkButton to="/partners/import">
            <Trans>Bring in contacts</Trans>
          </LinkButton>
        </>
      }
      example={
        <p>
          <Trans>
            Harbor Families Network. They showed up for us in March. Last honest conversation: not
            yet.
          </Trans>
        </p>
      }
    >
      <p>
        <Trans>
          A partner is an organization: what they did for us, what we did for them, and when we last
          talked honestly. Nothing is added up.
        </Trans>
      </p>
    </EmptyPage>
  );
}
