/**
 * Who may say that a checkpoint is right, and how many must, before somebody who begins with it
 * calls it confirmed: two others, or as many as there are. People who began with this checkpoint
 * themselves, or with a later one, know no better than it does.
 */

import type { State } from '../membership/state.ts';
import type { CircleId, MemberId } from '../types.ts';
import type { CheckpointSeen } from './carried.ts';

const ENOUGH = 2;
/** Nobody attests after so many have. */
const MOST = 3;

export interface Confirmation {
  /** People, other than the maker, who found it right. */
  readonly have: number;
  readonly need: number;
}

/** Whether this device should look whether the checkpoint is right, and say so. */
export function mayAttest(state: State, device: number, seen: CheckpointSeen): boolean {
  const { devices, members } = state.membership;
  const me = devices[device];
  const maker = devices[seen.by]?.member;
  if (!me?.active || me.member === maker || members.get(me.member)?.role === 'guest') return false;
  if (state.viewsFrom >= seen.checkpoint.n) return false;
  const attesters = new Set(seen.attestedBy.map((number) => devices[number]?.member));
  return attesters.size < MOST && !attesters.has(me.member);
}

/**
 * How well a checkpoint is confirmed. `newcomers` were admitted with it and do not count; for a
 * circle's checkpoint only people of the circle can know.
 */
export function confirmationOf(
  state: State,
  seen: Pick<CheckpointSeen, 'by' | 'attestedBy'> & {
    readonly checkpoint: { readonly circle: CircleId | null };
  },
  newcomers: readonly MemberId[],
): Confirmation {
  const { devices, members, circles } = state.membership;
  const { circle } = seen.checkpoint;
  const people = circle === null ? null : (circles.get(circle)?.members ?? []);
  const maker = devices[seen.by]?.member;
  const counts = (id: MemberId | undefined): id is MemberId =>
    id !== undefined &&
    id !== maker &&
    !newcomers.includes(id) &&
    members.get(id)?.active === true &&
    members.get(id)?.role !== 'guest' &&
    (people === null || people.includes(id));
  const others = [...members.keys()].filter(counts);
  const attesters = new Set(
    seen.attestedBy.map((number) => devices[number]?.member).filter(counts),
  );
  return { have: attesters.size, need: Math.min(ENOUGH, others.length) };
}

export function isConfirmed({ have, need }: Confirmation): boolean {
  return have >= need;
}
