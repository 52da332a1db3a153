/** What we can give, from the tables, for every room that reads it: twelve weeks, the last sum, lines, dates, planners, my own. */
import {
  type DateToKeep,
  dateToKeepFields,
  type Offer,
  type OwnOffer,
  readFields,
  type Skill,
  skillFields,
  type WorkLine,
  workLineFields,
} from '@alongside/practice';
import { useMemo } from 'react';
import { useByName } from './by-name.ts';
import { today } from './days.ts';
import { offersHere, type Planners, plannersOf, readOwnOffer, readPlanning } from './planners.ts';
import { useTogether } from './together.ts';
import { readWeeks, type Weeks } from './weeks.ts';
import { useTable, useWorkspace } from './workspace.tsx';

/** The twelve weeks, as the core team sees them; lines of work by name. */
export function useWeeks(): Weeks {
  const { tables } = useWorkspace();
  const lines = useLines();
  const changing = [useTable('givenSums'), useTable('datesToKeep'), useTable('space')];
  return useMemo(() => ({ ...readWeeks(tables, today()), lines }), [tables, lines, ...changing]);
}

export function useLines(): readonly WorkLine[] {
  const records = useTable('workLines');
  const byName = useByName();
  return useMemo(
    () => records.map((record) => readFields(workLineFields, record)).sort(byName),
    [records, byName],
  );
}

export function useDates(): readonly DateToKeep[] {
  const records = useTable('datesToKeep');
  return useMemo(() => records.map((record) => readFields(dateToKeepFields, record)), [records]);
}

export function useSkills(): readonly Skill[] {
  const records = useTable('skills');
  const byName = useByName();
  return useMemo(
    () => records.map((record) => readFields(skillFields, record)).sort(byName),
    [records, byName],
  );
}

export interface Planning {
  readonly planners: Planners | null;
  /** How many people have said what they can give. */
  readonly said: number;
  readonly own: OwnOffer;
  /** What each said, where I plan; else null. */
  readonly offers: readonly Offer[] | null;
}

export function usePlanning(): Planning {
  const workspace = useWorkspace();
  const now = useTogether()?.now ?? null;
  const tables = [useTable('planning'), useTable('ownOffers'), useTable('offers')];
  return useMemo(() => {
    const planners = plannersOf(workspace.tables, now);
    const offers = now && planners?.iPlan ? offersHere(workspace.tables, now, planners) : null;
    return {
      planners,
      said: readPlanning(workspace.tables).said,
      own: readOwnOffer(workspace),
      offers,
    };
  }, [workspace, now, ...tables]);
}
