/** Links for people with nothing installed: whether one is ours to hand out, and ending one. */
import type { Tables } from '@alongside/vault';
import type { Together, TogetherRefusal, TogetherState } from '@alongside/vault/kept';
import { coreTeamWrote } from '../../ui/core-team-wrote.ts';

/** What of a record decides where its link leads, for what, and who reads what comes back. */
const leads = {
  askPages: ['ask', 'fragment', 'secret', 'until'],
  calls: ['fragment', 'secret', 'circle', 'until'],
  memberPages: ['ask', 'fragment', 'secret', 'until'],
  publicPages: ['fragment', 'secret', 'until'],
} as const;

/** Whether it is handed out: one that somebody outside the core team planted leads to them, not to us. */
export function isOurLink(
  now: Pick<TogetherState, 'circles'>,
  tables: Pick<Tables, 'writtenBy'>,
  table: keyof typeof leads,
  record: string,
): boolean {
  return coreTeamWrote(now, tables, table, record, leads[table]);
}

/** One that leads nowhere on our server, since it was planted or has run out, is over as it is. */
export async function endLink(
  { intakes }: Pick<Together, 'intakes'>,
  secret: Uint8Array | null,
): Promise<TogetherRefusal | undefined> {
  if (!secret) return undefined;
  const refusal = await intakes.say(secret, { page: 'over' }, 0);
  return refusal?.type === 'InvitationExpired' ? undefined : refusal;
}
