/** Plans for talking about a story: those there are, and what each is called. */
import { type DiscussionPlan, planOf, storyName, storyOf } from '@alongside/practice';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { OwnWords } from './OwnWords.tsx';
import { useTable, useWorkspace } from './workspace.tsx';

/** In order of creation; the same array until one changes. */
export function usePlans(): readonly DiscussionPlan[] {
  const records = useTable('discussionPlans');
  return useMemo(() => records.flatMap((record) => planOf(record) ?? []), [records]);
}

/** Its own name, or its story's. */
export function PlanName({ plan }: { readonly plan: Pick<DiscussionPlan, 'title' | 'story'> }) {
  const { tables } = useWorkspace();
  if (plan.title) return <OwnWords>{plan.title}</OwnWords>;
  const story = tables.get('stories', plan.story);
  if (!story) return <Trans>A story no longer here</Trans>;
  return <OwnWords>{storyName(storyOf(story))}</OwnWords>;
}
