/** Takes away again what was set aside as a threat and a device that was away wrote anew. */
import { arrivalFields, clearedAgain, readFields } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { coreTeamWrote } from '../../../ui/core-team-wrote.ts';

/** Does nothing while everything is kept. */
export function clearSetAside(workspace: KeptWorkspace): void {
  const { tables, coreTeam, commit, together } = workspace;
  const now = together.get();
  if (now.keepEverything.holds) return;
  const arrivals = tables
    .all('arrivals')
    .map((record) => readFields(arrivalFields, record))
    .filter(
      ({ id, setAsideOn }) =>
        setAsideOn !== null && coreTeamWrote(now, tables, 'arrivals', id, ['page', 'setAsideOn']),
    );
  const changes = clearedAgain(arrivals, (id) => tables.get('asks', id));
  if (changes.length > 0) commit(changes, coreTeam);
}
