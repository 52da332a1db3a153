/** Who is there: people with what they do and one way to reach them; adding one. */
import { cleanLine } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { usePeople } from '../people/usePeople.ts';
import { write } from '../write-partner.ts';

export function PeopleThere({ ids }: { readonly ids: readonly string[] }) {
  const people = usePeople();
  const there = people.flatMap(({ person, roles }) =>
    roles
      .filter(({ partner }) => partner !== null && ids.includes(partner))
      .map((role) => ({ person, role })),
  );
  return (
    <>
      <h2>
        <Trans>Who is there</Trans>
      </h2>
      {there.length === 0 ? (
        <p className="quiet">
          <Trans>Nobody written down yet.</Trans>
        </p>
      ) : (
        <ul className="passed">
          {there.map(({ person, role }) => (
            <li key={role.id}>
              <TextLink to={`/partners/people/${person.id}`}>
                <OwnWords>{person.name}</OwnWords>
              </TextLink>
              {role.role && (
                <>
                  {' · '}
                  <OwnWords>{role.role}</OwnWords>
                </>
              )}
              <Years since={role.since} until={role.until} />
              {person.reach && (
                <>
                  {' · '}
                  <bdi dir="ltr">{person.reach}</bdi>
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      <AddPerson partner={ids[0] ?? ''} />
    </>
  );
}

/** From when until when they do that, as years. */
export function Years({
  since,
  until,
}: {
  readonly since: string | null;
  readonly until: string | null;
}) {
  const [from, to] = [since?.slice(0, 4), until?.slice(0, 4)];
  if (from && to)
    return (
      <>
        {' · '}
        <Trans>
          from {from} to {to}
        </Trans>
      </>
    );
  if (from)
    return (
      <>
        {' · '}
        <Trans>since {from}</Trans>
      </>
    );
  if (to)
    return (
      <>
        {' · '}
        <Trans>until {to}</Trans>
      </>
    );
  return null;
}

function AddPerson({ partner }: { readonly partner: string }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const [name, setName] = useState('');
  const [role, setRole] = useState('');
  const [reach, setReach] = useState('');
  const [tried, setTried] = useState(false);
  const isNamed = cleanLine(name) !== '';
  const add = () => {
    setTried(true);
    if (!isNamed) return;
    const [person, place] = [workspace.newId(), workspace.newId()];
    write(workspace, 'people', person, { name: cleanLine(name), reach: cleanLine(reach) });
    write(workspace, 'roles', place, { person, partner, role: cleanLine(role) });
    offerUndo(t`Written down.`, () =>
      workspace.commit(
        [
          { table: 'roles', record: place, field: 'deleted', value: true },
          { table: 'people', record: person, field: 'deleted', value: true },
        ],
        workspace.coreTeam,
      ),
    );
    setName('');
    setRole('');
    setReach('');
    setTried(false);
  };
  return (
    <Disclosure summary={<Trans>Add a person</Trans>}>
      <p className="quiet">
        <Trans>
          A name, what they do there, and one way to reach them. Nothing else about anyone is
          written down here.
        </Trans>
      </p>
      <TextField
        label={<Trans>Name</Trans>}
        value={name}
        onChange={setName}
        maxLength={300}
        {...(tried && !isNamed && { wrong: <Trans>Write a name.</Trans> })}
      />
      <TextField
        label={<Trans>What they do there</Trans>}
        value={role}
        onChange={setRole}
        maxLength={300}
      />
      <TextField
        label={<Trans>One way to reach them, as they gave it</Trans>}
        value={reach}
        onChange={setReach}
        maxLength={300}
      />
      <Button onPress={add}>
        <Trans>Add this person</Trans>
      </Button>
    </Disclosure>
  );
}
