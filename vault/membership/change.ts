/**
 * What a chain entry's type is: a code on the wire, a body, and a rule that applies it. A rule works
 * on a copy of the membership, so it may change as it goes and refuse at any point. What is alike
 * for all (rotations, circles owed, a steward left) is in `apply.ts`.
 */

import type { Plain } from '../envelope/cbor-read.ts';
import type { Writable } from '../envelope/cbor-write.ts';
import type { Refusal } from '../log/types.ts';
import type { Generation, Rotation } from './parts.ts';
import type { Device, Member, Membership } from './state.ts';

/** Keys that a body brings, whatever its type. */
export interface Brings {
  readonly rotation: Rotation | null;
  readonly stewards: Generation | null;
  /** The hash of the keys sealed to a person's own new device. */
  readonly keyring: Uint8Array | null;
  /** The stream that the workspace moves to. */
  readonly stream: Uint8Array | null;
}

/** Where an entry stands when its rule is applied. */
export interface Place {
  readonly workspace: Uint8Array;
  readonly incarnation: Uint8Array;
  /** The head that the entry extends. */
  readonly head: Uint8Array | null;
  /** Who wrote it; null for genesis alone. */
  readonly by: { readonly device: Device; readonly member: Member } | null;
}

export interface ChangeRule<Body> {
  readonly code: number;
  readonly name: string;
  bodyToPlain(body: Body): Writable;
  /** The body, or null where the bytes are not of this form. */
  plainToBody(plain: Plain): Body | null;
  /** What the body brings for everyone; null where this type brings no keys. */
  brings(body: Body): Brings;
  /** Genesis alone: the key that it is signed with. */
  firstKey?(body: Body): Uint8Array;
  apply(draft: Membership, body: Body, place: Place): Refusal | null;
}

export const bringsNothing: Brings = {
  rotation: null,
  stewards: null,
  keyring: null,
  stream: null,
};

export function bringsRotation(body: { readonly rotation: Rotation }): Brings {
  return { ...bringsNothing, rotation: body.rotation, stewards: body.rotation.stewards };
}

/** The author, where a steward is needed. */
export function needsSteward(place: Place): Refusal | null {
  return place.by?.member.role === 'steward' ? null : 'NotASteward';
}

export function copyMembership(membership: Membership): Membership {
  return {
    members: new Map([...membership.members].map(([id, member]) => [id, { ...member }])),
    devices: membership.devices.map((device) => ({ ...device })),
    invites: new Map([...membership.invites].map(([id, invite]) => [id, { ...invite }])),
    circles: new Map([...membership.circles].map(([id, circle]) => [id, { ...circle }])),
    policy: { ...membership.policy },
    version: membership.version,
    rotationOwed: membership.rotationOwed,
  };
}

export function emptyMembership(): Membership {
  return {
    members: new Map(),
    devices: [],
    invites: new Map(),
    circles: new Map(),
    policy: { keepEverything: false },
    version: 1,
    rotationOwed: false,
  };
}
