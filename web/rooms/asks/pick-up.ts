/**
 * Picks up what came back to asks of ours and to calls, now and again while the workspace is open and its
 * server is there; and destroys a call with its list when its last day is over.
 */
import {
  askPageFields,
  callFields,
  callsToDestroy,
  keepCallReply,
  keepReply,
  readFields,
} from '@alongside/practice';
import type { Change } from '@alongside/vault';
import type { IntakeRead, KeptWorkspace } from '@alongside/vault/kept';
import { today } from '../../ui/days.ts';

/** Milliseconds between two looks. */
const looks = 30_000;
/** Answers that are kept in one look: a flood fills no day. */
const mostAtOnce = 50;

/** An inbox to look into, and what an answer in it becomes. */
interface Inbox {
  readonly secret: Uint8Array;
  readonly table: 'askReplies' | 'callReplies';
  /** Whose it is to read, by the page that the visitor saw. */
  readonly circle: string;
  readonly keep: (reply: IntakeRead['replies'][number]) => Change[];
}

/** Works until the function that it gives is called. */
export function pickUp(workspace: KeptWorkspace): () => void {
  let isOver = false;
  let isLooking = false;
  let known = '';
  const look = async () => {
    if (isOver || isLooking) return;
    isLooking = true;
    destroyOld(workspace);
    for (const inbox of inboxesOf(workspace)) if (!isOver) await lookInto(workspace, inbox);
    isLooking = false;
  };
  /** At once where an inbox is new or the server is back; else in a while. */
  const lookIfNew = () => {
    const { server } = workspace.together.get();
    const inboxes = ['askPages', 'calls'].map((table) => workspace.tables.all(table).length);
    const now = [server.type, ...inboxes].join();
    if (now !== known) void look();
    known = now;
  };
  const timer = setInterval(() => void look(), looks);
  const stops = [
    workspace.together.subscribe(lookIfNew),
    workspace.tables.subscribe('askPages', lookIfNew),
    workspace.tables.subscribe('calls', lookIfNew),
  ];
  lookIfNew();
  return () => {
    isOver = true;
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

function inboxesOf({ tables, together }: KeptWorkspace): readonly Inbox[] {
  const { server, circles } = together.get();
  if (server.type !== 'Reached') return [];
  const readable = new Set(circles.flatMap(({ id, readable }) => (readable ? [id] : [])));
  const team = circles.find(({ kind }) => kind === 'core-team')?.id ?? '';
  const asks = tables.all('askPages').flatMap((record): readonly Inbox[] => {
    const page = readFields(askPageFields, record);
    if (!page.secret || (page.until ?? '') < today()) return [];
    const keep: Inbox['keep'] = (reply) => keepReply(reply, page, today());
    return [{ secret: page.secret, table: 'askReplies', circle: team, keep }];
  });
  const calls = tables.all('calls').flatMap((record): readonly Inbox[] => {
    const { id, secret, circle } = readFields(callFields, record);
    if (!secret || !circle || !readable.has(circle)) return [];
    const keep: Inbox['keep'] = (reply) => keepCallReply(reply, id);
    return [{ secret, table: 'callReplies', circle, keep }];
  });
  return [...asks, ...calls];
}

async function lookInto(workspace: KeptWorkspace, inbox: Inbox): Promise<void> {
  const read = await workspace.together.intakes.look(inbox.secret);
  if (read.type !== 'IntakeRead') return;
  const changes: Change[] = [];
  let kept = 0;
  for (const reply of read.replies) {
    // The record that names a circle can be changed; what a visitor sealed goes to whom they were told.
    if (reply.circle !== inbox.circle || workspace.tables.get(inbox.table, reply.id)) continue;
    const more = inbox.keep(reply);
    changes.push(...more);
    // What is no answer is kept nowhere: counted, it would stand before the answers at every look.
    if (more.length > 0) kept += 1;
    if (kept === mostAtOnce) break;
  }
  if (changes.length > 0) workspace.commit(changes, { circle: inbox.circle });
}

function destroyOld({ tables, coreTeam, commit }: KeptWorkspace): void {
  const calls = tables.all('calls').map((record) => readFields(callFields, record));
  for (const { id } of callsToDestroy(calls, today())) {
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
