/** The pages of the notebook, and beginning one. All of it is read by its writer alone. */
import {
  type Reflection,
  readFields,
  reflectionFields,
  type StorySource,
  setFields,
  storyOf,
} from '@alongside/practice';
import { useMemo } from 'react';
import { today } from '../../ui/days.ts';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';

export function useReflections(): readonly Reflection[] {
  const records = useTable('reflections');
  return useMemo(() => records.map((record) => readFields(reflectionFields, record)), [records]);
}

export interface StoryPrompt {
  readonly text: string;
  readonly source: { readonly story: string; readonly piece: string; readonly line: number };
}

/** The prompts of every story here, each with its line. */
export function useStoryPrompts(): readonly StoryPrompt[] {
  const stories = useTable('stories');
  return useMemo(
    () =>
      stories.map(storyOf).flatMap((story) =>
        story.pieces
          .filter((piece) => piece.kind === 'prompt')
          .map((piece) => ({
            text: piece.text,
            source: { story: story.id, piece: piece.id, line: piece.places[0]?.line ?? 0 },
          })),
      ),
    [stories],
  );
}

/** Begins a page and gives its id. */
export function useBegin(): (
  kind: 'why' | 'prompt',
  prompt: string,
  source?: StorySource,
) => string {
  const workspace = useWorkspace();
  return (kind, prompt, source) => {
    const record = workspace.newId();
    const fields = { kind, prompt, begunOn: today(), ...(source && { source: { ...source } }) };
    workspace.commit(setFields('reflections', record, fields), workspace.onlyMe);
    return record;
  };
}
