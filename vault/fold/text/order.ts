/**
 * The structs of an update in an order in which each finds what it points at. Whoever made the update
 * chose how its clients wait for each other, so each struct is looked at a fixed number of times: one
 * that has to wait is called when the very struct it waits for is placed.
 */
import * as Y from 'yjs';

export type Struct = Y.Item | Y.GC | Y.Skip;

/** A struct, or several that are placed together. */
export interface Placed {
  readonly id: Y.ID;
  readonly length: number;
}

/**
 * The order, or undefined where something would wait for ever. Each client's structs go on without a
 * gap; `known` gives the clock up to which a client's are there already.
 */
export function inOrder<S extends Placed>(
  byClient: ReadonlyMap<number, readonly S[]>,
  known: (client: number) => number,
  needs: (placed: S) => readonly Y.ID[],
): readonly S[] | undefined {
  const order: S[] = [];
  const clocks = new Map<number, number>();
  const next = new Map<number, number>();
  const waiting = new Map<S, number[]>();
  for (const client of byClient.keys()) clocks.set(client, known(client));
  const isThere = (id: Y.ID) => id.clock < (clocks.get(id.client) ?? known(id.client));

  const ready = [...byClient.keys()].reverse();
  for (let client = ready.pop(); client !== undefined; client = ready.pop()) {
    const structs = byClient.get(client) ?? [];
    let at = next.get(client) ?? 0;
    for (let struct = structs[at]; struct; struct = structs[at]) {
      const missing = needs(struct).find((id) => !isThere(id));
      if (missing) {
        const holder = structAt(byClient.get(missing.client) ?? [], missing.clock);
        if (!holder) return undefined;
        const others = waiting.get(holder);
        if (others) others.push(client);
        else waiting.set(holder, [client]);
        break;
      }
      order.push(struct);
      clocks.set(client, struct.id.clock + struct.length);
      for (const other of waiting.get(struct) ?? []) ready.push(other);
      at += 1;
    }
    next.set(client, at);
  }
  const all = [...byClient.values()].reduce((sum, structs) => sum + structs.length, 0);
  return order.length === all ? order : undefined;
}

/** What a struct points at. */
export function idsOf(struct: Struct): readonly Y.ID[] {
  if (!(struct instanceof Y.Item)) return [];
  const parent: unknown = struct.parent;
  return [struct.origin, struct.rightOrigin, parent instanceof Y.ID ? parent : null].filter(
    (id) => id !== null,
  );
}

/** The struct that holds this clock, among one client's. */
function structAt<S extends Placed>(structs: readonly S[], clock: number): S | undefined {
  let low = 0;
  let high = structs.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const struct = structs[middle];
    if (!struct || clock < struct.id.clock) high = middle;
    else if (clock >= struct.id.clock + struct.length) low = middle + 1;
    else return struct;
  }
  return undefined;
}
