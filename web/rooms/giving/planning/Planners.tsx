/**
 * Who plans: one or two people whom the team chose. Whoever chooses is one of them, since only who is in
 * a circle can make its key. For who plans, below: the exact weeks, which nobody else has.
 */

import { setFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { usePlanning } from '../../../ui/giving.ts';
import { TextLink } from '../../../ui/Link.tsx';
import { only } from '../../../ui/only.ts';
import { Page } from '../../../ui/Page.tsx';
import { PutOnServer } from '../../../ui/PutOnServer.tsx';
import { Refused } from '../../../ui/Refused.tsx';
import { useNames, useTogether } from '../../../ui/together.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useAsking } from '../../../ui/useAsking.ts';
import { useNamesJoined } from '../../../ui/useNamesJoined.ts';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { ExactWeeks } from './ExactWeeks.tsx';
import '../Giving.css';

export default function Planners() {
  const here = useTogether();
  const { planners, offers } = usePlanning();
  const names = useNamesJoined();
  const who = planners && names(planners.people);
  const isServed = here !== null && here.now.server.type !== 'NoServer';
  return (
    <Page
      title={
        who ? (
          <Trans>{who} can read what each of us gives.</Trans>
        ) : (
          <Trans>Who plans what we can give?</Trans>
        )
      }
      above={
        <TextLink to="/giving">
          <Trans>What we can give</Trans>
        </TextLink>
      }
    >
      <p>
        <Trans>
          One or two people whom you choose together read what each of us gives and when each is
          away. Their device adds it up and tells the core team a sum of five or more. Everyone here
          can see who they are.
        </Trans>
      </p>
      {isServed ? (
        <Choose />
      ) : (
        <>
          <p>
            <Trans>
              For that the workspace needs a server, and other people in it. Until then what you
              write down is for you.
            </Trans>
          </p>
          <div className="row">
            <PutOnServer />
          </div>
        </>
      )}
      {offers && <ExactWeeks offers={offers} />}
    </Page>
  );
}

/** Alone, or with one other. Only who plans changes it; where nobody does, whoever of the core team begins. */
function Choose() {
  const workspace = useWorkspace();
  const here = useTogether();
  const { planners } = usePlanning();
  const nameOf = useNames();
  const asking = useAsking();
  const say = useUndo();
  const other = planners?.people.find((one) => one !== workspace.me) ?? 'alone';
  const [chosen, setChosen] = useState(other);
  if (!here) return null;
  const { together, now } = here;
  const core = now.circles.find(({ kind }) => kind === 'core-team');
  const canChoose = core?.readable === true && (planners === null || planners.iPlan);
  if (!canChoose) {
    return (
      <p className="quiet">
        <Trans>Who plans can hand it to somebody else.</Trans>
      </p>
    );
  }
  const others = core.members.filter(
    (one) => one !== now.me && now.people.some(({ id, active }) => id === one && active),
  );
  const save = async () => {
    const members = chosen === 'alone' ? [now.me] : [now.me, chosen];
    const done = await asking.run(async () => {
      const made = await together.setCircle(planners?.circle ?? 'new', members);
      if (made.type !== 'CircleMade') return made;
      if (!planners) {
        workspace.commit(setFields('planning', only, { circle: made.circle }), workspace.coreTeam);
      }
      return undefined;
    });
    if (done) say(t`Who plans is chosen.`);
  };
  return (
    <section className="stack">
      <RadioGroup label={<Trans>The team chose me, and</Trans>} value={chosen} onChange={setChosen}>
        <Radio value="alone">
          <Trans>nobody else</Trans>
        </Radio>
        {others.map((one) => (
          <Radio key={one} value={one}>
            <bdi>{nameOf(one) || t`Someone without a name`}</bdi>
          </Radio>
        ))}
      </RadioGroup>
      <Refused refusal={asking.refusal} />
      <div className="row">
        <Button
          kind="filled"
          isDisabled={asking.working || (planners !== null && chosen === other)}
          onPress={() => void save()}
        >
          <Trans>We plan it</Trans>
        </Button>
      </div>
    </section>
  );
}
