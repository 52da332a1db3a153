/** Everything of an open workspace as an export, and an export read into one. */
import type { Fold } from '../../fold/fold.ts';
import { isWritten } from '../../fold/text/folded-text.ts';
import { type Export, exportAll } from '../../local/export/export-all.ts';
import { type ImportPlan, type ImportRefusal, planImport } from '../../local/export/import-all.ts';
import type { Workspace } from '../../workspace.ts';

/** What is shown now, with what still waits to be saved. */
export function exportWorkspace(
  { tables, onlyMe, coreTeam }: Pick<Workspace, 'tables' | 'onlyMe' | 'coreTeam'>,
  fold: Fold,
  now: number,
): Export {
  const { texts, audiences } = fold.state;
  const written = [...texts.values()].filter((text) => isWritten(text) || text.pending.size > 0);
  const handles = written.map(({ table, record, field, audience }) => {
    const who = audiences.audienceOf(audience);
    return {
      table,
      record,
      field,
      audience: who,
      handle: fold.texts.open(table, record, field, who),
    };
  });
  const open = handles.map(({ handle, ...of }) => ({ ...of, text: handle.text }));
  const exported = exportAll({ tables, onlyMe, coreTeam, texts: open, now });
  for (const { handle } of handles) handle.close();
  return exported;
}

/** Writes an export into the workspace: records over those of the same id, texts only where there is none. */
export function importInto(workspace: Workspace, text: string): ImportPlan | ImportRefusal {
  const plan = planImport(text, workspace);
  if (plan.type !== 'Plan') return plan;
  for (const { audience, changes } of plan.commits) workspace.commit(changes, audience);
  for (const { table, record, field, audience, delta } of plan.texts) {
    const handle = workspace.text(table, record, field, audience);
    if (handle.text.length === 0) handle.text.applyDelta([...delta]);
    handle.close();
  }
  return plan;
}
