/**
 * Circles that this device was taken into after they had begun: fetches what was said before, and
 * hands it to the page. Circles of others are carried along, so that a checkpoint made here has them.
 */
import type { Carried } from '../../../checkpoint/carried.ts';
import { fetchPart, partToFetch, takePart } from '../../../checkpoint/circle-part.ts';
import { openCircle } from '../../../checkpoint/open-circle.ts';
import type { Block } from '../../../fold/columns/snapshot.ts';
import type { Children } from '../../../log/children.ts';
import type { Replica } from '../../../log/types.ts';
import type { Accepted } from '../../../types.ts';

export interface TakenIn {
  readonly blocks: readonly Block[];
  readonly entries: readonly Accepted[];
}

/** What became readable; empty where nothing did. Where the server is away it is tried again later. */
export async function takeInCircles(
  { state, keys }: Replica,
  carried: Carried,
  children: Children,
): Promise<readonly TakenIn[]> {
  const taken: TakenIn[] = [];
  for (const id of state.membership.circles.keys()) {
    const seen = partToFetch(carried, id);
    if (seen) {
      const part = await fetchPart(children, seen.checkpoint, state.workspace);
      if (!('type' in part)) takePart(carried, part);
    }
    if (!carried.waiting.has(id)) continue;
    const opened = await openCircle(id, state, keys, carried);
    if (opened === null) continue;
    taken.push({
      blocks: opened.blocks ?? [],
      entries: opened.contents.map(({ accepted }) => accepted),
    });
  }
  return taken;
}
