/**
 * A standing rule answers: what it says, how many approve it, and stopping it. Two people can stop it;
 * then it is decided like any simple ask.
 */
import { answerAsk, ruleState } from '@alongside/practice';
import { useLingui } from '@lingui/react';
import { Plural, Trans } from '@lingui/react/macro';
import { Button } from '../../../../ui/Button.tsx';
import { today } from '../../../../ui/days.ts';
import { TextLink } from '../../../../ui/Link.tsx';
import { Notice } from '../../../../ui/Notice.tsx';
import { OwnWords } from '../../../../ui/OwnWords.tsx';
import { heardAbout } from '../../../../ui/proposals.ts';
import { useTable, useWorkspace } from '../../../../ui/workspace.tsx';
import { answerWords } from '../../ask-words.ts';
import { useRulesFor } from '../../useSize.ts';
import { responseChanges } from '../../write-decisions.ts';
import type { Given } from '../given.ts';

export function RulePart({ ask, change, people }: Given) {
  const workspace = useWorkspace();
  const { _ } = useLingui();
  const rules = useRulesFor(ask);
  const responses = useTable('responses');
  const rule = rules[0];
  const { me } = people;
  if (!rule?.answer) {
    return (
      <p>
        <Trans>No rule is about this ask any more. Choose below how we decide it.</Trans>
      </p>
    );
  }
  if (rules.some(({ answer }) => answer !== rule.answer)) {
    return (
      <p>
        <Trans>Two rules say different things about this ask. Choose below how we decide it.</Trans>
      </p>
    );
  }
  const { answer } = rule;
  const mayApprove = (member: string) =>
    rule.approvers === 'core-team' || people.isAlone || people.isSteward(member);
  const heard = heardAbout(workspace.tables, responses, ask.id, rule.id);
  const state = ruleState(rule, heard, mayApprove);
  const stateWith = (response: 'approves' | 'stops') => {
    const { changes, mine } = responseChanges(
      workspace,
      { id: rule.id, ask: ask.id },
      response,
      '',
    );
    return { changes, after: ruleState(rule, [...heard, mine], mayApprove) };
  };
  const approve = () => {
    const { changes, after } = stateWith('approves');
    const decided = { how: 'rule', rule: rule.id, what: rule.what } as const;
    workspace.commit(
      [
        ...changes,
        ...(after.type === 'Approved' ? answerAsk(ask.id, answer, today(), decided) : []),
      ],
      workspace.coreTeam,
    );
  };
  const stop = () => {
    const { changes, after } = stateWith('stops');
    workspace.commit(changes, workspace.coreTeam);
    if (after.type === 'Stopped') change({ size: 'simple' });
  };
  const said = _(answerWords[answer]);
  const isWaiting = state.type === 'NeedsApproval';
  const left = isWaiting ? state.needed - state.approvedBy.length : 0;
  return (
    <Notice
      actions={
        <>
          {isWaiting && mayApprove(me) && !state.approvedBy.includes(me) && (
            <Button onPress={approve}>
              <Trans>I approve</Trans>
            </Button>
          )}
          {isWaiting && !state.stoppedBy.includes(me) && (
            <Button kind="quiet" onPress={stop}>
              <Trans>Stop it</Trans>
            </Button>
          )}
        </>
      }
    >
      <p>
        <Trans>Agreed beforehand: {said}</Trans>
        {rule.what && (
          <>
            {' · '}
            <OwnWords>{rule.what}</OwnWords>
          </>
        )}
      </p>
      <p className="quiet">
        <TextLink to={`/asks/rules/${rule.id}`}>
          <Trans>See the rule</Trans>
        </TextLink>
      </p>
      {left > 0 && (
        <p>
          <Plural
            value={left}
            one="One more of us has to approve it. Two of us can stop it."
            other="# more of us have to approve it. Two of us can stop it."
          />
        </p>
      )}
      {isWaiting && state.stoppedBy.length === 1 && (
        <p>
          <Trans>One of us wants to stop it.</Trans>
        </p>
      )}
      {isWaiting && people.isAlone && state.needed > 1 && (
        <p className="quiet">
          <Trans>
            An answer within a day takes two, and only you are here. Decide it as a simple ask.
          </Trans>
        </p>
      )}
    </Notice>
  );
}
