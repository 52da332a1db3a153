/** Takes away again what was set aside as a threat and a device that was away wrote anew. */
import { arrivalFields, clearedAgain, readFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { coreTeamWrote } from '../../../ui/core-team-wrote.ts';
import { commitForReaders } from '../../../ui/look-while-open.ts';
import { mayGo } from '../../../ui/may-go.ts';

/** Does nothing while everything is kept, nor before this device has heard whether it is. */
export function clearSetAside(workspace: KeptWorkspace): void {
  if (!mayGo(workspace)) return;
  const { tables, together } = workspace;
  const now = together.get();
  const arrivals = tables
    .all('arrivals')
    .map((record) => readFields(arrivalFields, record))
    .filter(
      ({ id, setAsideOn }) =>
        setAsideOn !== null && coreTeamWrote(now, tables, 'arrivals', id, ['page', 'setAsideOn']),
    );
  commitForReaders(
    workspace,
    clearedAgain(arrivals, (id) => tables.get('asks', id)),
  );
}
