/** Makes a circle's first or next generation, with its key sealed to exactly whom the rule says. */

import { circleSecret } from '../identity/secret.ts';
import type { Random } from '../identity/types.ts';
import type { Refusal } from '../log/types.ts';
import { placeOf } from '../membership/apply.ts';
import { devicesOf } from '../membership/questions/active-devices.ts';
import type { State } from '../membership/state.ts';
import { recipientsFrom, wrapCircleKey } from '../membership/wraps.ts';
import type { CircleId, MemberId } from '../types.ts';
import { type CircleGeneration, mayForm } from './generation.ts';

export async function makeGeneration(
  state: State,
  device: number,
  circle: CircleId,
  members: readonly MemberId[],
  random: Random,
): Promise<CircleGeneration | Refusal> {
  const { membership, workspace } = state;
  const { by } = placeOf(state, device);
  if (by === null) return 'NobodyKnown';
  const generation = (membership.circles.get(circle)?.generation ?? 0) + 1;
  const refusal = mayForm(membership, workspace, by, { circle, generation, members });
  if (refusal !== null) return refusal;
  const raw = random(32);
  const { commit, kemPub } = await circleSecret(raw);
  const to = recipientsFrom(membership.devices, devicesOf(membership, members));
  const wraps = await wrapCircleKey(raw, circle, generation, workspace, to, random);
  return { circle, generation, members, commit, kemPub, wraps };
}
