/**
 * Reads a checkpoint that somebody else made: the chain is verified from genesis, everything else
 * must fit it, and nothing older than what is known already is taken. What the chain cannot say
 * (the tables, whose last entry was which, the circles) is true as far as those say who attested it.
 */

import { bytesToText, sameBytes } from '../envelope/bytes.ts';
import { kidFor } from '../envelope/seal.ts';
import type { Block } from '../fold/columns/snapshot.ts';
import type { Release, SealedBody } from '../log/types.ts';
import { beginState } from '../membership/begin.ts';
import type { Circle, Membership, State } from '../membership/state.ts';
import { checkBlocks } from './check-blocks.ts';
import { bytesToCheckpoint, type CheckpointParts } from './format.ts';
import type { Part } from './part.ts';
import type { CheckpointRef } from './reference.ts';
import { type ChainRead, type ChainRefusal, verifyChain } from './verify-chain.ts';

/** How far a workspace is known to be: nobody may be shown less. */
export interface Anchor {
  readonly workspace: Uint8Array;
  /** The id of a chain entry that must be there; null where none is known. */
  readonly head: Uint8Array | null;
  readonly n: number;
}

export interface CheckpointRead {
  /** As it was at n, to go on from. */
  readonly state: State;
  readonly chain: ChainRead;
  /** What everyone reads. */
  readonly blocks: readonly Block[];
  readonly sealed: readonly SealedBody[];
  readonly parts: readonly Part[];
  readonly releases: readonly Release[];
}

export type CheckpointRefusal =
  | ChainRefusal
  /** The bytes are no checkpoint, or their parts do not fit each other. */
  | { readonly type: 'CheckpointBroken' }
  | { readonly type: 'OtherWorkspace' }
  /** It stands before what is known already: somebody withholds what came since. */
  | { readonly type: 'OlderThanKnown' };

export async function readCheckpoint(
  bytes: Uint8Array,
  ref: Pick<CheckpointRef, 'n' | 'tip'>,
  anchor: Anchor,
): Promise<CheckpointRead | CheckpointRefusal> {
  const broken = { type: 'CheckpointBroken' } as const;
  const parts = bytesToCheckpoint(bytes);
  if (parts === 'NeedsUpdate') return { type: 'NeedsUpdate' };
  if (parts === null || parts.n !== ref.n || !sameBytes(parts.tip, ref.tip)) return broken;
  if (!sameBytes(parts.workspace, anchor.workspace)) return { type: 'OtherWorkspace' };
  const chain = await verifyChain(parts.workspace, parts.chain);
  if ('type' in chain) return chain;
  if (parts.n < anchor.n || !includes(chain.ids, anchor.head)) return { type: 'OlderThanKnown' };
  const circles = circlesFor(parts, chain.membership);
  if (circles === null || parts.last.length !== chain.membership.devices.length) return broken;
  if (chain.stream !== null && !sameBytes(chain.stream, parts.stream)) return broken;
  const membership = { ...chain.membership, circles };
  const sealed = sealedFor(parts, membership);
  const tables = checkBlocks(parts.blocks, 'everyone', { n: parts.n, membership });
  if (sealed === null || tables === null) return broken;
  if (!parts.parts.every(({ circle, n }) => circles.has(circle) && n <= parts.n)) return broken;
  const { blocks, releases } = parts;
  const state = stateFor(parts, chain, membership);
  return { state, chain, blocks, sealed, parts: parts.parts, releases };
}

function stateFor(parts: CheckpointParts, chain: ChainRead, membership: Membership): State {
  const { workspace, stream, n, tip } = parts;
  const { commit, epoch, tokenEpoch, head, incarnation } = chain;
  return {
    ...beginState({ workspace, stream, commit }),
    incarnation,
    n,
    tip,
    viewsFrom: n,
    views: [tip.slice(0, 16)],
    epoch,
    tokenEpoch,
    kid: bytesToText(kidFor(commit, stream)),
    wires: new Set(parts.wires.map(bytesToText)),
    head,
    chain: [...parts.chain],
    last: [...parts.last],
    membership,
  };
}

function circlesFor(
  { circles }: CheckpointParts,
  { members, devices }: Membership,
): Map<string, Circle> | null {
  const right = circles.every(
    ({ members: people, holders, generation, begins }) =>
      generation >= 1 &&
      begins >= 1 &&
      begins <= generation &&
      people.length > 0 &&
      people.every((id) => members.has(id)) &&
      holders.every((number) => people.includes(devices[number]?.member ?? '')),
  );
  const byId = new Map(circles.map((circle) => [circle.id, { ...circle }]));
  return right && byId.size === circles.length ? byId : null;
}

/** The sealed bodies with their authors, in order; each at a place of its own. */
function sealedFor({ sealed, n }: CheckpointParts, membership: Membership) {
  const bodies: SealedBody[] = [];
  let before = 0;
  for (const body of sealed) {
    const member = membership.devices[body.device]?.member;
    if (member === undefined || body.position <= before || body.position > n) return null;
    if (body.viewN >= body.position) return null;
    bodies.push({ ...body, member });
    before = body.position;
  }
  return bodies;
}

function includes(ids: readonly Uint8Array[], head: Uint8Array | null): boolean {
  return head === null || ids.some((id) => sameBytes(id, head));
}
