/** Circles whose ids derive from the workspace: everyone finds them without being told. */

import { bytesToText, concat, idToBytes } from '../envelope/bytes.ts';
import { hash } from '../envelope/contexts.ts';
import type { CircleId, MemberId } from '../types.ts';

/** The core team: the narrower of the two audiences that a workspace begins with. */
export function coreTeamCircle(workspace: Uint8Array): CircleId {
  return bytesToText(hash('core-team', workspace).subarray(0, 16));
}

/** A person's circle of one: notebook, drafts, what their devices share. */
export function onlyMeCircle(workspace: Uint8Array, member: MemberId): CircleId {
  const id = idToBytes(member) ?? new Uint8Array(0);
  return bytesToText(hash('only-me', concat(workspace, id)).subarray(0, 16));
}

/** The stewards': what the relay's `manage` key derives from. */
export function stewardsCircle(workspace: Uint8Array): CircleId {
  return bytesToText(hash('stewards', workspace).subarray(0, 16));
}
