/** One person: their name, one way to reach them, and what they do where, from when until when. */
import { undoOf } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { usePartners, useStands } from '../../../ui/partners.ts';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { Select } from '../../../ui/Select.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useKeptWords } from '../../../ui/useKeptWords.ts';
import { WhoCanReadThis } from '../../../ui/WhoCanRead.tsx';
import { useGo, useParam } from '../../../ui/where.ts';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { write } from '../write-partner.ts';
import { type PersonHere, usePeople } from './usePeople.ts';
import '../Partners.css';

export default function PersonPage() {
  const id = useParam('person');
  const here = usePeople().find(({ ids }) => ids.includes(id));
  if (!here) {
    return (
      <Page title={<Trans>This person is not here any more.</Trans>}>
        <p>
          <TextLink to="/partners/people">
            <Trans>See all people</Trans>
          </TextLink>
        </p>
      </Page>
    );
  }
  return <Shown key={here.person.id} here={here} />;
}

function Shown({ here }: { readonly here: PersonHere }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const go = useGo();
  const { person, roles, ids } = here;
  const name = useKeptWords(person.name, (words) => {
    if (words.trim() !== '') write(workspace, 'people', person.id, { name: words });
  });
  const reach = useKeptWords(person.reach, (words) =>
    write(workspace, 'people', person.id, { reach: words }),
  );
  const remove = () => {
    const changes = [
      ...ids.map((record) => ({ table: 'people', record, field: 'deleted', value: true })),
      ...roles.map(({ id }) => ({ table: 'roles', record: id, field: 'deleted', value: true })),
    ];
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(t`Deleted, with what they do where.`, () =>
      workspace.commit(back, workspace.coreTeam),
    );
    go('/partners/people', { instead: true });
  };
  return (
    <Page
      title={<OwnWords>{person.name}</OwnWords>}
      readers={<WhoCanReadThis table="people" record={person.id} />}
    >
      <Rows>
        {roles.map((role) => (
          <Row key={role.id}>
            <RoleHere role={role} />
          </Row>
        ))}
      </Rows>
      <AddRole person={person.id} />
      <TextField label={<Trans>Name</Trans>} maxLength={300} {...name} />
      <TextField
        label={<Trans>One way to reach them, as they gave it</Trans>}
        maxLength={300}
        {...reach}
      />
      <Twice ids={ids} />
      <div className="row">
        <Button kind="quiet" onPress={remove}>
          <Trans>Delete</Trans>
        </Button>
      </div>
    </Page>
  );
}

function RoleHere({ role }: { readonly role: PersonHere['roles'][number] }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { all, stands } = useStands();
  const place = all.find(({ id }) => id === stands.get(role.partner ?? ''));
  const words = useKeptWords(role.role, (text) =>
    write(workspace, 'roles', role.id, { role: text }),
  );
  const set = (field: 'since' | 'until') => (day: string) =>
    write(workspace, 'roles', role.id, { [field]: day === '' ? null : day });
  const isWrong = role.since !== null && role.until !== null && role.until < role.since;
  const gone = (isGone: boolean) =>
    workspace.commit(
      [{ table: 'roles', record: role.id, field: 'deleted', value: isGone }],
      workspace.coreTeam,
    );
  return (
    <>
      <h2 className="partner-name">
        {place ? (
          <TextLink to={`/partners/${place.id}`}>
            <OwnWords>{place.name}</OwnWords>
          </TextLink>
        ) : (
          <Trans>An organization that is not here any more</Trans>
        )}
      </h2>
      <TextField label={<Trans>What they do there</Trans>} maxLength={300} {...words} />
      <div className="row">
        <DayField label={<Trans>Since</Trans>} value={role.since ?? ''} onChange={set('since')} />
        <DayField
          label={<Trans>Until</Trans>}
          value={role.until ?? ''}
          onChange={set('until')}
          {...(isWrong && { wrong: <Trans>This is before the day it began.</Trans> })}
        />
        <Button
          kind="quiet"
          onPress={() => {
            gone(true);
            offerUndo(t`Deleted.`, () => gone(false));
          }}
        >
          <Trans>Delete</Trans>
        </Button>
      </div>
    </>
  );
}

function AddRole({ person }: { readonly person: string }) {
  const workspace = useWorkspace();
  const partners = usePartners();
  const [partner, setPartner] = useState<string | null>(null);
  const add = () => {
    if (partner === null) return;
    write(workspace, 'roles', workspace.newId(), { person, partner });
    setPartner(null);
  };
  if (partners.length === 0) return null;
  return (
    <Disclosure summary={<Trans>They are in another organization too</Trans>}>
      <Select
        label={<Trans>The organization</Trans>}
        options={partners}
        value={partner}
        onChange={setPartner}
        placeholder={t`choose`}
      />
      <Button isDisabled={partner === null} onPress={add}>
        <Trans>Add it</Trans>
      </Button>
    </Disclosure>
  );
}

/** Records that were merged into this one: named, so that nothing is kept out of sight. */
function Twice({ ids }: { readonly ids: readonly string[] }) {
  const workspace = useWorkspace();
  const records = useTable('people');
  return records
    .filter(({ id }) => id !== ids[0] && ids.includes(id))
    .map(({ id, name, reach }) => {
      const other = (
        <OwnWords>
          {[name, reach].filter((one) => one && typeof one === 'string').join(', ')}
        </OwnWords>
      );
      return (
        <p key={id}>
          <Trans>Also written down as {other}.</Trans>{' '}
          <Button kind="quiet" onPress={() => write(workspace, 'people', id, { sameAs: null })}>
            <Trans>Part them again</Trans>
          </Button>
        </p>
      );
    });
}
