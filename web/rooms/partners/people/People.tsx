/** Everyone in partner organizations who is written down, by name, with what they do where. */
import { folded } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useDeferredValue, useMemo, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { EmptyPage } from '../../../ui/EmptyPage.tsx';
import { LinkButton, TextLink } from '../../../ui/Link.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Page } from '../../../ui/Page.tsx';
import { useStands } from '../../../ui/partners.ts';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { WhoCanRead } from '../../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { usePeople } from './usePeople.ts';
import '../Partners.css';

/** How many are shown at once. */
const step = 100;

export default function People() {
  const { coreTeam } = useWorkspace();
  const people = usePeople();
  const { all, stands } = useStands();
  const [wanted, setWanted] = useState('');
  const [shown, setShown] = useState(step);
  const sought = useDeferredValue(folded(wanted));
  const places = useMemo(() => new Map(all.map(({ id, name }) => [id, name])), [all]);
  const found = useMemo(
    () =>
      sought === '' ? people : people.filter(({ person }) => folded(person.name).includes(sought)),
    [people, sought],
  );
  const readers = <WhoCanRead audience={coreTeam} />;
  if (people.length === 0) {
    return (
      <EmptyPage
        title={<Trans>Nobody is written down yet.</Trans>}
        readers={readers}
        action={
          <LinkButton to="/partners/import" kind="filled">
            <Trans>Bring in contacts</Trans>
          </LinkButton>
        }
      >
        <p>
          <Trans>A person is added on the page of their organization, or comes from a file.</Trans>
        </p>
      </EmptyPage>
    );
  }
  const rest = found.length - shown;
  return (
    <Page title={<Trans>The people in organizations we stand with.</Trans>} readers={readers}>
      {people.length > 10 && (
        <TextField
          label={<Trans>Find by name</Trans>}
          type="search"
          value={wanted}
          onChange={setWanted}
        />
      )}
      <p role="status" className="quiet">
        {found.length === 0 && <Trans>Nobody of that name.</Trans>}
      </p>
      <Rows>
        {found.slice(0, shown).map(({ person, roles }) => (
          <Row key={person.id}>
            <TextLink to={`/partners/people/${person.id}`}>
              <OwnWords>{person.name}</OwnWords>
            </TextLink>
            {roles.map((role) => {
              const place = places.get(stands.get(role.partner ?? '') ?? '');
              return (
                <p key={role.id} className="quiet">
                  {role.role && (
                    <>
                      <OwnWords>{role.role}</OwnWords>
                      {place && ' · '}
                    </>
                  )}
                  {place && <OwnWords>{place}</OwnWords>}
                </p>
              );
            })}
          </Row>
        ))}
      </Rows>
      {rest > 0 && (
        <Button onPress={() => setShown(shown + step)}>
          <Trans>Show more</Trans>
        </Button>
      )}
    </Page>
  );
}
