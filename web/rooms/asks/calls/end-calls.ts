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
  partnerOf,
  readFields,
} from '@alongside/practice';
import type { Tables } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { canWrite } from '../../../ui/can-write.ts';
import { coreTeamWrote } from '../../../ui/core-team-wrote.ts';
import { today } from '../../../ui/days.ts';
import { commitForReaders } from '../../../ui/look-while-open.ts';
import { mayGo } from '../../../ui/may-go.ts';
import { namedIn } from '../know/know.ts';

/** Tells first: where both are due, the list is still there to tell by. */
export function endCalls(workspace: KeptWorkspace, day = today()): void {
  tellOfCalls(workspace, day);
  if (mayGo(workspace)) destroyOld(workspace, day);
}

/**
 * Only where the list can be read, of a partner who is here, and once: a contact that was deleted stays so. A call
 * or an answer that somebody outside the core team planted tells nothing in our name.
 */
function tellOfCalls({ tables, coreTeam, commit, together }: KeptWorkspace, day: string): void {
  const now = together.get();
  for (const record of tables.all('calls')) {
    const call = readFields(callFields, record);
    if (call.ask === null || tables.audienceOf('contacts', call.id) !== undefined) continue;
    if (!coreTeamWrote(now, tables, 'calls', call.id, ['ask', 'on'])) continue;
    const replies = tables
      .where('callReplies', 'call', call.id)
      .filter(({ id }) => coreTeamWrote(now, tables, 'callReplies', id, ['call', 'answer']))
      .map((reply) => readFields(callReplyFields, reply));
    // Who may not read the ask is not told by its contact.
    const readers = tables.audienceOf('asks', call.ask) ?? coreTeam;
    if (replies.length === 0 || !canWrite(now, readers)) continue;
    const partner = partnerWhoAsked(tables, call.ask);
    if (partner === null) continue;
    const changes = contactOfCall(call, partner, replies, day);
    if (changes.length > 0) commit(changes, readers);
  }
}

/** The record that stands for them; null where they are no partner, or were removed with all that was written of them. */
function partnerWhoAsked(tables: Tables, ask: string): string | null {
  const { partners, stands } = namedIn(tables.all('partners'));
  const named = partnerOf(readFields(askFields, tables.get('asks', ask) ?? { id: ask }), partners);
  return named === null ? null : (stands.get(named) ?? null);
}

/**
 * A call with its list; and a list whose call was destroyed by a device that could not read it. One whose call is
 * not known here stays.
 */
function destroyOld(workspace: KeptWorkspace, day: string): void {
  const { tables } = workspace;
  const calls = tables.all('calls').map((record) => readFields(callFields, record));
  const old = new Set(callsToDestroy(calls, day).map(({ id }) => id));
  const isGone = (call: string) =>
    tables.get('calls', call) === undefined && tables.audienceOf('calls', call) !== undefined;
  const lists = tables.all('callReplies').filter((record) => {
    const { call } = readFields(callReplyFields, record);
    return call !== null && (old.has(call) || isGone(call));
  });
  commitForReaders(workspace, [
    ...[...old].map((id) => gone('calls', id)),
    ...lists.map(({ id }) => gone('callReplies', id)),
  ]);
}

const gone = (table: string, record: string) => ({ table, record, field: 'deleted', value: true });
