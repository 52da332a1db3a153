/**
 * A device that was added to somebody who was here before reads what they read: everybody hears of it for a
 * day, so that nobody takes in a device that is not theirs unseen.
 */
import type { Person } from '@alongside/vault/kept';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { LinkButton } from '../../ui/Link.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { PersonName } from '../../ui/PersonName.tsx';
import { useTogether } from '../../ui/together.ts';
import { useSayWhen } from '../../ui/when.ts';
import { newDevicesOf } from './new-devices.ts';

export function NewDevices() {
  const now = useTogether()?.now;
  const [seen, setSeen] = useState<readonly number[]>([]);
  return now?.people.map((person) => {
    const devices = newDevicesOf(person).filter(({ number }) => !seen.includes(number));
    const [last] = devices.slice(-1);
    if (!last) return null;
    return (
      <Notice
        key={person.id}
        kind="care"
        actions={
          <>
            <LinkButton to={person.id === now.me ? '/people/my-devices' : `/people/${person.id}`}>
              <Trans>Look at it</Trans>
            </LinkButton>
            <Button
              kind="quiet"
              onPress={() => setSeen([...seen, ...devices.map(({ number }) => number)])}
            >
              <Trans>I have seen this; go on</Trans>
            </Button>
          </>
        }
      >
        <Said person={person} isMine={person.id === now.me} since={last.since} />
      </Notice>
    );
  });
}

function Said({
  person,
  isMine,
  since,
}: {
  readonly person: Person;
  readonly isMine: boolean;
  readonly since: number | null;
}) {
  const sayWhen = useSayWhen();
  const when = since === null ? '' : sayWhen(since);
  return (
    <p>
      {isMine ? (
        <Trans>
          A device of yours was added and reads what you read ({when}). If that was not you, end it
          at once.
        </Trans>
      ) : (
        <Trans>
          A device was added for <PersonName of={person.id} /> and reads what they read ({when}). If
          you are not sure that it is theirs, ask them.
        </Trans>
      )}
    </p>
  );
}
