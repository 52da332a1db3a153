/**
 * The ask that is being written down and is no record yet: what was pasted, and what the person typed.
 * It lives in memory beside the open workspace and goes with it.
 */
import type { AskKind, Day } from '@alongside/practice';

export interface DraftFields {
  readonly from: string;
  readonly what: string;
  readonly mostAffected: string;
  readonly theyAskedFor: string;
  readonly by: string;
  readonly kind: AskKind | null;
}

export interface Unfinished {
  readonly text: string;
  readonly typed: Partial<DraftFields>;
  /** The day it is for, where it came beside the message. */
  readonly on?: Day;
}

const drafts = new WeakMap<object, Unfinished>();
const nothing: Unfinished = { text: '', typed: {} };

export function unfinishedIn(workspace: object): Unfinished {
  return drafts.get(workspace) ?? nothing;
}

export function holdUnfinished(workspace: object, draft: Unfinished): void {
  drafts.set(workspace, draft);
}

export function forgetUnfinished(workspace: object): void {
  drafts.delete(workspace);
}

/** Whether anything was pasted or typed that is no record yet. */
export function hasUnfinished(workspace: object): boolean {
  const { text, typed } = unfinishedIn(workspace);
  return text.trim() !== '' || Object.values(typed).some((words) => words !== null && words !== '');
}
