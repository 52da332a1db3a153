/** What a device should do unasked, so that others can begin and go on: questions without a clock. */

import type { State } from '../membership/state.ts';
import type { CircleId } from '../types.ts';
import { mayAttest } from './attest.ts';
import type { Carried, CheckpointSeen } from './carried.ts';

export interface PartDue {
  readonly circle: CircleId;
  /** The device that made the generation: it does so at once, others when it has not after an hour. */
  readonly by: number;
  readonly position: number;
}

/**
 * Circles of this device whose newest generation has no checkpoint yet: people whom it took in wait
 * for one, and people whom it left out can make none for the workspace without it.
 */
export function partsDue({ membership }: State, carried: Carried): readonly PartDue[] {
  return [...carried.formed].flatMap(([circle, { generation, position, by }]) => {
    const begins = membership.circles.get(circle)?.begins ?? generation;
    const served = carried.checkpoints.some(
      (seen) => seen.checkpoint.circle === circle && seen.position > position,
    );
    const due = carried.open.has(circle) && generation > begins && !served;
    return due ? [{ circle, by, position }] : [];
  });
}

/** Checkpoints of the present epoch that this device should look at and attest. */
export function attestationsDue(
  state: State,
  carried: Carried,
  device: number,
): readonly CheckpointSeen[] {
  return carried.checkpoints.filter(({ checkpoint, ...seen }) => {
    const ours = checkpoint.circle === null || carried.open.has(checkpoint.circle);
    return ours && mayAttest(state, device, { checkpoint, ...seen });
  });
}
