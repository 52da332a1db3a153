/** *Talk about it*: goes to the story's plan for an evening, and makes one where there is none. */
import { type KeptStory, planFromStory } from '@alongside/practice';
import { useGo } from '../../ui/where.ts';
import { useWhere, useWorkspace } from '../../ui/workspace.tsx';

export function useTalkAboutIt(story: KeptStory): () => void {
  const workspace = useWorkspace();
  const plans = useWhere('discussionPlans', 'story', story.id);
  const go = useGo();
  return () => {
    const known = plans.at(-1);
    const id = known?.id ?? workspace.newId();
    if (!known) workspace.commit(planFromStory(story, id), 'everyone');
    go(`/discussions/${id}`);
  };
}
