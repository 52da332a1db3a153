/**
 * Applies a chain entry: what all types have in common. An entry takes effect whole or not at all.
 * Its type's rule changes a copy; then here: at least one steward is left, keys go to exactly the
 * active devices, circles that lost a device owe a next generation.
 */

import { wrapsAreExact } from '../circles/generation.ts';
import { stewardsCircle } from '../circles/well-known.ts';
import { sameBytes } from '../envelope/bytes.ts';
import type { Plain } from '../envelope/cbor-read.ts';
import type { Refusal, Wrap } from '../log/types.ts';
import { type Brings, copyMembership, type Place } from './change.ts';
import type { Change } from './changes/index.ts';
import { type Generation, plainToWraps, wrapsHashOf } from './parts.ts';
import { activeDevices, devicesOf } from './questions/active-devices.ts';
import { activeStewards, hasSteward } from './questions/stewards.ts';
import type { Membership, State } from './state.ts';

/** What a change would make of the membership, before its keys are looked at. */
export interface Draft {
  readonly membership: Membership;
  /** Exactly who must get a next epoch's key. */
  readonly recipients: readonly number[];
  /** A next generation of the stewards' circle: whether it must come along, and to whom. */
  readonly stewards: {
    readonly must: boolean;
    readonly may: boolean;
    readonly generation: number;
    readonly members: readonly string[];
    readonly recipients: readonly number[];
  };
}

export function placeOf(state: State, device: number | null): Place {
  const author = device === null ? undefined : state.membership.devices[device];
  const member = author === undefined ? undefined : state.membership.members.get(author.member);
  return {
    workspace: state.workspace,
    incarnation: state.incarnation,
    head: state.head,
    by: author === undefined || member === undefined ? null : { device: author, member },
  };
}

/** Tries a change on a copy. Authors ask this too, to learn whom to seal keys to. */
export function draftOf(state: State, change: Change, place: Place): Draft | Refusal {
  const membership = copyMembership(state.membership);
  const refusal = change.apply(membership, place);
  if (refusal !== null) return refusal;
  if (!hasSteward(membership)) return 'NoStewardLeft';
  markOwed(membership);
  const id = stewardsCircle(state.workspace);
  const circle = membership.circles.get(id);
  const members = activeStewards(membership);
  const brings = change.brings;
  const carries = brings.rotation !== null || change.name === 'setRole';
  const lost =
    circle !== undefined && (circle.owed || !circle.members.every((m) => members.includes(m)));
  if (circle !== undefined && lost) circle.owed = true;
  const holds = circle === undefined || circle.holders.includes(place.by?.device.number ?? -1);
  return {
    membership,
    recipients: activeDevices(membership),
    stewards: {
      may: carries && holds,
      must: carries && holds && (circle === undefined || lost),
      generation: (circle?.generation ?? 0) + 1,
      members,
      recipients: devicesOf(membership, members),
    },
  };
}

/** Applies the change to the state, or refuses and leaves it as it was. */
export function applyChange(
  state: State,
  change: Change,
  wraps: readonly Plain[] | null,
  place: Place,
): Refusal | null {
  const draft = draftOf(state, change, place);
  if (typeof draft === 'string') return draft;
  const refusal = checkKeys(state, draft, change.brings, wraps);
  if (refusal !== null) return refusal;
  if (change.brings.rotation !== null) draft.membership.rotationOwed = false;
  const { stewards } = change.brings;
  if (stewards !== null) {
    takeStewards(state, draft, stewards, plainToWraps(wraps?.at(-1)) ?? []);
  }
  state.membership = draft.membership;
  return null;
}

function checkKeys(
  state: State,
  draft: Draft,
  { rotation, stewards, keyring }: Brings,
  wraps: readonly Plain[] | null,
): Refusal | null {
  const expected = [keyring, rotation, stewards].filter((part) => part !== null).length;
  if ((wraps?.length ?? 0) !== expected || (wraps !== null && expected === 0)) return 'WrapsDiffer';
  const lists: readonly (readonly Wrap[] | null)[] = wraps?.map(plainToWraps) ?? [];
  let next = 0;
  if (keyring !== null) {
    const list = lists[next++] ?? null;
    const added = draft.membership.devices.length - 1;
    if (list === null || !sameBytes(wrapsHashOf(list), keyring)) return 'WrapsDiffer';
    if (list.length !== 1 || list[0]?.[0] !== added) return 'RecipientsDiffer';
  }
  if (rotation !== null) {
    const list = lists[next++] ?? null;
    if (rotation.epoch !== nextEpoch(state)) return 'EpochDiffers';
    if (state.head === null && !sameBytes(rotation.commit, state.commit)) return 'EpochDiffers';
    if (list === null || !sameBytes(wrapsHashOf(list), rotation.wrapsHash)) return 'WrapsDiffer';
    if (!wrapsAreExact(list, draft.recipients)) return 'RecipientsDiffer';
  }
  if (stewards === null) return draft.stewards.must ? 'StewardsGeneration' : null;
  const list = lists[next] ?? null;
  if (!draft.stewards.may || stewards.generation !== draft.stewards.generation) {
    return 'StewardsGeneration';
  }
  if (list === null || !sameBytes(wrapsHashOf(list), stewards.wrapsHash)) return 'WrapsDiffer';
  return wrapsAreExact(list, draft.stewards.recipients) ? null : 'RecipientsDiffer';
}

/** Genesis brings the epoch it is sealed under; everything later the next. */
function nextEpoch(state: State): number {
  return state.head === null ? 0 : state.epoch + 1;
}

/** A circle that lost a device, or a person, owes its next generation. */
function markOwed(membership: Membership): void {
  for (const circle of membership.circles.values()) {
    const holders = circle.holders.filter((number) => membership.devices[number]?.active === true);
    const here = circle.members.every((id) => membership.members.get(id)?.active === true);
    if (holders.length < circle.holders.length || !here) circle.owed = true;
    circle.holders = holders;
  }
}

function takeStewards(
  state: State,
  draft: Draft,
  generation: Generation,
  wraps: readonly Wrap[],
): void {
  const id = stewardsCircle(state.workspace);
  draft.membership.circles.set(id, {
    id,
    generation: generation.generation,
    members: draft.stewards.members,
    holders: draft.stewards.recipients,
    commit: generation.commit,
    kemPub: generation.kemPub,
    owed: false,
    begins: draft.membership.circles.get(id)?.begins ?? 1,
    wraps,
  });
}
