/** What a device wrote, as the body of an entry for its audience, and why it cannot be one as things are. */

import { sealBox } from '../circles/box.ts';
import { sealCapsule } from '../circles/capsule.ts';
import { assert } from '../envelope/bytes.ts';
import type { Keyring, Random } from '../identity/types.ts';
import type { State } from '../membership/state.ts';
import { opsToPlain } from './ops.ts';
import type { Piece } from './pieces.ts';
import type { Body, Held } from './types.ts';

/** Who seals: a device of the chain, as it is there now. */
export interface Sealing {
  readonly state: State;
  readonly keys: Keyring;
  readonly device: number;
  readonly random: Random;
}

/** Why a write that is held cannot be sealed as things are, or null. */
export function whyNotSeal(
  { audience }: Held,
  { state, keys, device }: Sealing,
): 'NotAllowed' | 'CircleOwed' | null {
  const { members, devices, circles } = state.membership;
  const member = devices[device]?.member ?? '';
  if (audience === 'everyone') return members.get(member)?.role === 'guest' ? 'NotAllowed' : null;
  const boxed = 'circle' in audience;
  for (const id of boxed ? [audience.circle] : audience.capsuleTo) {
    const circle = circles.get(id);
    if (circle === undefined) return 'NotAllowed';
    if (boxed && !circle.members.includes(member)) return 'NotAllowed';
    if (circle.owed) return 'CircleOwed';
    const held = circle.holders.includes(device) && keys.circle(id, circle.generation);
    if (boxed && !held) return 'NotAllowed';
  }
  return null;
}

/** The body that carries a piece, sealed to its audience. `previous` is its entry's p. */
export async function bodyFor(
  { audience, ops }: Piece,
  previous: Uint8Array,
  { state, keys, device, random }: Sealing,
): Promise<Body> {
  if (audience === 'everyone') return { kind: 'plain', ops };
  const place = { workspace: state.workspace, device, previous };
  const ids = 'circle' in audience ? [audience.circle] : audience.capsuleTo;
  const circles = ids.map((id) => state.membership.circles.get(id)).filter((c) => c !== undefined);
  const body = opsToPlain(ops);
  if (!('circle' in audience)) {
    return { kind: 'capsule', capsule: await sealCapsule(body, circles, place, random) };
  }
  const { circle } = audience;
  const generation = circles[0]?.generation ?? 0;
  const secret = keys.circle(circle, generation);
  assert(secret !== undefined, 'the circle’s key');
  return { kind: 'box', box: await sealBox(body, circle, generation, secret, place, random) };
}
