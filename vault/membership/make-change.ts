/**
 * Makes a chain entry's body from what a person wishes: tries it on the state, learns whom the next
 * keys must go to, makes and wraps them. The keys themselves come back to their author like to
 * everybody else: out of the entry, once it is read.
 */

import { stewardsCircle } from '../circles/well-known.ts';
import type { Writable } from '../envelope/cbor-write.ts';
import { sealTo } from '../identity/kem.ts';
import { circleSecret, epochSecret } from '../identity/secret.ts';
import type { Keyring, Random } from '../identity/types.ts';
import type { ChainWish, Refusal, Turn, Wrap } from '../log/types.ts';
import { type Draft, draftOf, placeOf } from './apply.ts';
import { addDevice } from './changes/add-device.ts';
import { admit } from './changes/admit.ts';
import { compact } from './changes/compact.ts';
import { dropOwnDevice } from './changes/drop-own-device.ts';
import { genesis } from './changes/genesis.ts';
import { type Change, changeOf } from './changes/index.ts';
import { invite } from './changes/invite.ts';
import { leave } from './changes/leave.ts';
import { policy } from './changes/policy.ts';
import { readmit } from './changes/readmit.ts';
import { remove } from './changes/remove.ts';
import { revoke } from './changes/revoke.ts';
import { rotate } from './changes/rotate.ts';
import { setRole } from './changes/set-role.ts';
import { version } from './changes/version.ts';
import { type Generation, type Rotation, wrapsHashOf } from './parts.ts';
import { isSteward } from './questions/stewards.ts';
import type { State } from './state.ts';
import {
  deviceInfo,
  rawKeysToBytes,
  recipientsFrom,
  wrapCircleKey,
  wrapEpochKey,
} from './wraps.ts';

export interface MadeChange {
  readonly change: Change;
  readonly wraps: Writable | null;
  /** The keys it brings, where a steward's entry brings any. */
  readonly turn: Turn | null;
}

/** How a workspace begins; everything else is a `ChainWish`. */
export interface GenesisWish {
  readonly type: 'genesis';
  readonly nonce: Uint8Array;
  readonly member: string;
  readonly key: Uint8Array<ArrayBuffer>;
}

/** Keys that a body names; stand-ins until they are made. */
interface Parts {
  readonly rotation: Rotation;
  readonly stewards: Generation | null;
  readonly keyring: Uint8Array;
}

const standIn: Parts = {
  rotation: {
    epoch: 0,
    commit: new Uint8Array(32),
    wrapsHash: new Uint8Array(32),
    stewards: null,
  },
  stewards: null,
  keyring: new Uint8Array(32),
};

export async function makeChange(
  state: State,
  device: number | null,
  keys: Keyring,
  random: Random,
  wish: ChainWish | GenesisWish,
): Promise<MadeChange | Refusal> {
  const tried = changeFor(wish, keys, standIn);
  const draft = draftOf(state, tried, placeOf(state, device));
  if (typeof draft === 'string') return draft;
  const lists: (readonly Wrap[])[] = [];
  let { rotation, stewards, keyring } = standIn;
  let epoch: Turn['epoch'] = null;
  let stewardsKey: Turn['stewards'] = null;
  if (tried.brings.keyring !== null) {
    const list = [await wrapKeyring(state, draft, keys, random)];
    keyring = wrapsHashOf(list);
    lists.push(list);
  }
  if (tried.brings.rotation !== null) {
    const raw = wish.type === 'genesis' ? wish.key : random(32);
    const made = await makeRotation(state, draft, raw, random);
    rotation = made.rotation;
    epoch = { number: rotation.epoch, secret: made.secret };
    lists.push(made.list);
  }
  if (bringsStewards(state, draft)) {
    const made = await makeStewards(state, draft, random);
    stewards = made.generation;
    stewardsKey = made.secret;
    lists.push(made.list);
  }
  const change = changeFor(wish, keys, { rotation: { ...rotation, stewards }, stewards, keyring });
  const turns = (epoch !== null || stewardsKey !== null) && isSteward(state, device);
  return {
    change,
    wraps: lists.length === 0 ? null : lists,
    turn: turns ? { epoch, stewards: stewardsKey } : null,
  };
}

function changeFor(wish: ChainWish | GenesisWish, keys: Keyring, parts: Parts): Change {
  const { rotation, stewards, keyring } = parts;
  switch (wish.type) {
    case 'genesis': {
      const { nonce, member } = wish;
      const card = keys.device.card;
      const open = { keepEverything: false };
      return changeOf(genesis, { nonce, member, card, rotation, policy: open });
    }
    case 'invite':
      return changeOf(invite, wish);
    case 'revoke':
      return changeOf(revoke, wish);
    case 'admit':
      return changeOf(admit, { ...wish, rotation });
    case 'addDevice':
      return changeOf(addDevice, {
        card: wish.card,
        wrapsHash: keyring,
        trustees: wish.trustees ?? [],
      });
    case 'readmit':
      return changeOf(readmit, { ...wish, rotation, second: wish.second ?? null });
    case 'remove':
      return changeOf(remove, { ...wish, rotation });
    case 'leave':
      return changeOf(leave, {});
    case 'dropOwnDevice':
      return changeOf(dropOwnDevice, wish);
    case 'setRole':
      return changeOf(setRole, { ...wish, stewards });
    case 'rotate':
      return changeOf(rotate, { rotation });
    case 'policy':
      return changeOf(policy, { ...wish, second: wish.second ?? null });
    case 'version':
      return changeOf(version, wish);
    case 'compact':
      return changeOf(compact, { ...wish, rotation });
  }
}

/** Where it must, and where it may and the stewards are no longer those of the circle. */
function bringsStewards(state: State, { stewards }: Draft): boolean {
  if (!stewards.may || stewards.must) return stewards.must;
  const circle = state.membership.circles.get(stewardsCircle(state.workspace));
  return !stewards.members.every((id) => circle?.members.includes(id) === true);
}

async function makeRotation(
  state: State,
  draft: Draft,
  raw: Uint8Array<ArrayBuffer>,
  random: Random,
) {
  const epoch = state.head === null ? 0 : state.epoch + 1;
  const secret = await epochSecret(raw);
  const { commit } = secret;
  const to = recipientsFrom(draft.membership.devices, draft.recipients);
  const list = await wrapEpochKey(raw, epoch, state.workspace, to, random);
  const rotation: Rotation = { epoch, commit, wrapsHash: wrapsHashOf(list), stewards: null };
  return { rotation, list, secret };
}

async function makeStewards(state: State, draft: Draft, random: Random) {
  const raw = random(32);
  const secret = await circleSecret(raw);
  const { commit, kemPub } = secret;
  const { generation, recipients } = draft.stewards;
  const to = recipientsFrom(draft.membership.devices, recipients);
  const circle = stewardsCircle(state.workspace);
  const list = await wrapCircleKey(raw, circle, generation, state.workspace, to, random);
  const made = { generation, commit, kemPub, wrapsHash: wrapsHashOf(list) };
  return { generation: made, list, secret };
}

/** All that this device can read, sealed to its person's new device. */
async function wrapKeyring(
  state: State,
  draft: Draft,
  keys: Keyring,
  random: Random,
): Promise<Wrap> {
  const added = draft.membership.devices.at(-1);
  if (added === undefined) throw new Error('Must hold: the new device is listed');
  const info = deviceInfo('keyring', state.workspace, added.number);
  return [
    added.number,
    await sealTo(added.kem, info, rawKeysToBytes(await keys.reveal([state.tokenEpoch])), random),
  ];
}
