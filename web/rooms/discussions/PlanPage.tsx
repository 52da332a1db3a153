/**
 * The plan for one evening: prepare (the story, its themes, its questions), then the parts with their
 * minutes. Printed, it is the facilitator's guide.
 */
import {
  type Change,
  type DiscussionPlan,
  planOf,
  planTimes,
  storyName,
  storyOf,
  undoOf,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { Button } from '../../ui/Button.tsx';
import { LinkButton, TextLink } from '../../ui/Link.tsx';
import { Page } from '../../ui/Page.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { WhoCanReadThis } from '../../ui/WhoCanRead.tsx';
import { useParam } from '../../ui/where.ts';
import { useRecord, useWorkspace } from '../../ui/workspace.tsx';
import { Evening } from './Evening.tsx';
import { HourLine } from './HourLine.tsx';
import { Parts } from './Parts.tsx';
import { Topics } from './Topics.tsx';
import './PlanPage.css';

/** Commits changes and offers to take them back. */
export type Write = (said: string, changes: readonly Change[]) => void;

export default function PlanPage() {
  const record = useRecord('discussionPlans', useParam('plan'));
  const plan = record && planOf(record);
  if (!plan) {
    return (
      <Page
        title={<Trans>This plan is not here.</Trans>}
        action={
          <LinkButton to="/stories" kind="filled">
            <Trans>See the stories</Trans>
          </LinkButton>
        }
      >
        <p>
          <Trans>It may have been taken out, or it was never kept on this device.</Trans>
        </p>
      </Page>
    );
  }
  return <Plan plan={plan} />;
}

function Plan({ plan }: { readonly plan: DiscussionPlan }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const record = useRecord('stories', plan.story);
  const story = record && storyOf(record);
  const times = planTimes(plan.parts);
  const write: Write = (said, changes) => {
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, 'everyone');
    offerUndo(said, () => workspace.commit(back, 'everyone'));
  };
  const language = story?.document.language ?? 'und';
  return (
    <div className="plan-page">
      <Page
        above={
          story && (
            <TextLink to={`/stories/${story.id}`}>
              <bdi lang={language}>{storyName(story)}</bdi>
            </TextLink>
          )
        }
        title={<HourLine times={times} />}
        readers={
          <div className="screen-only">
            <WhoCanReadThis table="discussionPlans" record={plan.id} />
          </div>
        }
        action={
          <Button kind="filled" onPress={() => window.print()}>
            <Trans>Print the facilitator’s guide</Trans>
          </Button>
        }
      >
        <h2>
          <Trans>Prepare</Trans>
        </h2>
        <ol className="prepare">
          <li>
            <h3>
              <Trans>Choose a story</Trans>
            </h3>
            <p>
              {story ? (
                <TextLink to={`/stories/${story.id}`}>
                  <bdi lang={language}>{storyName(story)}</bdi>
                </TextLink>
              ) : (
                <Trans>The story is no longer here; the plan still holds its questions.</Trans>
              )}
            </p>
          </li>
          <li>
            <h3>
              <Trans>Get to know it</Trans>
            </h3>
            <p>
              <Trans>
                Read it once for yourself. Who tells it, and whom does it touch? Who in the room may
                find a part of it hard?
              </Trans>
            </p>
          </li>
          <li>
            <h3>
              <Trans>Choose themes and questions</Trans>
            </h3>
            <Topics plan={plan} language={language} write={write} newId={workspace.newId} />
          </li>
        </ol>
        <Evening plan={plan} write={write} />
        <h2>
          <Trans>Discuss</Trans>
        </h2>
        <Parts
          plan={plan}
          times={times}
          write={write}
          newId={workspace.newId}
          language={language}
        />
        <p className="plan-total">
          <HourLine times={times} />
        </p>
        <p className="quiet print-only">
          {t`Nothing that is said needs to be written down. Whoever wants to leave, leaves.`}
        </p>
      </Page>
    </div>
  );
}
