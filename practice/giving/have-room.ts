/**
 * *Have we room?* under an ask: what is free in its weeks, what is missing, by skill and week, and what
 * would have to move. Facts for a sentence each; never a name that its owner did not choose, never a
 * total over asks, never a recommendation.
 *
 *   const room = haveRoom({ rows, lines, promises, known }, need);
 *   room.weeks // [{ week, free: 2, missing: 1, … }]
 */

import { daysAfter } from '../day.ts';
import { type BySkill, bySkill, type SkillsKnown } from './by-skill.ts';
import { ifWeSayYes, type Yes } from './if-we-say-yes.ts';
import { touches, type Week } from './weeks.ts';
import type { WeekRow } from './what-we-can-give.ts';
import { type CouldMove, type Move, whatWouldMove } from './what-would-move.ts';

export interface WhatWeHave extends CouldMove {
  /** The twelve weeks as they are. */
  readonly rows: readonly WeekRow[];
  readonly known: SkillsKnown;
}

/** What an ask would take. Its half days can be none, where it needs a skill alone. */
export interface Need extends Yes {
  /** Skills that the ask needs, each with for how many people. */
  readonly skills: readonly { readonly skill: string; readonly people: number }[];
}

export interface Room {
  /** Fits in every week; something is missing; or no sum was told; or its weeks are too far away. */
  readonly answer: 'fits' | 'missing' | 'not-known' | 'too-far';
  readonly weeks: readonly {
    readonly week: Week;
    /** Half days, before the ask; null where it is not known. */
    readonly free: number | null;
    readonly missing: number;
  }[];
  readonly skills: readonly {
    readonly skill: string;
    readonly people: number;
    readonly offered: BySkill;
    /** How many are missing in the week that has fewest; null where that is not told. */
    readonly missing: number | null;
  }[];
  readonly moves: readonly Move[];
}

export function haveRoom(have: WhatWeHave, need: Need): Room {
  const { rows } = have;
  const after = ifWeSayYes(rows, need);
  const until = daysAfter(need.from, need.weeks * 7 - 1);
  const touched = rows.filter(({ week }) => touches(week, need.from, until));
  const inNeed = touched.slice(0, need.weeks).map(({ week, free }) => ({
    week,
    free,
    missing: after.short.find(({ from }) => from === week.from)?.halfDays ?? 0,
  }));
  const weeks = inNeed.map(({ week }) => week);
  const skills = need.skills.map(({ skill, people }) => {
    const offered = bySkill(skill, have.known, weeks);
    return { skill, people, offered, missing: missingOf(offered, people) };
  });
  const isMissing = after.short.length > 0 || skills.some(({ missing }) => (missing ?? 0) > 0);
  const answer =
    inNeed.length === 0
      ? 'too-far'
      : isMissing
        ? 'missing'
        : after.isKnown
          ? 'fits'
          : ('not-known' as const);
  return { answer, weeks: inNeed, skills, moves: whatWouldMove(have, after.short) };
}

function missingOf(offered: BySkill, wanted: number): number | null {
  if (offered.type === 'FiveOrMore') return wanted <= 5 ? 0 : null;
  if (offered.type === 'NotTold' || offered.weeks.length === 0) return null;
  return Math.max(0, wanted - Math.min(...offered.weeks.map(({ people }) => people)));
}
