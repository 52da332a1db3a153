/**
 * Chooses and joins blocks by audience without looking into them: a checkpoint for all leaves the
 * circles' blocks out, and who may read a circle puts its blocks beside the others.
 */
import type { Audience } from '../../types.ts';
import { attempt } from './bytes.ts';
import { withChecksum, withoutChecksum } from './checksum.ts';
import { bytesToHead, HEAD, type Head, headToBytes } from './head.ts';
import type { Block } from './snapshot.ts';

/** The audiences that have blocks here, or undefined where the head is broken or missing. */
export function audiencesOf(blocks: readonly Block[]): readonly Audience[] | undefined {
  const head = headOf(blocks);
  if (!head) return undefined;
  const circles = new Set<string>();
  for (const { audience } of head.parts) if (audience !== 'everyone') circles.add(audience.circle);
  const everyone = head.parts.some(({ audience }) => audience === 'everyone');
  return [
    ...(everyone ? ['everyone' as const] : []),
    ...[...circles].map((circle) => ({ circle })),
  ];
}

/** The blocks of the audiences that `of` chooses, with a head of their own. */
export function blocksOf(
  blocks: readonly Block[],
  of: (audience: Audience) => boolean,
): readonly Block[] | undefined {
  const head = headOf(blocks);
  if (!head) return undefined;
  return withHead({ ...head, parts: head.parts.filter(({ audience }) => of(audience)) }, blocks);
}

/** Sets of blocks of different audiences as one. Undefined where a head is broken or missing. */
export function joinBlocks(sets: readonly (readonly Block[])[]): readonly Block[] | undefined {
  const heads = sets.map(headOf);
  if (!heads.every((head) => head !== undefined)) return undefined;
  const head: Head = {
    position: Math.max(0, ...heads.map(({ position }) => position)),
    members: new Map(heads.flatMap(({ members }) => [...members])),
    parts: heads.flatMap(({ parts }) => parts),
  };
  return withHead(head, sets.flat());
}

function headOf(blocks: readonly Block[]): Head | undefined {
  const block = blocks.find(({ name }) => name === HEAD);
  return block && attempt(() => bytesToHead(withoutChecksum(block.bytes, false)));
}

function withHead(head: Head, blocks: readonly Block[]): readonly Block[] {
  const names = new Set(head.parts.map(({ name }) => name));
  return [
    { name: HEAD, bytes: withChecksum(headToBytes(head)) },
    ...blocks.filter(({ name }) => names.has(name)),
  ];
}
