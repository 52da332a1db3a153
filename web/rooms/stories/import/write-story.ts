/** From a checked document to a kept story. */
import { keepStory } from '@alongside/practice';
import type { Workspace } from '@alongside/vault';
import { type Checked, stageIn, toStage } from './unfinished-import.ts';

/** Writes the story into the workspace and gives its id. */
export function writeStory(workspace: Workspace, { reading, name, check, whose }: Checked): string {
  const id = workspace.newId();
  const { document } = reading;
  const story = { id, document, pieces: check.pieces, whose, sourceName: name };
  workspace.commit(keepStory(story), 'everyone');
  toStage(workspace, { at: 'choose' });
  return id;
}

/** *Keep this* means a story in the middle of its check too, as far as it was checked. */
export function writeUnfinished(workspace: Workspace): void {
  const stage = stageIn(workspace);
  if (stage.at === 'check' || stage.at === 'whose') writeStory(workspace, stage);
}
