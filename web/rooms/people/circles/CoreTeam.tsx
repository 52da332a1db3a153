/** Who is in the core team. Someone who comes in sees what the core team has; who goes reads nothing newer. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox } from '../../../ui/Choices.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { Page } from '../../../ui/Page.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useTogether } from '../../../ui/together.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useAsking } from '../../../ui/useAsking.ts';
import { Name } from '../Name.tsx';
import { OnlyHere } from '../OnlyHere.tsx';

export default function CoreTeam() {
  const here = useTogether();
  const asking = useAsking();
  const say = useUndo();
  const core = here?.now.circles.find(({ kind }) => kind === 'core-team');
  const [chosen, setChosen] = useState<ReadonlySet<string>>();
  if (!here || !core) return <OnlyHere />;
  const { together, now } = here;
  const members = chosen ?? new Set(core.members);
  const canChange = core.readable && now.role === 'steward';
  const stillHere = core.members.filter((id) =>
    now.people.some((person) => person.active && person.id === id),
  );
  const isSame =
    members.size === core.members.length && core.members.every((one) => members.has(one));
  const save = async (chosenNow: readonly string[], done = t`The core team is changed.`) => {
    const isDone = await asking.run(async () => {
      const made = await together.setCircle(core.id, chosenNow);
      return made.type === 'CircleMade' ? undefined : made;
    });
    if (!isDone) return;
    setChosen(undefined);
    say(done);
  };
  return (
    <Page
      title={<Trans>The core team reads asks, partners, what we can give and our issues.</Trans>}
      action={
        canChange && (
          <Button
            kind="filled"
            isDisabled={isSame || asking.working || members.size === 0}
            onPress={() => void save([...members])}
          >
            <Trans>Change the core team</Trans>
          </Button>
        )
      }
    >
      {core.readable && core.waitsForWords && (
        <Notice
          kind="care"
          actions={
            <Button isDisabled={asking.working} onPress={() => void save(stillHere)}>
              <Trans>It is theirs. Let it read too</Trans>
            </Button>
          }
        >
          <p>
            <Trans>
              Someone in the core team came back with a new device. The core team can write again
              once one of you who knows that it is theirs says so.
            </Trans>
          </p>
        </Notice>
      )}
      <Rows label={t`Core team`}>
        {now.people
          .filter(({ active, role }) => active && role !== 'guest')
          .map(({ id }) => (
            <Row key={id}>
              {canChange ? (
                <Checkbox
                  isSelected={members.has(id)}
                  onChange={(isIn) => {
                    const next = new Set(members);
                    if (isIn) next.add(id);
                    else next.delete(id);
                    setChosen(next);
                  }}
                >
                  <Name of={id} />
                </Checkbox>
              ) : (
                members.has(id) && <Name of={id} />
              )}
            </Row>
          ))}
      </Rows>
      <Refused refusal={asking.refusal} />
      {canChange && (
        <Disclosure summary={<Trans>Someone was given a key that opens nothing</Trans>}>
          <p>
            <Trans>
              A new key goes to everyone who is in the core team now. What was written between the
              two keys they see once it is changed again.
            </Trans>
          </p>
          <Button
            isDisabled={asking.working}
            onPress={() => void save(stillHere, t`There is a new key for the core team.`)}
          >
            <Trans>Make its key anew</Trans>
          </Button>
        </Disclosure>
      )}
      <p className="quiet">
        <Trans>
          Everyone in the workspace can see that the core team exists and who is in it; what it
          writes, they cannot.
        </Trans>
      </p>
    </Page>
  );
}
