/**
 * Opens envelopes by itself, whatever page is shown: a facilitator's device once all are in, and the
 * device of whoever wrote one that came after the opening.
 */
import {
  openWeighing,
  readFields,
  sayOpened,
  toOpen,
  weighingFields,
  whoseTurn,
} from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { useEffect } from 'react';
import { today } from '../../../ui/days.ts';
import { useTogether } from '../../../ui/together.ts';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';
import { useEnclosed } from './useWeighing.ts';

export function Opens() {
  const workspace = useWorkspace();
  const now = useTogether()?.now;
  const rounds = useTable('weighings');
  const envelopes = useTable('envelopes');
  const enclosed = useEnclosed();
  useEffect(() => {
    if (!now) return;
    const { coreTeam, envelopes: closed } = workspace as KeptWorkspace;
    const here = new Set(now.people.flatMap(({ active, id }) => (active ? [id] : [])));
    const readable = new Set(envelopes.map(({ id }) => id));
    for (const record of rounds) {
      const round = readFields(weighingFields, record);
      const opensHere = round.facilitator === now.me;
      const isDue = opensHere && whoseTurn(round, enclosed, now.me, here).allAreIn;
      if (round.openedOn === null && !isDue) continue;
      const due = toOpen(round, enclosed, (envelope) => readable.has(envelope)).filter(
        ({ by }) => opensHere || by === now.me,
      );
      if (due.length === 0) continue;
      closed.open(
        due.flatMap(({ envelope }) => envelope ?? []),
        [
          ...(round.openedOn === null ? openWeighing(round.id, today()) : []),
          ...sayOpened(
            due.map(({ id }) => id),
            today(),
          ),
        ],
        coreTeam,
      );
    }
  }, [workspace, now, rounds, envelopes, enclosed]);
  return null;
}
