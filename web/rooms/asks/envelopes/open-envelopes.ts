/**
 * Opens envelopes by itself as long as the workspace is open: a facilitator's device once all are in, and
 * the device of whoever wrote one that came after the opening.
 */
import { openWeighing, sayOpened, toOpen, whoseTurn } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { today } from '../../../ui/days.ts';
import { enclosedIn, peopleHere, roundIn } from '../../../ui/weighings.ts';

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
  const here = peopleHere(now);
  for (const record of tables.all('weighings')) {
    const round = roundIn(tables, record, here);
    const opensHere = round.facilitator === now.me;
    const isDue = opensHere && whoseTurn(round, enclosed, now.me, here).allAreIn;
    if (round.openedOn === null && !isDue) continue;
    // A note that points at an envelope of somebody else's, or of another weighing, opens nothing.
    const isOf = (envelope: string, by: string) =>
      tables.get('envelopes', envelope)?.weighing === round.id &&
      tables.writtenBy('envelopes', envelope, 'weighing')?.member === by;
    const due = toOpen(round, enclosed, isOf).filter(({ by }) => opensHere || by === now.me);
    if (due.length === 0) continue;
    envelopes.open(
      'envelopes',
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
