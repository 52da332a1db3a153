/**
 * The ask that is being written down and is no record yet: what was pasted, and what the person typed.
 * It lives in memory beside the open workspace and goes with it.
 */
import type { AskKind, Day } from '@alongside/practice';
import { type Pasted, takePasted } from '../../../ui/pasted.ts';

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
  /** The message that came with the address, as it came, and the days beside it. */
  readonly came?: Pasted | undefined;
}

const drafts = new WeakMap<object, Unfinished>();
const nothing: Unfinished = { text: '', typed: {} };

export function unfinishedIn(workspace: object): Unfinished {
  return drafts.get(workspace) ?? nothing;
}

/**
 * What was left here, else what came with the address. It can be called again: a page that is given up while
 * it is drawn is drawn anew, and what came is taken once.
 */
export function beginDraft(workspace: object): Unfinished {
  const left = unfinishedIn(workspace);
  if (left.text !== '') return left;
  const came = takePasted();
  if (came.text === '') return left;
  const begun = { text: came.text, typed: left.typed, came };
  holdUnfinished(workspace, begun);
  return begun;
}

/** The days that came beside the message: none once another message stands in its place. */
export function daysOf({ text, came }: Unfinished): { readonly by?: Day; readonly on?: Day } {
  if (!came || !text.includes(came.text)) return {};
  const { by, on } = came;
  return { ...(by !== '' && { by }), ...(on !== '' && { on }) };
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
