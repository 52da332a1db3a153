/** Who has followed the workspace to where it went on: whose devices said something since. */
import { sameBytes } from '../../../envelope/bytes.ts';
import type { Left } from '../../../local/rest/server-record.ts';
import { lastMove } from '../../../membership/questions/last-move.ts';
import type { State } from '../../../membership/state.ts';
import type { MemberId } from '../../../types.ts';
import type { Moving } from '../../together-types.ts';

/** Whoever was away for longer comes in anew. */
export const LONGEST_AWAY = 14 * 24 * 3_600_000;

/** Whether a device has said something behind the last move, or made it. */
export function hasFollowed(state: State, device: number): boolean {
  const view = state.confirmed[device];
  const isBehind = view !== undefined && view.viewN >= state.viewsFrom;
  return isBehind || lastMove(state)?.by === device;
}

/** People with a device that is listed and has not followed; a recovery kit never says anything. */
export function peopleBehind(state: State, own: number): readonly MemberId[] {
  const behind = state.membership.devices.filter(
    ({ number, active }) => active && number !== own && !hasFollowed(state, number),
  );
  return [...new Set(behind.map(({ member }) => member))];
}

/** What a page shows of a move whose end is not there yet. */
export function movingOf(state: State, own: number, left: readonly Left[]): Moving | null {
  const move = left.length > 0 ? lastMove(state) : null;
  if (!move) return null;
  const here = left.filter(({ before, stream }) => before === null && !isHere(state, stream));
  return {
    at: move.at,
    by: state.membership.devices[move.by]?.member ?? '',
    from: [...new Set(here.map(({ server }) => server))],
    behind: peopleBehind(state, own),
    until: move.at + LONGEST_AWAY,
  };
}

function isHere({ stream }: State, other: Uint8Array | null): boolean {
  return other !== null && sameBytes(stream, other);
}
