/**
 * Begins on a device from a checkpoint: the tables that it can read, what its keys open of the
 * circles, and what it goes on carrying for others.
 */

import { circleWrapInfo } from '../circles/generation.ts';
import { assert, bytesToText, sameBytes } from '../envelope/bytes.ts';
import { joinBlocks } from '../fold/columns/select.ts';
import type { Block } from '../fold/columns/snapshot.ts';
import { circleSecret } from '../identity/secret.ts';
import type { Keyring } from '../identity/types.ts';
import { openReleased, releaseOf } from '../log/unseal.ts';
import type { State } from '../membership/state.ts';
import { unwrapOwn } from '../membership/wraps.ts';
import { type Carried, createCarried } from './carried.ts';
import { type Content, openCircle } from './open-circle.ts';
import type { CheckpointRead } from './read.ts';

export interface BegunHere {
  readonly state: State;
  /** Everything that this device reads, as one set of blocks. */
  readonly blocks: readonly Block[];
  /** What was opened after the blocks, to apply over them. */
  readonly contents: readonly Content[];
  readonly carried: Carried;
}

export async function beginHere(
  read: CheckpointRead,
  keys: Keyring,
  device: number,
): Promise<BegunHere> {
  const { state } = read;
  const carried = createCarried();
  carried.sealed = [...read.sealed];
  carried.releases = read.releases.map((release) => ({ ...release, audience: 'everyone' }));
  for (const part of read.parts) carried.parts.set(part.circle, part);
  await learnCircles(state, keys, device);
  const sets: (readonly Block[])[] = [read.blocks];
  const contents: Content[] = [];
  for (const { id, holders } of state.membership.circles.values()) {
    if (!holders.includes(device)) continue;
    const opened = await openCircle(id, state, keys, carried);
    if (opened === null) carried.waiting.add(id);
    if (opened?.blocks) sets.push(opened.blocks);
    contents.push(...(opened?.contents ?? []));
  }
  contents.push(...(await openCapsules(carried, keys, state.workspace)));
  const blocks = joinBlocks(sets);
  assert(blocks !== undefined, 'blocks that were checked have heads');
  contents.sort((a, b) => a.accepted.position - b.accepted.position);
  return { state, blocks, contents, carried };
}

/**
 * Capsules that become content of circles which are not ours: sealed to a circle of ours besides, or
 * opened to everyone.
 */
async function openCapsules(
  carried: Carried,
  keys: Keyring,
  workspace: Uint8Array,
): Promise<readonly Content[]> {
  const told = new Map(carried.releases.map((release) => [bytesToText(release.entry), release]));
  const contents: Content[] = [];
  for (const body of carried.sealed) {
    const [first] = body.circles;
    if (body.kind === 'box' || first === undefined) continue;
    if (carried.open.has(first) || carried.waiting.has(first)) continue;
    const release = told.get(bytesToText(body.id)) ?? (await releaseOf(body, keys, workspace));
    const content = release && (await openReleased(body, release, workspace));
    if (content) contents.push(content);
  }
  return contents;
}

/** Takes circles' current keys that were sealed to this device and that it does not have yet. */
async function learnCircles(state: State, keys: Keyring, device: number): Promise<void> {
  const { workspace, membership } = state;
  for (const { id, generation, wraps, commit } of membership.circles.values()) {
    if (keys.circle(id, generation) !== undefined) continue;
    const info = circleWrapInfo(workspace, id, generation, device);
    const raw = await unwrapOwn(wraps, device, info, keys.device.kem);
    if (raw === null || !sameBytes((await circleSecret(raw)).commit, commit)) continue;
    await keys.keepCircle(id, generation, raw);
  }
}
