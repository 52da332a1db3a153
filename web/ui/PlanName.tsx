/** What a plan for talking about a story is called: by its own name, or by its story. */
import { type DiscussionPlan, storyName, storyOf } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { OwnWords } from './OwnWords.tsx';
import { useWorkspace } from './workspace.tsx';

export function PlanName({ plan }: { readonly plan: Pick<DiscussionPlan, 'title' | 'story'> }) {
  const { tables } = useWorkspace();
  if (plan.title) return <OwnWords>{plan.title}</OwnWords>;
  const story = tables.get('stories', plan.story);
  if (!story) return <Trans>A story no longer here</Trans>;
  return <OwnWords>{storyName(storyOf(story))}</OwnWords>;
}
