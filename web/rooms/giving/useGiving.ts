/** Everything the room shows, from the tables: twelve weeks, the last sum, lines, dates, planners, my own. */
import {
  type DateToKeep,
  dateToKeepFields,
  type GivenSum,
  givenSumFields,
  keptDates,
  type Offer,
  type OwnOffer,
  readFields,
  type Skill,
  skillFields,
  twelveWeeks,
  type Week,
  type WeekRow,
  type WorkLine,
  weekRows,
  workLineFields,
} from '@alongside/practice';
import { useMemo } from 'react';
import { useByName } from '../../ui/by-name.ts';
import { today } from '../../ui/days.ts';
import { useTogether } from '../../ui/together.ts';
import { useTable, useWorkspace } from '../../ui/workspace.tsx';
import {
  offersHere,
  type Planners,
  plannersOf,
  readOwnOffer,
  readPlanning,
} from './planning/planners.ts';
import { weekendOf } from './weekend.ts';

export interface Weeks {
  readonly weeks: readonly Week[];
  readonly rows: readonly WeekRow[];
  /** The last sum that was told. */
  readonly sum: GivenSum | null;
  readonly lines: readonly WorkLine[];
}

/** The twelve weeks, as the core team sees them. */
export function useWeeks(): Weeks {
  const { tables } = useWorkspace();
  const lines = useLines();
  const dates = useDates();
  const sums = useTable('givenSums');
  const space = useTable('space');
  return useMemo(() => {
    const weekend = weekendOf(tables);
    const weeks = twelveWeeks(today(), space ? weekend : 'sat-sun');
    const [first, last] = [weeks[0]?.from ?? today(), weeks.at(-1)?.until ?? today()];
    const sum = lastOf(sums.map((record) => readFields(givenSumFields, record)));
    const kept = keptDates(dates, first, last);
    return { weeks, sum, lines, rows: weekRows(weeks, sum?.halfDays ?? null, lines, kept) };
  }, [tables, lines, dates, sums, space]);
}

function lastOf(sums: readonly GivenSum[]): GivenSum | null {
  const latest = sums.reduce<GivenSum | null>(
    (last, one) => (last === null || (one.on ?? '') >= (last.on ?? '') ? one : last),
    null,
  );
  return latest && latest.halfDays > 0 ? latest : null;
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
