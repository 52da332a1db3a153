/** The planner's desk with the day and the week of this workspace. */
import type { KeptWorkspace } from '@alongside/vault/kept';
import { today } from '../../../ui/days.ts';
import { weekendOf } from '../../../ui/weeks.ts';
import { keepDesk } from './planners-desk.ts';

export function openDesk(workspace: KeptWorkspace): () => void {
  return keepDesk(workspace, { today, weekend: () => weekendOf(workspace.tables) });
}
