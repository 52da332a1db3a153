/**
 * The recovery kit finds its workspace: a lobby a year, whose secret comes one-way from the kit's seed. The
 * owner's devices leave a fresh welcome there for the kit's device when it is made, after each move to
 * a new stream, and once a month; they keep the lobby's secret for that, never the seed. Who types
 * the twelve words goes on as that device, wherever they are.
 */

import type { CheckpointRef } from '../checkpoint/reference.ts';
import type { Bytes } from '../envelope/bytes.ts';
import { derive } from '../envelope/contexts.ts';
import { deviceFromSeeds } from '../identity/device.ts';
import type { Clock, DeviceKeys, Keyring, Random } from '../identity/types.ts';
import { deviceOfKit, type KitSeed } from '../local/kit-keys.ts';
import { type ChildRefusal, type Children, isRefused } from '../log/children.ts';
import type { Offset, Replica } from '../log/types.ts';
import { welcomesIn } from './ask.ts';
import { type Entered, type EnterRefusal, enterAny } from './enter.ts';
import { lobbyKeys, lookInto, postTo } from './lobby.ts';
import { isStored, ownWelcome } from './pairing.ts';

const DAY = 24 * 60 * 60 * 1000;
/** Thirteen months, counted anew with each welcome. */
export const KIT_LASTS = 396 * DAY;
const RENEWED = 30 * DAY;

/** 16 bytes: all that the owner's devices need to leave welcomes. The seed cannot be had from it. */
export function kitLobbySecret(seed: KitSeed): Bytes {
  return derive(seed, 'kit', 16);
}

/** Whether a welcome that was left at that time (ms since 1970; null for never) is to be left anew. */
export function isKitDue(leftAt: number | null, clock: Clock): boolean {
  return leftAt === null || clock() - leftAt >= RENEWED;
}

/** Leaves a welcome for the kit's device, after a checkpoint in which it is listed. */
export async function leaveKitWelcome(
  replica: Replica,
  lobbySecret: Uint8Array,
  device: number,
  about: { readonly checkpoint: CheckpointRef; readonly offset: Offset; readonly relay: string },
  children: Children,
  clock: Clock,
  random: Random,
): Promise<ChildRefusal | undefined> {
  const keys = await lobbyKeys(lobbySecret, 'kit', yearOf(clock()));
  const lobby = await children.open(keys, clock() + KIT_LASTS);
  if (isRefused(lobby)) return lobby;
  const message = await ownWelcome(replica, device, about, random);
  return (await isStored(postTo(lobby, keys, message, random))) ? undefined : { type: 'Away' };
}

/** The kit's device keys: to be put to rest before `enterByKit`. */
export function kitDeviceKeys(seed: KitSeed): Promise<DeviceKeys> {
  return deviceFromSeeds(deviceOfKit(seed));
}

/**
 * With nothing but the seed that the twelve words stand for, and a server: finds the workspace and
 * begins as the kit's device, from the newest welcome that holds. `keys` are the kit's device's.
 */
export async function enterByKit(
  seed: KitSeed,
  keys: Keyring,
  children: Children,
  clock: Clock,
): Promise<Entered | EnterRefusal> {
  let refusal: EnterRefusal = { type: 'NotThere' };
  for (const year of [1, 0, -1, -2].map((by) => yearOf(clock(), by))) {
    const at = await lobbyKeys(kitLobbySecret(seed), 'kit', year);
    const messages = await lookInto(children, at);
    if (isRefused(messages)) {
      if (messages.type === 'Away') return messages;
      continue;
    }
    const welcomes = await welcomesIn(messages, keys.device);
    const entered = await enterAny(welcomes.toReversed(), anchorOf, keys, children, 'own device');
    if (!('type' in entered)) return entered;
    refusal = entered;
  }
  return refusal;
}

/** Twelve words say nothing of how far the workspace is: what the newest welcome says counts. */
function anchorOf({ workspace }: { readonly workspace: Uint8Array }) {
  return { workspace, head: null, n: 0 };
}

function yearOf(time: number, by = 0): string {
  return String(new Date(time).getUTCFullYear() + by);
}
