/** Who has followed the workspace to where it went on: whose devices said something since. */
import { sameBytes } from '../../../envelope/bytes.ts';
import type { Left } from '../../../local/rest/server-record.ts';
import { lastMove } from '../../../membership/questions/last-move.ts';
import { kindOf } from '../../../membership/questions/recovery-devices.ts';
import type { Device, State } from '../../../membership/state.ts';
import type { MemberId } from '../../../types.ts';
import type { Moving } from '../../people-types.ts';

/** Whoever was away for longer comes in anew. */
export const LONGEST_AWAY = 14 * 24 * 3_600_000;

/** Whether a device has said something behind the last move, or made it. */
export function hasFollowed(state: State, device: number): boolean {
  const view = state.confirmed[device];
  const isBehind = view !== undefined && view.viewN >= state.viewsFrom;
  return isBehind || lastMove(state)?.by === device;
}

/** People with a device that is listed and has not followed. */
export function peopleBehind(state: State, own: number): readonly MemberId[] {
  const behind = state.membership.devices.filter(
    (one) =>
      one.active &&
      one.number !== own &&
      !hasFollowed(state, one.number) &&
      !isWelcomedByAnother(state, one),
  );
  return [...new Set(behind.map(({ member }) => member))];
}

/**
 * A recovery kit, or what trustees hold, that nobody has come back by: it says nothing, and finds what
 * its person's own device leaves for it behind the move. Only where there is no such device is it waited for.
 */
function isWelcomedByAnother(state: State, { number, member, trustees }: Device): boolean {
  if (kindOf({ trustees }) === 'device' || state.confirmed[number] !== undefined) return false;
  return state.membership.devices.some(
    (one) => one.active && one.member === member && kindOf(one) === 'device',
  );
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
