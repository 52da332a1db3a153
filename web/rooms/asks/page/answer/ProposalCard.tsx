/**
 * One proposed answer: who proposes it and why, what stands in its way, and what the reader can do. A
 * proposer is never their own second.
 */
import { answerAsk, proposalState, secondRefusal } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../../ui/Button.tsx';
import { today, useSayDay } from '../../../../ui/days.ts';
import { Notice } from '../../../../ui/Notice.tsx';
import { OwnWords, ownWords } from '../../../../ui/OwnWords.tsx';
import type { Proposed } from '../../../../ui/proposals.ts';
import { TextField } from '../../../../ui/TextField.tsx';
import { useUndo } from '../../../../ui/Undo.tsx';
import { useWorkspace } from '../../../../ui/workspace.tsx';
import { answerWords } from '../../ask-words.ts';
import { responseChanges, takeBackProposal } from '../../write-decisions.ts';
import type { Given } from '../given.ts';
import { ProposalStands } from './ProposalStands.tsx';

export function ProposalCard({ ask, people, proposed }: Given & { readonly proposed: Proposed }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const { _ } = useLingui();
  const sayDay = useSayDay();
  const [objecting, setObjecting] = useState(false);
  const { proposal, proposer, heard, state } = proposed;
  const { me } = people;
  if (proposal.answer === null) return null;
  const { answer, why, way } = proposal;
  const isMine = secondRefusal(proposer, me) !== null;
  const on = proposal.on && sayDay(proposal.on);
  const said = _(answerWords[answer]);

  const agree = () => {
    const { changes, mine } = responseChanges(workspace, proposal, 'agrees', '');
    const after = proposalState(proposal, proposer, [...heard, mine], today());
    const decided = answerAsk(ask.id, answer, today(), { how: 'second', why });
    workspace.commit([...changes, ...(after.type === 'Agreed' ? decided : [])], workspace.coreTeam);
  };
  const settle = () =>
    workspace.commit(
      answerAsk(ask.id, answer, today(), { how: way ?? 'second', why }),
      workspace.coreTeam,
    );
  return (
    <Notice
      actions={
        <>
          {(state.type === 'NobodyObjected' || state.type === 'Agreed') && (
            <Button onPress={settle}>
              <Trans>This is our answer</Trans>
            </Button>
          )}
          {!isMine && way === 'second' && state.type !== 'Agreed' && (
            <Button onPress={agree}>
              <Trans>I agree</Trans>
            </Button>
          )}
          {!isMine && way === 'consent' && state.type === 'Objected' && (
            <Button onPress={agree}>
              <Trans>I do not object any more</Trans>
            </Button>
          )}
          {!isMine && !objecting && (
            <Button kind="quiet" onPress={() => setObjecting(true)}>
              <Trans>I object</Trans>
            </Button>
          )}
          {isMine && (
            <Button
              kind="quiet"
              onPress={() =>
                offerUndo(t`Your proposal is taken back.`, takeBackProposal(workspace, proposal.id))
              }
            >
              <Trans>Take it back</Trans>
            </Button>
          )}
        </>
      }
    >
      <p>
        <Proposer by={isMine ? null : people.nameOf(proposer)} said={said} />
        {on && <span className="quiet"> · {on}</span>}
      </p>
      {why && <p {...ownWords(why)}>{why}</p>}
      <ProposalStands state={state} isMine={isMine} people={people} />
      {objecting && (
        <Objecting
          onObject={(because) => {
            const { changes } = responseChanges(workspace, proposal, 'objects', because);
            workspace.commit(changes, workspace.coreTeam);
            setObjecting(false);
          }}
          onLeave={() => setObjecting(false)}
        />
      )}
    </Notice>
  );
}

function Proposer({ by, said }: { readonly by: string | null; readonly said: string }) {
  if (by === null) return <Trans>You propose: {said}</Trans>;
  const person = <OwnWords>{by}</OwnWords>;
  return (
    <Trans>
      {person} proposes: {said}
    </Trans>
  );
}

function Objecting({
  onObject,
  onLeave,
}: {
  readonly onObject: (why: string) => void;
  readonly onLeave: () => void;
}) {
  const [why, setWhy] = useState('');
  const [tried, setTried] = useState(false);
  return (
    <>
      <TextField
        label={<Trans>What speaks against it, in one sentence</Trans>}
        value={why}
        onChange={setWhy}
        maxLength={400}
        autoFocus
        {...(tried && why.trim() === '' && { wrong: <Trans>One sentence is enough.</Trans> })}
      />
      <div className="row">
        <Button
          onPress={() => {
            setTried(true);
            if (why.trim() !== '') onObject(why);
          }}
        >
          <Trans>Object</Trans>
        </Button>
        <Button kind="quiet" onPress={onLeave}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </>
  );
}
