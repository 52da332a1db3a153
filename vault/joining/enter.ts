/**
 * From a welcome to a running device: fetches the checkpoint, verifies the chain from genesis, finds
 * its own card in it, and believes the welcome only where somebody signed it who may let people in.
 */

import { type BegunHere, beginHere } from '../checkpoint/begin-here.ts';
import { type ChunksRefusal, readChunks } from '../checkpoint/chunks.ts';
import {
  type Anchor,
  type CheckpointRead,
  type CheckpointRefusal,
  readCheckpoint,
} from '../checkpoint/read.ts';
import { sameBytes } from '../envelope/bytes.ts';
import { epochSecret } from '../identity/secret.ts';
import type { Keyring } from '../identity/types.ts';
import type { Children } from '../log/children.ts';
import type { Offset } from '../log/types.ts';
import type { MemberId } from '../types.ts';
import type { OpenedWelcome } from './welcome.ts';

/**
 * Who may let a device in: a steward a new person, a person's own device another of theirs. A person
 * who was brought back is in the chain by two trustees' signatures, or a steward's; then anybody who
 * is here may say where the log is.
 */
export type LetInBy = 'steward' | 'own device' | 'anybody here';

export interface Entered extends BegunHere {
  readonly device: number;
  readonly member: MemberId;
  readonly offset: Offset;
  readonly relay: string;
  /** The device that made the checkpoint, as the welcome's signer says, and who came with it. */
  readonly by: number;
  readonly newcomers: readonly MemberId[];
  /** Of the checkpoint. */
  readonly sha256: Uint8Array;
}

export type EnterRefusal =
  | ChunksRefusal
  | CheckpointRefusal
  /** The chain does not list this device, or not as the welcome says. */
  | { readonly type: 'NotAdmitted' }
  /** Nobody signed it who may let people in, or its keys are not the chain's. */
  | { readonly type: 'WelcomeBroken' };

export async function enter(
  welcome: OpenedWelcome,
  anchor: Anchor,
  keys: Keyring,
  children: Children,
  letInBy: LetInBy,
): Promise<Entered | EnterRefusal> {
  const bytes = await readChunks(children, welcome.checkpoint);
  if ('type' in bytes) return bytes;
  const read = await readCheckpoint(bytes, welcome.checkpoint, anchor);
  if ('type' in read) return read;
  const me = read.state.membership.devices[welcome.device];
  const { card } = keys.device;
  const listed = me?.active && sameBytes(me.sign, card.sign) && sameBytes(me.kem, card.kem);
  if (!me || !listed) return { type: 'NotAdmitted' };
  if (!mayLetIn(read, welcome, me.member, letInBy)) return { type: 'WelcomeBroken' };
  if (!sameBytes(welcome.stream, read.state.stream)) return { type: 'WelcomeBroken' };
  if (!(await keepKeys(read, welcome, keys))) return { type: 'WelcomeBroken' };
  const begun = await beginHere(read, keys, welcome.device);
  const { device, offset, relay, by } = welcome;
  const newcomers = read.chain.justAdmitted;
  const { sha256 } = welcome.checkpoint;
  return { ...begun, device, member: me.member, offset, relay, by, newcomers, sha256 };
}

/** The first of several welcomes that holds; others who know the secret can post what they like. */
export async function enterAny(
  welcomes: readonly OpenedWelcome[],
  anchor: (welcome: OpenedWelcome) => Anchor,
  keys: Keyring,
  children: Children,
  letInBy: LetInBy,
): Promise<Entered | EnterRefusal> {
  let refusal: EnterRefusal = { type: 'WelcomeBroken' };
  for (const welcome of welcomes) {
    const entered = await enter(welcome, anchor(welcome), keys, children, letInBy);
    if (!('type' in entered)) return entered;
    refusal = entered;
  }
  return refusal;
}

function mayLetIn(
  { state }: CheckpointRead,
  welcome: OpenedWelcome,
  member: MemberId,
  letInBy: LetInBy,
): boolean {
  const { devices, members } = state.membership;
  const by = devices[welcome.by];
  if (!by?.active || !welcome.isSignedBy(by.sign)) return false;
  if (letInBy === 'own device') return by.member === member;
  const role = members.get(by.member)?.role;
  return letInBy === 'anybody here' ? role !== 'guest' : role === 'steward';
}

/** Keeps the keys, where the current epoch's is the one that the chain committed to. */
async function keepKeys(
  { state }: CheckpointRead,
  { keys: raw }: OpenedWelcome,
  keys: Keyring,
): Promise<boolean> {
  const current = raw.epochs.find(({ epoch }) => epoch === state.epoch);
  if (current === undefined) return false;
  if (!sameBytes((await epochSecret(current.raw)).commit, state.commit)) return false;
  for (const { epoch, raw: key } of raw.epochs) await keys.keepEpoch(epoch, key);
  for (const { circle, generation, raw: key } of raw.circles) {
    await keys.keepCircle(circle, generation, key);
  }
  return true;
}
