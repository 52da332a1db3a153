/** Everyone here: who waits to be let in, who is here, what each can read, and what is under way. */
import type { Person, TogetherState } from '@alongside/vault/kept';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { KeepingNotice } from '../../ui/KeepingNotice.tsx';
import { LinkButton, TextLink } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Page } from '../../ui/Page.tsx';
import { Row, Rows } from '../../ui/Rows.tsx';
import { useTogether } from '../../ui/together.ts';
import { TrustedBy } from './back/TrustedBy.tsx';
import { WaysOpen } from './back/WaysOpen.tsx';
import { Confirmed, NotYetConfirmed } from './Given.tsx';
import { OpenInvitations } from './invite/OpenInvitations.tsx';
import { Requests } from './invite/Requests.tsx';
import { Name } from './Name.tsx';
import { OnlyHere } from './OnlyHere.tsx';
import { roleNames } from './role-words.ts';
import { Standing } from './Standing.tsx';
import './People.css';

export default function People() {
  const here = useTogether();
  if (!here) return <OnlyHere />;
  const { now } = here;
  const present = now.people.filter(({ active }) => active);
  const isSteward = now.role === 'steward';
  return (
    <Page
      title={
        <Plural
          value={present.length}
          one="Only you hold the keys."
          other="# people hold the keys."
        />
      }
      action={
        isSteward && (
          <LinkButton to="/people/invite" kind="filled">
            <Trans>Let someone in</Trans>
          </LinkButton>
        )
      }
    >
      <KeepingNotice />
      <Requests />
      <WaysOpen />
      <NotYetConfirmed now={now} />
      <Rows>
        {present.map((person) => (
          <Row key={person.id}>
            <PersonLine person={person} now={now} />
          </Row>
        ))}
      </Rows>
      {now.rotationOwed && (
        <Notice>
          <p>
            <Trans>
              Someone left. New keys are made before the next thing is written; that happens by
              itself.
            </Trans>
          </p>
        </Notice>
      )}
      {isSteward && <OpenInvitations />}
      <TrustedBy />
      <h2>
        <Trans>Further</Trans>
      </h2>
      <Rows>
        <Row>
          <TextLink to="/people/my-devices">
            <Trans>My devices</Trans>
          </TextLink>
        </Row>
        <Row>
          <TextLink to="/people/core-team">
            <Trans>Who is in the core team</Trans>
          </TextLink>
        </Row>
        {isSteward && (
          <Row>
            <TextLink to="/people/end">
              <Trans>End what someone can read</Trans>
            </TextLink>
          </Row>
        )}
        {present.length < now.people.length && (
          <Row>
            <TextLink to="/people/handover">
              <Trans>What those who went leave to others</Trans>
            </TextLink>
          </Row>
        )}
        <Row>
          <TextLink to="/people/keep-everything">
            <Trans>Keep everything, when papers were served</Trans>
          </TextLink>
        </Row>
      </Rows>
      <Confirmed now={now} />
      <Standing now={now} />
    </Page>
  );
}

function PersonLine({ person, now }: { readonly person: Person; readonly now: TogetherState }) {
  const { _ } = useLingui();
  const devices = person.devices.filter((one) => one.active && one.kind === 'device');
  const core = now.circles.find(({ kind }) => kind === 'core-team');
  return (
    <>
      <h2 className="person-name">
        <TextLink to={`/people/${person.id}`}>
          <Name of={person.id} />
        </TextLink>
      </h2>
      <p className="quiet">
        {_(roleNames[person.role])}
        {' · '}
        {core?.members.includes(person.id) ? (
          <Trans>reads what everyone here and the core team can read</Trans>
        ) : (
          <Trans>reads what everyone here can read</Trans>
        )}
        {' · '}
        <Plural value={devices.length} one="one device" other="# devices" />
      </p>
      {devices.some(({ isNew }) => isNew) && (
        <p>
          <Trans>A device was added in the last 24 hours.</Trans>
        </p>
      )}
    </>
  );
}
