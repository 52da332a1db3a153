/**
 * What a backup holds, as changes for a new workspace. Records keep their ids, their values and who
 * can read them; values that were written at the same time and lost stay behind, as does who wrote
 * what when: a new workspace has one member yet. Nothing becomes readable more widely: a circle that
 * is neither the core team nor the person's own becomes the person's own. Null where the blocks have
 * no head to go on from.
 */
import { columnsToTables } from '../../fold/columns/snapshot.ts';
import { createFold } from '../../fold/fold.ts';
import { updateOf } from '../../fold/text/folded-text.ts';
import type { PassingChanges } from '../../passing/passing-workspace.ts';
import type { Op } from '../../types.ts';
import type { BackupContent, PassingContent } from '../messages.ts';
import type { PageContext } from './connect.ts';

export function contentOfBackup(
  { blocks, onlyMe, coreTeam }: BackupContent,
  { random, now }: PageContext,
): PassingContent | null {
  const { state } = columnsToTables(blocks);
  if (!state) return null;
  const { tables } = createFold({ me: '', random, now }, state);
  const changes: PassingChanges[] = [];
  for (const table of tables.tableNames()) {
    for (const { id, ...fields } of tables.all(table)) {
      const audience = tables.audienceOf(table, id) ?? { circle: onlyMe };
      const ops: Op[] = Object.entries(fields).map(([field, value]) => ({
        table,
        record: id,
        field,
        value,
      }));
      if (ops.length > 0) changes.push({ audience, ops });
    }
  }
  for (const text of state.texts.values()) {
    if (text.bindings.byClient.size === 0) continue;
    const { table, record, field } = text;
    const audience = state.audiences.audienceOf(text.audience);
    changes.push({ audience, ops: [{ table, record, field, update: updateOf(text) }] });
  }
  return { onlyMe, coreTeam, changes };
}
