/** The links of an ask that is to be deleted: with its page nobody could end them any more. Calls have pages of their own. */
import {
  askPageFields,
  type Change,
  closeMemberPage,
  closePage,
  memberPageFields,
  readFields,
} from '@alongside/practice';
import type { KeptWorkspace, TogetherRefusal } from '@alongside/vault/kept';
import { today } from '../../ui/days.ts';
import { endLink, isOurLink } from './our-link.ts';

export interface LinksEnded {
  readonly type: 'LinksEnded';
  readonly count: number;
}

/**
 * Ends those that are open. Where one of ours could not be told, that is the answer, and it and those after it
 * stay open. Without a server there is none that could be ended.
 */
export async function endLinksOf(
  {
    tables,
    together,
    coreTeam,
    commit,
  }: Pick<KeptWorkspace, 'tables' | 'together' | 'coreTeam' | 'commit'>,
  ask: string,
): Promise<LinksEnded | TogetherRefusal> {
  const now = together.get();
  if (now.server.type === 'NoServer') return { type: 'LinksEnded', count: 0 };
  const links = [
    ...tables.where('askPages', 'ask', ask).map((record) => {
      const page = readFields(askPageFields, record);
      return { ...page, table: 'askPages' as const, closed: closePage(page.id, today()) };
    }),
    ...tables.where('memberPages', 'ask', ask).map((record) => {
      const page = readFields(memberPageFields, record);
      return { ...page, table: 'memberPages' as const, closed: closeMemberPage(page.id, today()) };
    }),
  ].filter(({ closedOn, until }) => closedOn === null && until !== null && until >= today());
  let count = 0;
  for (const { id, table, secret, closed } of links) {
    const refusal = await endLink(together, secret);
    if (refusal && isOurLink(now, tables, table, id)) return refusal;
    if (refusal) continue;
    commit(closed as Change[], coreTeam);
    count += 1;
  }
  return { type: 'LinksEnded', count };
}
