/** An ask that came by our public page: nobody has checked who sent it, until somebody here has. */
import { checkSender, setFields } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { useArrival } from '../../../ui/arrivals.ts';
import { Button } from '../../../ui/Button.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { LinkButton } from '../../../ui/Link.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useNames } from '../../../ui/together.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';

export function CameByPage({ ask }: { readonly ask: string }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const sayDay = useSayDay();
  const nameOf = useNames();
  const arrival = useArrival(ask);
  const [how, setHow] = useState('');
  if (!arrival) return null;
  const { reach, checkedOn, checkedHow } = arrival;
  const toReach = <OwnWords>{reach}</OwnWords>;
  const reachThem = reach !== '' && (
    <p>
      <Trans>The way to reach them that they gave: {toReach}</Trans>
    </p>
  );
  if (checkedOn !== null) {
    const by = workspace.tables.writtenBy('arrivals', ask, 'checkedOn')?.member;
    const who = <bdi>{(by && nameOf(by)) || t`Someone without a name`}</bdi>;
    const on = sayDay(checkedOn);
    return (
      <div className="stack">
        <p className="quiet">
          <Trans>
            It came by our public page. {who} checked on {on} who sent it.
          </Trans>{' '}
          {checkedHow !== '' && <OwnWords>{checkedHow}</OwnWords>}
        </p>
        {reachThem}
      </div>
    );
  }
  const check = () => {
    const { coreTeam, commit } = workspace;
    commit(checkSender(ask, how, today()), coreTeam);
    // Not what stood there before: planted, it would be ours by being put back.
    const unchecked = setFields('arrivals', ask, { checkedOn: null, checkedHow: '' });
    offerUndo(t`Checked. It stands among the others now.`, () => commit(unchecked, coreTeam));
  };
  return (
    <Notice
      kind="care"
      actions={
        <>
          <Button onPress={check}>
            <Trans>I have checked who sent it</Trans>
          </Button>
          <LinkButton to={`/asks/set-aside/new?ask=${ask}`} kind="quiet">
            <Trans>Set aside as a threat</Trans>
          </LinkButton>
        </>
      }
    >
      <p>
        <Trans>
          Nobody here has checked who sent it. Ask back by a way that you know yourselves, not by
          the one that stands here.
        </Trans>
      </p>
      {reachThem}
      <TextField
        label={<Trans>How did you check? (a sentence, if you like)</Trans>}
        value={how}
        onChange={setHow}
        maxLength={300}
      />
    </Notice>
  );
}
