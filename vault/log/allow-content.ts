/**
 * Rule 6 for content: the author's role allows it, no rotation is owed, and what is sealed is sealed
 * to circles as they are now.
 */

import { applyGeneration } from '../circles/generation.ts';
import { assert } from '../envelope/bytes.ts';
import type { Circle, State } from '../membership/state.ts';
import type { CircleId } from '../types.ts';
import type { Entry, Refusal } from './types.ts';

export function allowContent(state: State, entry: Entry): Refusal | null {
  const { membership, workspace } = state;
  const device = membership.devices[entry.frame.device];
  const member = device && membership.members.get(device.member);
  if (device === undefined || member === undefined) return 'NobodyKnown';
  if (membership.rotationOwed) return 'RotationOwed';
  const { body } = entry;
  assert(body.kind !== 'chain', 'a chain entry is for applyChange to judge');
  switch (body.kind) {
    case 'plain':
      return member.role === 'guest' ? 'NotAllowedForRole' : null;
    case 'box': {
      const circle = usable(state, body.box.circle, body.box.generation);
      if (typeof circle === 'string') return circle;
      return circle.holders.includes(device.number) ? null : 'NotInCircle';
    }
    case 'capsule': {
      for (const { circle: id, generation } of body.capsule.to) {
        const circle = usable(state, id, generation);
        if (typeof circle === 'string') return circle;
      }
      return null;
    }
    case 'circle':
      return applyGeneration(membership, workspace, { device, member }, body.generation);
    case 'heartbeat':
      return null;
    case 'checkpoint': {
      if (member.role === 'guest') return 'NotAllowedForRole';
      const { circle: id, n } = body.checkpoint;
      if (n > entry.frame.viewN) return 'CheckpointAhead';
      const circle = id === null ? null : membership.circles.get(id);
      if (circle === undefined) return 'CircleUnknown';
      return circle?.holders.includes(device.number) === false ? 'NotInCircle' : null;
    }
    case 'attest':
      return member.role === 'guest' ? 'NotAllowedForRole' : null;
  }
}

/** The circle, if entries may be sealed to this generation of it now. */
function usable(state: State, id: CircleId, generation: number): Circle | Refusal {
  const circle = state.membership.circles.get(id);
  if (circle === undefined) return 'CircleUnknown';
  if (circle.generation !== generation) return 'GenerationDiffers';
  return circle.owed ? 'CircleOwed' : circle;
}
