/** One person: what they can read and since when, their devices, what they may do. */
import type { Person, Role } from '@alongside/vault/kept';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { LinkButton, TextLink } from '../../../ui/Link.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useAsking } from '../../../ui/useAsking.ts';
import { useParam } from '../../../ui/where.ts';
import { mayHelpBack } from '../back/may-help.ts';
import { DeviceLine } from '../devices/DeviceLine.tsx';
import { Name } from '../Name.tsx';
import { OnlyHere } from '../OnlyHere.tsx';
import { roleNames, roleNotes, roles } from '../role-words.ts';
import { CanRead } from './CanRead.tsx';

export default function PersonPage() {
  const here = useTogether();
  const id = useParam('person');
  if (!here) return <OnlyHere />;
  const person = here.now.people.find((one) => one.id === id);
  if (!person) return <NobodyOfThisName />;
  const isOther = person.id !== here.now.me;
  return (
    <Page
      title={<Name of={person.id} />}
      above={
        <TextLink to="/people">
          <Trans>People here</Trans>
        </TextLink>
      }
      action={
        isOther &&
        person.active &&
        here.now.role === 'steward' && (
          <LinkButton to={`/people/end?who=${person.id}`} kind="grave">
            <Trans>End what they can read</Trans>
          </LinkButton>
        )
      }
    >
      {!person.active && (
        <p>
          <Trans>They are no longer here. What they wrote stays, with their name.</Trans>{' '}
          <TextLink to={`/people/handover?who=${person.id}`}>
            <Trans>What they leave to others</Trans>
          </TextLink>
        </p>
      )}
      <CanRead person={person} now={here.now} />
      <h2>
        <Trans>Devices</Trans>
      </h2>
      <Rows label={t`Devices`}>
        {person.devices
          .filter(({ active }) => active)
          .map((device) => (
            <Row key={device.number}>
              <DeviceLine device={device} />
            </Row>
          ))}
      </Rows>
      {isOther && mayHelpBack(person, here.now) && (
        <p>
          <TextLink to={`/people/back/${person.id}`}>
            <Trans>They lost every device: help them come back</Trans>
          </TextLink>
        </p>
      )}
      {isOther && person.active && here.now.role === 'steward' && <ChooseRole person={person} />}
    </Page>
  );
}

function ChooseRole({ person }: { readonly person: Person }) {
  const here = useTogether();
  const asking = useAsking();
  const { _ } = useLingui();
  if (!here) return null;
  const choose = (role: Role) => asking.run(() => here.together.setRole(person.id, role));
  return (
    <section className="stack">
      <RadioGroup
        label={<Trans>What they may do</Trans>}
        value={person.role}
        onChange={(chosen) => {
          const role = roles.find((one) => one === chosen);
          if (role && role !== person.role && !asking.working) void choose(role);
        }}
      >
        {roles.map((role) => (
          <Radio key={role} value={role} note={_(roleNotes[role])}>
            {_(roleNames[role])}
          </Radio>
        ))}
      </RadioGroup>
      <Refused refusal={asking.refusal} />
    </section>
  );
}

function NobodyOfThisName() {
  return (
    <Page
      title={<Trans>Nobody here has this address.</Trans>}
      action={
        <LinkButton to="/people" kind="filled">
          <Trans>People here</Trans>
        </LinkButton>
      }
    />
  );
}
