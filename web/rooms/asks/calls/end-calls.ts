/**
 * What becomes of a call by itself: after its day, that members answered it is a contact with the partner who
 * asked; after its last day it is destroyed with its list.
 */
import {
  askFields,
  callFields,
  callReplyFields,
  callsToDestroy,
  contactOfCall,
  readFields,
} from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { coreTeamWrote } from '../../../ui/core-team-wrote.ts';
import { today } from '../../../ui/days.ts';
import { mayGo } from '../../../ui/may-go.ts';

/** Tells first: where both are due, the list is still there to tell by. */
export function endCalls(workspace: KeptWorkspace, day = today()): void {
  tellOfCalls(workspace, day);
  if (mayGo(workspace)) destroyOld(workspace, day);
}

/**
 * Only where the list can be read, and the partner was not removed with all that was written of them. A call or
 * an answer that somebody outside the core team planted tells nothing in our name.
 */
function tellOfCalls({ tables, coreTeam, commit, together }: KeptWorkspace, day: string): void {
  const now = together.get();
  for (const record of tables.all('calls')) {
    const call = readFields(callFields, record);
    if (call.ask === null || tables.get('contacts', call.id)) continue;
    if (!coreTeamWrote(now, tables, 'calls', call.id, ['ask', 'on'])) continue;
    const { partner } = readFields(askFields, tables.get('asks', call.ask) ?? { id: call.ask });
    if (partner === null || !tables.get('partners', partner)) continue;
    const replies = tables
      .where('callReplies', 'call', call.id)
      .filter(({ id }) => coreTeamWrote(now, tables, 'callReplies', id, ['call', 'answer']))
      .map((reply) => readFields(callReplyFields, reply));
    const changes = contactOfCall(call, partner, replies, day);
    // Who may not read the ask is not told by its contact.
    if (changes.length > 0) commit(changes, tables.audienceOf('asks', call.ask) ?? coreTeam);
  }
}

function destroyOld({ tables, coreTeam, commit }: KeptWorkspace, day: string): void {
  const calls = tables.all('calls').map((record) => readFields(callFields, record));
  for (const { id } of callsToDestroy(calls, day)) {
    const gone = (table: string, record: string) => ({
      table,
      record,
      field: 'deleted',
      value: true,
    });
    const list = tables.where('callReplies', 'call', id);
    commit([gone('calls', id), ...list.map((reply) => gone('callReplies', reply.id))], coreTeam);
  }
}
