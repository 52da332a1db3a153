/**
 * What a planner's device does by itself while the workspace is open: it tells the core team how many
 * have said, and a new sum once one may be told (`nextSum`). What went into each sum stays with the
 * planners, and is written down before the sum is, so that no device forgets what was told.
 *
 * Of two planners the first does it, and only when everything it wrote is on the server and read back:
 * two sums that know nothing of each other could be compared.
 */

import {
  type Day,
  type Given,
  nextSum,
  readFields,
  saidCount,
  setFields,
  skillsOfMany,
  sumGroundFields,
  twelveWeeks,
  type Weekend,
} from '@alongside/practice';
import type { Change, Tables } from '@alongside/vault';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { only } from '../../../ui/only.ts';
import { offersHere, plannersOf, readPlanning } from '../../../ui/planners.ts';

export interface DeskContext {
  readonly today: () => Day;
  readonly weekend: () => Weekend;
}

/** Works until the function that it gives is called. */
export function keepDesk(workspace: KeptWorkspace, context: DeskContext): () => void {
  const look = () => {
    if (workspace.safety.get().type === 'SavedOnServer') tell(workspace, context);
  };
  const stops = [
    workspace.safety.subscribe(look),
    workspace.together.subscribe(look),
    ...['offers', 'planning'].map((table) => workspace.tables.subscribe(table, look)),
  ];
  look();
  return () => {
    for (const stop of stops) stop();
  };
}

/** What went into every sum that was told. */
export function groundsOf(tables: Tables): readonly Given[] {
  return tables
    .all('sumGrounds')
    .map((record) => new Map(Object.entries(readFields(sumGroundFields, record).quarterDays)));
}

function tell(workspace: KeptWorkspace, { today, weekend }: DeskContext): void {
  const { tables } = workspace;
  const now = workspace.together.get();
  const planners = plannersOf(tables, now);
  if (!planners?.iPlan || planners.people[0] !== now.me || now.removed) return;
  const offers = offersHere(tables, now, planners);
  const said = saidCount(offers);
  const changes: Change[] = [];
  if (said !== readPlanning(tables).said) changes.push(...setFields('planning', only, { said }));
  const next = nextSum(offers, twelveWeeks(today(), weekend()), groundsOf(tables));
  if (next.type === 'Told') {
    const sum = workspace.newId();
    const quarterDays = Object.fromEntries(next.given);
    workspace.commit(setFields('sumGrounds', workspace.newId(), { sum, quarterDays }), {
      circle: planners.circle,
    });
    const skills = skillsOfMany(offers);
    const { halfDays } = next;
    changes.push(...setFields('givenSums', sum, { halfDays, on: today(), skills }));
  }
  if (changes.length > 0) workspace.commit(changes, workspace.coreTeam);
}
