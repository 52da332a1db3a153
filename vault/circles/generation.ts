/**
 * A circle's first or next generation: who is in it, and its key sealed to exactly their active
 * devices. The first in the stream's order wins; everyone sees that the circle exists and who is in
 * it. A device takes part only if it was given the generation before: a device that somebody else
 * admitted gets nothing until a person of the circle includes it.
 */

import { concat, uint32 } from '../envelope/bytes.ts';
import type { Plain } from '../envelope/cbor-read.ts';
import type { Writable } from '../envelope/cbor-write.ts';
import { contexts } from '../envelope/contexts.ts';
import { isBytes, isCount } from '../envelope/frame.ts';
import { SEAL_OVERHEAD } from '../identity/kem.ts';
import type { Refusal, Wrap } from '../log/types.ts';
import {
  idToPlain,
  plainToId,
  plainToIds,
  plainToList,
  plainToWraps,
} from '../membership/parts.ts';
import { devicesOf } from '../membership/questions/active-devices.ts';
import { activeStewards } from '../membership/questions/stewards.ts';
import type { Circle, Device, Member, Membership } from '../membership/state.ts';
import type { CircleId, MemberId } from '../types.ts';
import { coreTeamCircle, onlyMeCircle, stewardsCircle } from './well-known.ts';

export interface CircleGeneration {
  readonly circle: CircleId;
  readonly generation: number;
  readonly members: readonly MemberId[];
  readonly commit: Uint8Array;
  readonly kemPub: Uint8Array;
  readonly wraps: readonly Wrap[];
}

/** A circle's key sealed to a device. */
export const WRAP_SIZE = 32 + SEAL_OVERHEAD;

export function generationToPlain(body: CircleGeneration): Writable {
  const { circle, generation, members, commit, kemPub, wraps } = body;
  return [idToPlain(circle), generation, members.map(idToPlain), commit, kemPub, wraps];
}

export function plainToGeneration(plain: Plain): CircleGeneration | null {
  const items = plainToList(plain, 6);
  if (items === null) return null;
  const [circlePlain, generation, membersPlain, commit, kemPub, wrapsPlain] = items;
  const circle = plainToId(circlePlain);
  const members = plainToIds(membersPlain);
  const wraps = plainToWraps(wrapsPlain);
  if (circle === null || members === null || wraps === null || !isCount(generation)) return null;
  if (generation >= 2 ** 32 || !isBytes(commit, 32) || !isBytes(kemPub, 32)) return null;
  return { circle, generation, members, commit, kemPub, wraps };
}

/** What a circle's key is sealed for: this circle, generation and device, and nothing else. */
export function circleWrapInfo(
  workspace: Uint8Array,
  circle: CircleId,
  generation: number,
  device: number,
) {
  const where = concat(workspace, idToPlain(circle), uint32(generation));
  return concat(contexts['circle-wrap'], where, uint32(device));
}

/** Who a next generation may come from and whom it must be sealed to; null where all is right. */
export function mayForm(
  membership: Membership,
  workspace: Uint8Array,
  by: { readonly device: Device; readonly member: Member },
  body: Omit<CircleGeneration, 'commit' | 'kemPub' | 'wraps'>,
): Refusal | null {
  const circle = membership.circles.get(body.circle);
  if (body.generation !== (circle?.generation ?? 0) + 1) return 'GenerationDiffers';
  const known = body.members.every((id) => membership.members.get(id)?.active === true);
  if (!known || new Set(body.members).size !== body.members.length) return 'NobodyKnown';
  if (body.members.length === 0) return 'NobodyKnown';
  const named = nameRefuses(membership, workspace, by.member, body);
  if (named !== null) return named;
  // Whoever is a steward no longer must not keep the others from a key of their own.
  if (circle?.owed && circle.id === stewardsCircle(workspace)) return null;
  return mayContinue(circle, membership, by, body) ? null : 'NotInCircle';
}

/** Applies a generation that `mayForm` allows and whose wraps are exact. */
export function applyGeneration(
  membership: Membership,
  workspace: Uint8Array,
  by: { readonly device: Device; readonly member: Member },
  body: CircleGeneration,
): Refusal | null {
  const refusal = mayForm(membership, workspace, by, body);
  if (refusal !== null) return refusal;
  const before = membership.circles.get(body.circle);
  const goesOn = before?.holders.includes(by.device.number) ?? true;
  const recipients = devicesOf(membership, body.members);
  if (!wrapsAreExact(body.wraps, recipients)) return 'RecipientsDiffer';
  membership.circles.set(body.circle, {
    id: body.circle,
    generation: body.generation,
    members: [...body.members],
    holders: recipients,
    commit: body.commit,
    kemPub: body.kemPub,
    owed: false,
    begins: goesOn ? (before?.begins ?? 1) : body.generation,
    wraps: body.wraps,
  });
  return null;
}

/** In device order, for exactly these devices, each of the one possible size. */
export function wrapsAreExact(wraps: readonly Wrap[], recipients: readonly number[]): boolean {
  return (
    wraps.length === recipients.length &&
    wraps.every(([device, sealed], i) => device === recipients[i] && sealed.length === WRAP_SIZE)
  );
}

/** The rules of circles whose ids derive from the workspace; guests form only their own. */
function nameRefuses(
  membership: Membership,
  workspace: Uint8Array,
  author: Member,
  { circle, generation, members }: Pick<CircleGeneration, 'circle' | 'generation' | 'members'>,
): Refusal | null {
  for (const id of membership.members.keys()) {
    if (circle !== onlyMeCircle(workspace, id)) continue;
    return author.id === id && members.length === 1 && members[0] === id ? null : 'CircleNotYours';
  }
  if (author.role === 'guest') return 'NotAllowedForRole';
  if (circle === stewardsCircle(workspace)) {
    if (author.role !== 'steward') return 'NotASteward';
    const stewards = activeStewards(membership);
    const same = stewards.length === members.length && stewards.every((id) => members.includes(id));
    return same ? null : 'CircleNotYours';
  }
  if (circle === coreTeamCircle(workspace) && generation === 1 && author.role !== 'steward') {
    return 'NotASteward';
  }
  return null;
}

/**
 * By a device that was given the generation before; where no such device is left, by any of the
 * circle's people, since nobody can lose by it: what was sealed before stays sealed.
 */
function mayContinue(
  circle: Circle | undefined,
  membership: Membership,
  by: { readonly device: Device; readonly member: Member },
  body: Pick<CircleGeneration, 'members'>,
): boolean {
  if (circle === undefined) return body.members.includes(by.member.id);
  if (circle.holders.includes(by.device.number)) return true;
  const anyLeft = circle.holders.some((number) => membership.devices[number]?.active === true);
  if (anyLeft) return false;
  return body.members.includes(by.member.id) && isOfCircle(circle, membership, by.member);
}

/** A person of the circle, or where none of those is here any more, anybody. */
function isOfCircle(circle: Circle, membership: Membership, member: Member): boolean {
  if (circle.members.includes(member.id)) return true;
  return !circle.members.some((id) => membership.members.get(id)?.active === true);
}
