/** Writes the example into a workspace: invented organizations, in the language that is shown. */
import { exampleChanges } from '@alongside/practice/example';
import type { PassingWorkspace } from '@alongside/vault';
import { today } from '../../ui/days.ts';
import { looks } from '../look.ts';

export function writeExample(workspace: PassingWorkspace): void {
  const { language } = looks.get();
  const parts = exampleChanges({
    newId: () => workspace.newId(),
    today: today(),
    language: language === 'pseudo' ? 'en' : language,
  });
  for (const { audience, changes } of parts)
    workspace.commit(changes, audience === 'everyone' ? 'everyone' : workspace[audience]);
}
