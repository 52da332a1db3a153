/** Who keeps in touch with whom: what is offered to me, what I carry, and what is with nobody any more. */
import { decline, handover, offer, offeredTo, type Partner, take } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextLink } from '../../ui/Link.tsx';
import { OwnWords } from '../../ui/OwnWords.tsx';
import { Page } from '../../ui/Page.tsx';
import { usePartners } from '../../ui/partners.ts';
import { useMembersHere } from '../../ui/people-here.ts';
import { Row, Rows } from '../../ui/Rows.tsx';
import { Select } from '../../ui/Select.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import './Partners.css';

export default function Handover() {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { others, isHere, nameOf } = useMembersHere();
  const partners = usePartners();
  const { mine, offered, leftBehind } = handover(partners, workspace.me, isHere);
  const commit = (changes: ReturnType<typeof take>, said: string) => {
    const back = changes.map(({ record, field }) => ({
      table: 'partners',
      record,
      field,
      value: (workspace.tables.get('partners', record)?.[field] as string | undefined) ?? null,
    }));
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(said, () => workspace.commit(back, workspace.coreTeam));
  };
  const takeIt = ({ id }: Partner) =>
    commit(take(id, workspace.me), t`You keep in touch with them.`);
  return (
    <Page
      title={
        offered.length > 0 ? (
          <Trans>Partners are offered to you. Will you keep in touch with them?</Trans>
        ) : (
          <Trans>Who keeps in touch with whom.</Trans>
        )
      }
      readers={<WhoCanRead audience={workspace.coreTeam} />}
    >
      <Part title={<Trans>Offered to you</Trans>} partners={offered}>
        {(partner) => (
          <div className="row">
            <Button onPress={() => takeIt(partner)}>
              <Trans>I keep in touch with them</Trans>
            </Button>
            <Button
              kind="quiet"
              onPress={() => commit(decline(partner.id), t`The offer is ended.`)}
            >
              <Trans>Not me</Trans>
            </Button>
          </div>
        )}
      </Part>
      <Part title={<Trans>With somebody who is not here any more</Trans>} partners={leftBehind}>
        {(partner) => (
          <div className="row">
            <Button onPress={() => takeIt(partner)}>
              <Trans>I keep in touch with them</Trans>
            </Button>
          </div>
        )}
      </Part>
      <Part title={<Trans>With you</Trans>} partners={mine}>
        {(partner) => {
          const to = offeredTo(partner, isHere);
          const name = to && <bdi>{nameOf(to)}</bdi>;
          return to ? (
            <div className="row">
              <span>
                <Trans>Offered to {name}.</Trans>
              </span>
              <Button
                kind="quiet"
                onPress={() => commit(decline(partner.id), t`The offer is ended.`)}
              >
                <Trans>Keep them myself</Trans>
              </Button>
            </div>
          ) : null;
        }}
      </Part>
      {mine.length > 0 && others.length > 0 && (
        <Select
          label={<Trans>Hand all of yours on to</Trans>}
          hint={<Trans>They stay with you until the other person takes them.</Trans>}
          options={others}
          value={null}
          onChange={(to) =>
            commit(
              offer(
                mine.map(({ id }) => id),
                to,
              ),
              t`Offered.`,
            )
          }
          placeholder={t`choose`}
        />
      )}
      {offered.length + leftBehind.length + mine.length === 0 && (
        <p>
          <Trans>
            Nobody is with you yet. On a partner’s page, take it upon yourself to keep in touch.
          </Trans>
        </p>
      )}
      <p>
        <TextLink to="/partners">
          <Trans>See all partners</Trans>
        </TextLink>
      </p>
    </Page>
  );
}

function Part({
  title,
  partners,
  children,
}: {
  readonly title: ReactNode;
  readonly partners: readonly Partner[];
  readonly children: (partner: Partner) => ReactNode;
}) {
  if (partners.length === 0) return null;
  return (
    <>
      <h2>{title}</h2>
      <Rows>
        {partners.map((partner) => (
          <Row key={partner.id}>
            <TextLink to={`/partners/${partner.id}`}>
              <OwnWords>{partner.name}</OwnWords>
            </TextLink>
            {children(partner)}
          </Row>
        ))}
      </Rows>
    </>
  );
}
