/**
 * Opens envelopes by itself as long as the workspace is open: a facilitator's device once all are in, and
 * the device of whoever wrote one that came after the opening.
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
import { today } from '../../../ui/days.ts';
import { enclosedIn, peopleHere } from './useWeighing.ts';

/** Works until the function that it gives is called. */
export function openEnvelopes(workspace: KeptWorkspace): () => void {
  const look = () => openDue(workspace);
  const stops = [
    workspace.together.subscribe(look),
    ...['weighings', 'envelopes', 'enclosed'].map((table) =>
      workspace.tables.subscribe(table, look),
    ),
  ];
  look();
  return () => {
    for (const stop of stops) stop();
  };
}

function openDue({ tables, together, envelopes, coreTeam }: KeptWorkspace): void {
  const now = together.get();
  const enclosed = enclosedIn(tables);
  for (const record of tables.all('weighings')) {
    const round = readFields(weighingFields, record);
    const opensHere = round.facilitator === now.me;
    const isDue = opensHere && whoseTurn(round, enclosed, now.me, peopleHere(now)).allAreIn;
    if (round.openedOn === null && !isDue) continue;
    const canRead = (envelope: string) => tables.get('envelopes', envelope) !== undefined;
    const due = toOpen(round, enclosed, canRead).filter(({ by }) => opensHere || by === now.me);
    if (due.length === 0) continue;
    envelopes.open(
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
}
