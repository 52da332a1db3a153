/**
 * *What would have to move?*, each with its carrier's own yes. Whether a promise or a line of work could
 * move for an ask is asked, and answered by whoever carries it; no yes of somebody else counts. Of two
 * answers the careful one holds: what has to stay stays until its carrier says otherwise.
 */
import { type Change, setFields } from '../stories/record.ts';
import type { MoveRecord } from './tables.ts';

export interface SignedMove {
  readonly move: Pick<MoveRecord, 'id' | 'ask' | 'carried' | 'says'>;
  /** The member who wrote what it says. */
  readonly by: string | null;
}

export type MoveSaid = 'not-asked' | NonNullable<MoveRecord['says']>;

export interface Carried {
  readonly id: string;
  /** The member who carries it; null where nobody in particular does, and anyone here can say. */
  readonly carriedBy: string | null;
}

const careful = ['not-asked', 'asked', 'can-move', 'has-to-stay'] as const;

/** What was said of moving it for that ask; alike in any order of records. */
export function moveSaid(
  moves: readonly SignedMove[],
  ask: string,
  { id, carriedBy }: Carried,
): MoveSaid {
  const said = moves
    .filter(({ move }) => move.ask === ask && move.carried === id && move.says !== null)
    .map(({ move: { says }, by }) =>
      carriedBy === null || by === carriedBy ? (says ?? 'asked') : 'asked',
    );
  return careful[Math.max(0, ...said.map((says) => careful.indexOf(says)))] ?? 'not-asked';
}

/** Asks whoever carries it; nothing where that was done already. */
export function askToMove(
  moves: readonly SignedMove[],
  ask: string,
  carried: Carried,
  newId: () => string,
): readonly Change[] {
  return moveSaid(moves, ask, carried) === 'not-asked'
    ? written(newId(), ask, carried, 'asked')
    : [];
}

/** The carrier's answer, which takes the place of what they said before. */
export function answerMove(
  moves: readonly SignedMove[],
  ask: string,
  carried: Carried,
  says: 'can-move' | 'has-to-stay',
  newId: () => string,
): readonly Change[] {
  const asked = moves.filter(({ move }) => move.ask === ask && move.carried === carried.id);
  if (asked.length === 0) return written(newId(), ask, carried, says);
  return asked.map(({ move }) => ({ table: 'moves', record: move.id, field: 'says', value: says }));
}

function written(
  record: string,
  ask: string,
  { id }: Carried,
  says: NonNullable<MoveRecord['says']>,
): readonly Change[] {
  return setFields('moves', record, { ask, carried: id, says });
}
