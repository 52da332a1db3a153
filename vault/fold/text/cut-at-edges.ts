/**
 * Structs cut wherever another points between their letters. Yjs cuts them while it places the other,
 * and for one that points to both sides of the same letter the place depends on whether the cut was
 * there before: so all of them are there before.
 */
import * as Y from 'yjs';
import type { Struct } from './structs.ts';

/** One client's structs after another's, each in the order of their clocks. */
export function cutAtEdges(structs: readonly Struct[]): readonly Struct[] {
  const edges = edgesOf(structs);
  const parts: Struct[] = [];
  for (const [client, own] of Map.groupBy(structs, ({ id }) => id.client)) {
    const here = [...(edges.get(client) ?? [])].sort((a, b) => a - b);
    let next = 0;
    for (const struct of own.toSorted((a, b) => a.id.clock - b.id.clock)) {
      let left: Struct = struct;
      const end = struct.id.clock + struct.length;
      while ((here[next] ?? end) <= left.id.clock) next += 1;
      for (; (here[next] ?? end) < end && left instanceof Y.Item; next += 1) {
        const right = cutOff(left, (here[next] ?? end) - left.id.clock);
        parts.push(left);
        left = right;
      }
      parts.push(left);
    }
  }
  return parts;
}

/** Clocks before which something is said to stand, by client. */
function edgesOf(structs: readonly Struct[]): ReadonlyMap<number, ReadonlySet<number>> {
  const edges = new Map<number, Set<number>>();
  const note = (client: number, clock: number) =>
    edges.set(client, (edges.get(client) ?? new Set()).add(clock));
  for (const struct of structs) {
    if (!(struct instanceof Y.Item)) continue;
    if (struct.origin) note(struct.origin.client, struct.origin.clock + 1);
    if (struct.rightOrigin) note(struct.rightOrigin.client, struct.rightOrigin.clock);
  }
  return edges;
}

/** Shortens the item to so many letters and gives the rest as one that follows it. */
function cutOff(left: Y.Item, length: number): Y.Item {
  const { client, clock } = left.id;
  const right = new Y.Item(
    Y.createID(client, clock + length),
    null,
    Y.createID(client, clock + length - 1),
    null,
    left.rightOrigin,
    null,
    null,
    left.content.splice(length),
  );
  left.length = length;
  return right;
}
