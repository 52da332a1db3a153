/** Links for people with nothing installed: whether one is ours to hand out, how long it lasts, and ending one. */
import { type Day, endOfDay, lastLook } from '@alongside/practice';
import type { Tables } from '@alongside/vault';
import type { IntakeLasts, Together, TogetherRefusal, TogetherState } from '@alongside/vault/kept';
import { coreTeamWrote } from '../../ui/core-team-wrote.ts';
import { zoneOfDays } from '../../ui/days.ts';

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

/** The moment at which a link's last day is over, where this workspace counts days. */
export function endOf(day: Day): number {
  return endOfDay(day, zoneOfDays());
}

/** Until when a link can be answered, and is looked into: what was sent on its last evening is not lost. */
export function lasts(until: Day): IntakeLasts {
  return { notice: endOf(until), inbox: endOf(lastLook(until)) };
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
