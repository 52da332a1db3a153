/**
 * What a Yjs update may do, decided before Yjs sees it. Yjs trusts client ids: whoever forges one
 * can make replicas differ for ever, or silence a person with eleven bytes. So a client id belongs
 * to the device that used it first in this text, its clock goes on without a gap, nothing points at
 * what is not there, and no update leaves anything pending. Deleting others' words is editing, and
 * is allowed. All limits are counts, so that every replica reaches the same verdict.
 */
import * as Y from 'yjs';

export type TextRefusal = {
  readonly type: 'UpdateRefused';
  readonly because:
    | 'unreadable'
    | 'foreign-client'
    | 'clock-gap'
    | 'skip'
    | 'length'
    | 'content'
    | 'missing-parent'
    | 'delete-beyond'
    | 'too-many-clients';
};

/** Client ids one device may use in one text: sessions and tabs of many years. */
export const clientsPerDevice = 10_000;
/** Longest run of collected or deleted characters in one struct: more would only burn clocks. */
export const collectedLength = 65_536;

export interface Binding {
  readonly device: number;
  readonly clock: number;
}

/** The client ids of one text: whose each is, and its next clock. */
export interface Bindings {
  readonly byClient: Map<number, Binding>;
  readonly perDevice: Map<number, number>;
}

type Struct = Y.Item | Y.GC | Y.Skip;

export function createBindings(): Bindings {
  return { byClient: new Map(), perDevice: new Map() };
}

export function bind(bindings: Bindings, client: number, binding: Binding): void {
  if (!bindings.byClient.has(client)) {
    bindings.perDevice.set(binding.device, (bindings.perDevice.get(binding.device) ?? 0) + 1);
  }
  bindings.byClient.set(client, binding);
}

/**
 * Admits the device's update and binds its client ids, or says why not and changes nothing. An
 * admitted update applies to a document with these clocks without error and leaves nothing pending.
 */
export function admitUpdate(
  bindings: Bindings,
  device: number,
  update: Uint8Array,
): TextRefusal | undefined {
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return refused('unreadable');
  }
  const byClient = Map.groupBy<number, Struct>(decoded.structs, (struct) => struct.id.client);
  // Yjs keeps only the last of two sections of one client, where the decoder lists both.
  if (sectionCount(update) !== byClient.size) return refused('unreadable');

  for (const [client, structs] of byClient) {
    const because = badStructs(bindings, device, client, structs);
    if (because) return refused(because);
  }
  const fresh = [...byClient.keys()].filter((client) => !bindings.byClient.has(client));
  if ((bindings.perDevice.get(device) ?? 0) + fresh.length > clientsPerDevice) {
    return refused('too-many-clients');
  }
  const clocks = clocksAfter(bindings, byClient);
  if (!clocks) return refused('missing-parent');
  for (const [client, ranges] of decoded.ds.clients) {
    const known = clocks.get(client) ?? bindings.byClient.get(client)?.clock ?? 0;
    const beyond = ranges.some(({ clock, len }) => len < 1 || clock + len > known);
    if (beyond) return refused('delete-beyond');
  }
  for (const [client, clock] of clocks) bind(bindings, client, { device, clock });
  return undefined;
}

function refused(because: TextRefusal['because']): TextRefusal {
  return { type: 'UpdateRefused', because };
}

/** The update begins with its number of sections, as a variable-length integer. */
function sectionCount(update: Uint8Array): number {
  let count = 0;
  let scale = 1;
  for (const byte of update) {
    count += (byte & 0x7f) * scale;
    if (byte < 0x80) return count;
    scale *= 128;
  }
  return -1;
}

function badStructs(
  bindings: Bindings,
  device: number,
  client: number,
  structs: readonly Struct[],
): TextRefusal['because'] | undefined {
  const bound = bindings.byClient.get(client);
  if (bound && bound.device !== device) return 'foreign-client';
  let clock = bound?.clock ?? 0;
  for (const struct of structs) {
    if (struct instanceof Y.Skip) return 'skip';
    if (struct.id.clock !== clock) return 'clock-gap';
    if (struct.length < 1) return 'length';
    if (struct instanceof Y.GC || struct.content instanceof Y.ContentDeleted) {
      if (struct.length > collectedLength) return 'length';
    } else if (!isTextContent(struct.content)) return 'content';
    clock += struct.length;
  }
  return Number.isSafeInteger(clock) ? undefined : 'length';
}

/** What rich text is made of. Subdocuments, bytes and the old JSON content have no use here. */
export function isTextContent(content: Y.Item['content']): boolean {
  return (
    content instanceof Y.ContentString ||
    content instanceof Y.ContentFormat ||
    content instanceof Y.ContentType ||
    content instanceof Y.ContentEmbed ||
    content instanceof Y.ContentAny
  );
}

/**
 * The clocks after integrating all structs, each only once what it points at is there, as Yjs will;
 * undefined where one would wait for ever.
 */
function clocksAfter(
  bindings: Bindings,
  byClient: ReadonlyMap<number, readonly Struct[]>,
): Map<number, number> | undefined {
  const clocks = new Map<number, number>();
  for (const client of byClient.keys())
    clocks.set(client, bindings.byClient.get(client)?.clock ?? 0);
  const isThere = (id: Y.ID | null) =>
    id === null ||
    id.clock < (clocks.get(id.client) ?? bindings.byClient.get(id.client)?.clock ?? 0);
  const next = new Map<number, number>();
  let left = [...byClient.values()].reduce((sum, structs) => sum + structs.length, 0);
  while (left > 0) {
    const before = left;
    for (const [client, structs] of byClient) {
      let at = next.get(client) ?? 0;
      for (
        let struct = structs[at];
        struct && pointsAtKnown(struct, isThere);
        struct = structs[at]
      ) {
        clocks.set(client, struct.id.clock + struct.length);
        at += 1;
        left -= 1;
      }
      next.set(client, at);
    }
    if (left === before) return undefined;
  }
  return clocks;
}

function pointsAtKnown(struct: Struct, isThere: (id: Y.ID | null) => boolean): boolean {
  if (!(struct instanceof Y.Item)) return true;
  const parent: unknown = struct.parent;
  return (
    isThere(struct.origin) &&
    isThere(struct.rightOrigin) &&
    (!(parent instanceof Y.ID) || isThere(parent))
  );
}
