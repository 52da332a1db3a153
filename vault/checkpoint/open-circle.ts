/**
 * Opens a circle's content on a device that has its key and not what was said before: the newest
 * folded part that the keys open, then the boxes and capsules after it, in order. All or nothing:
 * as long as a piece is missing, the circle's bodies stay sealed.
 */

import { plainToBox } from '../circles/box.ts';
import { bytesToPlain } from '../envelope/cbor-read.ts';
import type { Block } from '../fold/columns/snapshot.ts';
import type { Keyring } from '../identity/types.ts';
import type { Delivered, SealedBody } from '../log/types.ts';
import { openReleased, openSealedBox, releaseOf } from '../log/unseal.ts';
import type { Circle, State } from '../membership/state.ts';
import type { CircleId } from '../types.ts';
import type { Carried } from './carried.ts';
import { checkBlocks } from './check-blocks.ts';
import { openPart, type PartContent } from './part.ts';

export type Content = Extract<Delivered, { readonly type: 'Content' }>;

export interface CircleOpened {
  /** To merge into the tables first; null where there was no folded part. */
  readonly blocks: readonly Block[] | null;
  /** To apply after them. */
  readonly contents: readonly Content[];
}

/**
 * Opens the circle and notes in `carried` that it is open; null where something is missing still.
 * For a device that holds the circle's current key.
 */
export async function openCircle(
  id: CircleId,
  state: State,
  keys: Keyring,
  carried: Carried,
): Promise<CircleOpened | null> {
  const circle = state.membership.circles.get(id);
  if (circle === undefined || !keys.circle(id, circle.generation)) return null;
  const part = carried.parts.get(id);
  const content = part === undefined ? null : await contentOfPart(part, state, keys);
  if (part !== undefined && content === null) return null;
  const after = part?.n ?? 0;
  const bodies = carried.sealed.filter(
    ({ circles, position }) => circles[0] === id && position > after,
  );
  if (bodies.some((body) => isMissing(body, circle, keys))) return null;
  const opened = await Promise.all(bodies.map((body) => contentOf(body, state, keys)));
  const contents = opened.filter((one) => one !== null);
  note(carried, id, after, content, contents);
  return { blocks: content?.blocks ?? null, contents };
}

async function contentOfPart(
  part: Parameters<typeof openPart>[0],
  state: State,
  keys: Keyring,
): Promise<PartContent | null> {
  const secret = keys.circle(part.circle, part.generation);
  const content = secret && (await openPart(part, secret, state.workspace));
  if (!content) return null;
  const at = { n: part.n, membership: state.membership };
  return checkBlocks(content.blocks, { circle: part.circle }, at) === null ? null : content;
}

/** A box under a key that this device was never given, from the time that can still be read. */
function isMissing(body: SealedBody, circle: Circle, keys: Keyring): boolean {
  if (body.kind === 'capsule') return false;
  const box = plainToBox(bytesToPlain(body.body) ?? null);
  if (box === null || box.generation < circle.begins) return false;
  return keys.circle(circle.id, box.generation) === undefined;
}

async function contentOf(body: SealedBody, state: State, keys: Keyring): Promise<Content | null> {
  if (body.kind === 'box') return openSealedBox(body, keys, state.workspace);
  const release = await releaseOf(body, keys, state.workspace);
  return release && openReleased(body, release, state.workspace);
}

function note(
  carried: Carried,
  id: CircleId,
  after: number,
  content: PartContent | null,
  contents: readonly Content[],
): void {
  const read = new Set(contents.map(({ accepted }) => accepted.position));
  carried.sealed = carried.sealed.filter(
    ({ kind, circles, position }) =>
      kind === 'capsule' || circles[0] !== id || (position > after && !read.has(position)),
  );
  for (const release of content?.releases ?? []) {
    carried.releases.push({ ...release, audience: { circle: id } });
  }
  for (const { releases } of contents) {
    for (const release of releases) {
      carried.releases.push({ ...release, audience: { circle: id } });
    }
  }
  const last = contents.findLast(({ capsule }) => !capsule)?.accepted.position;
  carried.opened.set(id, Math.max(carried.opened.get(id) ?? 0, after, last ?? 0));
  carried.parts.delete(id);
  carried.waiting.delete(id);
  carried.open.add(id);
}
