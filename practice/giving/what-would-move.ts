/**
 * *What would have to move?* for one ask: lines of work and promises that lie in the weeks which are
 * short. Each is only named, never its carrier; whoever carries it is asked, and says yes or no.
 */
import { type Day, daysAfter } from '../day.ts';
import type { Short } from './if-we-say-yes.ts';
import type { WorkLine } from './tables.ts';
import { touches, type Week } from './weeks.ts';

export interface OpenPromise {
  readonly id: string;
  readonly what: string;
  readonly by: Day | null;
  readonly sureness: 'maybe' | 'sure' | null;
  readonly state: string;
}

export type Move =
  | {
      readonly type: 'line';
      readonly id: string;
      readonly kind: 'own' | 'with-others';
      readonly name: string;
      readonly halfDays: number;
      readonly sureness: 'maybe' | 'sure';
      /** Moving it alone would make the room. */
      readonly isEnough: boolean;
    }
  | {
      readonly type: 'promise';
      readonly id: string;
      readonly name: string;
      readonly by: Day;
      readonly sureness: 'maybe' | 'sure';
    };

export interface CouldMove {
  readonly lines: readonly Pick<
    WorkLine,
    'id' | 'kind' | 'name' | 'halfDays' | 'from' | 'until' | 'sureness'
  >[];
  readonly promises: readonly OpenPromise[];
}

/** What could move, first what would be enough, then what is not sure yet; alike in any order of records. */
export function whatWouldMove(
  { lines, promises }: CouldMove,
  short: readonly Short[],
): readonly Move[] {
  if (short.length === 0) return [];
  const weeks = short.map(({ from }) => weekFrom(from));
  const most = Math.max(...short.map(({ halfDays }) => halfDays));
  const ofLines = lines
    .filter((line) => line.halfDays > 0)
    .filter(({ from, until }) => weeks.some((week) => touches(week, from, until)))
    .map(
      ({ id, kind, name, halfDays, from, until, sureness }): Move => ({
        type: 'line',
        id,
        kind,
        name,
        halfDays,
        sureness,
        isEnough: halfDays >= most && weeks.every((week) => touches(week, from, until)),
      }),
    );
  const ofPromises = promises
    .filter(({ state }) => state === 'open')
    .flatMap(({ id, what, by, sureness }): readonly Move[] =>
      by !== null && weeks.some((week) => touches(week, by, by))
        ? [{ type: 'promise', id, name: what, by, sureness: sureness ?? 'sure' }]
        : [],
    );
  return [...ofLines, ...ofPromises].sort(byHowEasily);
}

function byHowEasily(a: Move, b: Move): number {
  const rank = (move: Move) =>
    (move.type === 'line' && move.isEnough ? 0 : 4) +
    (move.sureness === 'maybe' ? 0 : 2) +
    (move.type === 'line' ? 0 : 1);
  return rank(a) - rank(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

function weekFrom(from: Day): Week {
  return { from, until: daysAfter(from, 6) };
}
