/**
 * Picks up what came to our inboxes, now and again while the workspace is open and its server is there; and does
 * what is due by then: calls whose day is over, pages under new keys, what was set aside and came again.
 */
import type { Change } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { canWrite } from '../../ui/can-write.ts';
import { endCalls } from './calls/end-calls.ts';
import { eachInTurn } from './each-in-turn.ts';
import { type Inbox, inboxesOf, pagesWithInbox } from './inboxes.ts';
import { sealUnderNewKeys } from './public-page/say-page.ts';
import { clearSetAside } from './set-aside/clear-set-aside.ts';

/** Milliseconds between two looks. */
const looks = 30_000;
/** Answers that are kept in one look: a flood fills no day. */
const mostAtOnce = 50;

/** Works until the function that it gives is called. */
export function pickUp(workspace: KeptWorkspace): () => void {
  let isOver = false;
  let isLooking = false;
  let known = '';
  const goesOn = () => !isOver;
  const lookIntoEach = (inboxes: readonly Inbox[]) =>
    eachInTurn(
      inboxes.map((inbox) => () => lookInto(workspace, inbox)),
      goesOn,
    );
  const look = async () => {
    if (isOver || isLooking) return;
    isLooking = true;
    try {
      await eachInTurn(
        [
          () => endCalls(workspace),
          () => clearSetAside(workspace),
          () => sealUnderNewKeys(workspace),
          () => lookIntoEach(inboxesOf(workspace)),
        ],
        goesOn,
      );
    } finally {
      // Whatever one record was made to do, the others have their turn, and the next look comes.
      isLooking = false;
    }
  };
  /** At once where an inbox is new or the server is back; else in a while. */
  const lookIfNew = () => {
    const { server } = workspace.together.get();
    const inboxes = pagesWithInbox.map((table) => workspace.tables.all(table).length);
    const now = [server.type, ...inboxes].join();
    if (now !== known) void look();
    known = now;
  };
  const timer = setInterval(() => void look(), looks);
  const stops = [
    workspace.together.subscribe(lookIfNew),
    ...pagesWithInbox.map((table) => workspace.tables.subscribe(table, lookIfNew)),
    workspace.tables.subscribe('arrivals', () => clearSetAside(workspace)),
    workspace.safety.subscribe(() => clearSetAside(workspace)),
  ];
  lookIfNew();
  return () => {
    isOver = true;
    clearInterval(timer);
    for (const stop of stops) stop();
  };
}

async function lookInto(workspace: KeptWorkspace, inbox: Inbox): Promise<void> {
  // Whoever has left those who read it could take it in for nobody.
  if (!canWrite(workspace.together.get(), { circle: inbox.circle })) return;
  const read = await workspace.together.intakes.look(inbox.secret);
  if (read.type !== 'IntakeRead') return;
  /**
   * Taken in already, and deleted since as it may be. Or planted: a visitor knows the id beforehand, and a record
   * under it has readers of its own, which it keeps when it is deleted.
   */
  const isTaken = (table: Inbox['table'], id: string) =>
    [table, 'asks'].some((one) => workspace.tables.audienceOf(one, id) !== undefined);
  const changes: Change[] = [];
  let kept = 0;
  for (const reply of read.replies) {
    // The record that names a circle can be changed; what a visitor sealed goes to whom they were told.
    if (reply.circle !== inbox.circle || isTaken(inbox.table, reply.id)) continue;
    const more = inbox.keep(reply);
    changes.push(...more);
    // What is no answer is kept nowhere: counted, it would stand before the answers at every look.
    if (more.length > 0) kept += 1;
    if (kept === mostAtOnce) break;
  }
  if (changes.length > 0) workspace.commit(changes, { circle: inbox.circle });
}
