/**
 * How far an import has come: chosen, being read, being checked, and whose it is. It lives in memory
 * beside the open workspace and goes with it, so that a look at another page loses nothing; until it
 * is kept nothing is written anywhere.
 */
import type { Reading, Whose } from '@alongside/practice';
import { useCallback, useSyncExternalStore } from 'react';
import { useWorkspace } from '../../../ui/workspace.tsx';
import type { Check } from '../check/check.ts';
import type { NotRead } from './read-away.ts';

/** A document that was read, with what the person has made of it so far. */
export interface Checked {
  readonly reading: Reading;
  /** The file's name; null where the text was pasted. */
  readonly name: string | null;
  readonly check: Check;
  readonly whose: Whose;
}

export type Stage =
  | { readonly at: 'choose'; readonly refusal?: NotRead }
  | { readonly at: 'reading'; readonly stop: AbortController }
  | ({ readonly at: 'check' | 'whose' } & Checked);

const stages = new WeakMap<object, Stage>();
const watchers = new Set<() => void>();
const beginning: Stage = { at: 'choose' };

export function stageIn(workspace: object): Stage {
  return stages.get(workspace) ?? beginning;
}

export function toStage(workspace: object, stage: Stage): void {
  stages.set(workspace, stage);
  for (const tell of watchers) tell();
}

/** Whether a document is read that is no story of ours yet. */
export function hasUnfinished(workspace: object): boolean {
  const { at } = stageIn(workspace);
  return at === 'check' || at === 'whose';
}

/** The stage of the open workspace's import, and the way to another. */
export function useStage(): readonly [Stage, (stage: Stage) => void] {
  const workspace = useWorkspace();
  const stage = useSyncExternalStore(watch, () => stageIn(workspace));
  const to = useCallback((next: Stage) => toStage(workspace, next), [workspace]);
  return [stage, to];
}

function watch(tell: () => void): () => void {
  watchers.add(tell);
  return () => watchers.delete(tell);
}
