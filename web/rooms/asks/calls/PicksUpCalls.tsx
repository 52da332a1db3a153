/** On an organizer's device: picks up who can come, and destroys the list seven days after. */
import {
  type Call,
  callFields,
  callsToDestroy,
  keepCallReply,
  readFields,
} from '@alongside/practice';
import { useEffect, useMemo } from 'react';
import { today } from '../../../ui/days.ts';
import { useTogether } from '../../../ui/together.ts';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';

/** Milliseconds between two looks. */
const looks = 30_000;

export function PicksUpCalls() {
  const workspace = useWorkspace();
  const here = useTogether();
  const records = useTable('calls');
  const calls = useMemo(() => records.map((record) => readFields(callFields, record)), [records]);
  const isReached = here?.now.server.type === 'Reached';
  const together = here?.together;
  const readable = here?.now.circles.flatMap((one) => (one.readable ? [one.id] : [])).join() ?? '';
  useEffect(() => {
    for (const call of callsToDestroy(calls, today())) destroy(call);
    function destroy(call: Call) {
      const gone = (table: string, record: string) => ({
        table,
        record,
        field: 'deleted',
        value: true,
      });
      const list = workspace.tables.where('callReplies', 'call', call.id);
      workspace.commit(
        [gone('calls', call.id), ...list.map(({ id }) => gone('callReplies', id))],
        workspace.coreTeam,
      );
    }
  }, [workspace, calls]);
  useEffect(() => {
    if (!together || !isReached || calls.length === 0) return;
    const own = new Set(readable.split(','));
    let gone = false;
    let timer: number | undefined;
    const look = async () => {
      for (const { id, circle, secret } of calls) {
        if (!secret || !circle || !own.has(circle)) continue;
        const read = await together.intakes.look(secret);
        if (gone) return;
        if (read.type !== 'IntakeRead') break;
        for (const reply of read.replies) {
          if (workspace.tables.get('callReplies', reply.id)) continue;
          const changes = keepCallReply(reply, id);
          if (changes.length > 0) workspace.commit(changes, { circle });
        }
      }
      if (!gone) timer = window.setTimeout(() => void look(), looks);
    };
    void look();
    return () => {
      gone = true;
      clearTimeout(timer);
    };
  }, [workspace, together, isReached, calls, readable]);
  return null;
}
