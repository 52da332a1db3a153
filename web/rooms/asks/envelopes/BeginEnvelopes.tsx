/** Begins a weighing in closed envelopes: each answers the three questions alone first. Where there are two or more. */
import { beginWeighing } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox, CheckboxGroup } from '../../../ui/Choices.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { today } from '../../../ui/days.ts';
import { useNames, useTogether } from '../../../ui/together.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';

export function BeginEnvelopes({ ask }: { readonly ask: string }) {
  const workspace = useWorkspace();
  const now = useTogether()?.now;
  const nameOf = useNames();
  const core = now?.circles.find(({ kind }) => kind === 'core-team');
  const here = new Set(now?.people.flatMap(({ active, id }) => (active ? [id] : [])));
  const team = core?.members.filter((member) => here.has(member)) ?? [];
  const [chosen, setChosen] = useState<readonly string[]>();
  if (!now || !core?.readable || team.length < 2) return null;
  const people = (chosen ?? team).filter((member) => here.has(member));
  const begin = () => {
    const about = { ask, facilitator: now.me, people, begunOn: today() };
    workspace.commit(beginWeighing(workspace.newId(), about), workspace.coreTeam);
  };
  return (
    <Disclosure summary={<Trans>Each of us alone first, in a closed envelope</Trans>}>
      <p>
        <Trans>
          Each of us answers the three questions. Nobody sees another’s answers until all are in;
          then they are opened together, without names.
        </Trans>
      </p>
      <CheckboxGroup
        label={<Trans>Who is asked?</Trans>}
        value={people}
        onChange={(members) => setChosen(members)}
      >
        {team.map((member) => (
          <Checkbox key={member} value={member}>
            {nameOf(member) === '' ? (
              <Trans>Someone without a name</Trans>
            ) : (
              <bdi>{nameOf(member)}</bdi>
            )}
          </Checkbox>
        ))}
      </CheckboxGroup>
      <Button isDisabled={people.length < 2} onPress={begin}>
        <Trans>Begin with envelopes</Trans>
      </Button>
    </Disclosure>
  );
}
