/**
 * The inboxes behind our links: what came back to asks of ours, to calls and from members who weigh, and what
 * is asked by our public page. Each as far as it may be looked into here and now.
 */
import {
  askPageFields,
  callFields,
  keepCallReply,
  keepMemberAnswer,
  keepPublicAsk,
  keepReply,
  keyOf,
  memberPageFields,
  publicPageFields,
  readFields,
  takesIn,
} from '@alongside/practice';
import type { Change } from '@alongside/vault';
import type { IntakeRead, KeptWorkspace } from '@alongside/vault/kept';
import { today, zoneOfDays } from '../../ui/days.ts';

/** An inbox to look into, and what an answer in it becomes. */
export interface Inbox {
  readonly secret: Uint8Array;
  /** Where a record under an answer's id says that it was taken in. */
  readonly table: 'askReplies' | 'callReplies' | 'arrivals' | 'memberAnswers';
  /** Whose it is to read, by the page that the visitor saw. */
  readonly circle: string;
  readonly keep: (reply: IntakeRead['replies'][number]) => Change[];
}

/** The tables whose records have a link with an inbox. */
export const pagesWithInbox = ['askPages', 'calls', 'publicPages', 'memberPages'] as const;

export function inboxesOf({ tables, together }: KeptWorkspace): readonly Inbox[] {
  const { server, circles } = together.get();
  if (server.type !== 'Reached') return [];
  const readable = new Set(circles.flatMap(({ id, readable }) => (readable ? [id] : [])));
  const team = circles.find(({ kind }) => kind === 'core-team')?.id ?? '';
  const asks = tables.all('askPages').flatMap((record): readonly Inbox[] => {
    const page = readFields(askPageFields, record);
    const { until, closedOn: endedOn } = page;
    if (!page.secret || !takesIn({ until, endedOn }, today())) return [];
    const keep: Inbox['keep'] = (reply) => keepReply(reply, page, today());
    return [{ secret: page.secret, table: 'askReplies', circle: team, keep }];
  });
  const calls = tables.all('calls').flatMap((record): readonly Inbox[] => {
    const { id, secret, circle } = readFields(callFields, record);
    if (!secret || !circle || !readable.has(circle)) return [];
    const keep: Inbox['keep'] = (reply) => keepCallReply(reply, id);
    return [{ secret, table: 'callReplies', circle, keep }];
  });
  const open = tables.all('publicPages').flatMap((record): readonly Inbox[] => {
    const page = readFields(publicPageFields, record);
    if (!page.secret || !takesIn(page, today())) return [];
    const sent = new Set<string>();
    const keep: Inbox['keep'] = (reply) => {
      const key = keyOf(reply.says);
      // Its sender did not hear that it had arrived, and sent it once more.
      if (key !== '' && (sent.has(key) || tables.where('arrivals', 'key', key).length > 0))
        return [];
      sent.add(key);
      const taken = { page: page.id, today: today(), timeZone: zoneOfDays(), at: Date.now() };
      return keepPublicAsk(reply, taken);
    };
    return [{ secret: page.secret, table: 'arrivals', circle: team, keep }];
  });
  const members = tables.all('memberPages').flatMap((record): readonly Inbox[] => {
    const { secret, until, ask, closedOn: endedOn } = readFields(memberPageFields, record);
    if (!secret || !takesIn({ until, endedOn }, today())) return [];
    const keep: Inbox['keep'] = (reply) => keepMemberAnswer(reply, ask);
    return [{ secret, table: 'memberAnswers', circle: team, keep }];
  });
  return [...asks, ...calls, ...open, ...members];
}
