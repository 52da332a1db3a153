/**
 * Lets go what came with asks that have been over for longer than a steward chose, as long as the workspace is
 * open. An answer that somebody outside the core team planted ends no ask, and what they joined is not joined.
 */
import {
  arrivalFields,
  askFields,
  messagesToClear,
  promiseFields,
  readFields,
} from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { coreTeamWrote } from '../../ui/core-team-wrote.ts';
import { today } from '../../ui/days.ts';
import { keptFor } from '../../ui/kept-for.ts';
import { commitForReaders, lookWhileOpen } from '../../ui/look-while-open.ts';
import { mayGo } from '../../ui/may-go.ts';

/** Works until the function that it gives is called. */
export function clearOldMessages(workspace: KeptWorkspace, day: () => string = today): () => void {
  const { tables, together } = workspace;
  const look = () => {
    const keep = keptFor(workspace, 'askWords');
    if (keep === 'undecided' || keep === 'always' || !mayGo(workspace)) return;
    const now = together.get();
    const asks = tables.all('asks').map((record) => {
      const ask = readFields(askFields, record);
      const isOurs = (...fields: string[]) => coreTeamWrote(now, tables, 'asks', ask.id, fields);
      return {
        ...ask,
        answer: isOurs('answer', 'answeredOn') ? ask.answer : null,
        joinedTo: isOurs('joinedTo') ? ask.joinedTo : null,
      };
    });
    const promises = tables.all('promises').map((record) => readFields(promiseFields, record));
    const arrivals = tables.all('arrivals').map((record) => readFields(arrivalFields, record));
    commitForReaders(workspace, messagesToClear({ asks, promises, arrivals }, keep, day()));
  };
  return lookWhileOpen(workspace, look, ['space']);
}
