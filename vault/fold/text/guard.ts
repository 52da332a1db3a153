/**
 * What a Yjs update may do, decided before Yjs sees it. Yjs trusts client ids: whoever forges one
 * can make replicas differ for ever, or silence a person with eleven bytes. So a client id belongs
 * to the device that used it first in this text, its clock goes on without a gap, nothing points at
 * what is not there, and no update leaves anything pending. Deleting others' words is editing, and
 * is allowed. All limits are counts, so that every replica reaches the same verdict.
 */
import * as Y from 'yjs';
import { limits } from '../limits.ts';
import { isDeeperThan } from './depth.ts';
import { idsOf, inOrder, type Struct } from './order.ts';

/** How many more pieces of text this entry may bring: what it brings is taken off. */
export interface Room {
  pieces: number;
}

export type TextRefusal =
  | { readonly type: 'TooManyPieces' }
  | {
      readonly type: 'UpdateRefused';
      readonly because:
        | 'unreadable'
        | 'foreign-client'
        | 'clock-gap'
        | 'skip'
        | 'length'
        | 'content'
        | 'depth'
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
  room: Room = { pieces: limits.pieces },
): TextRefusal | undefined {
  if (isDeeperThan(limits.depth, update)) return refused('depth');
  let decoded: ReturnType<typeof Y.decodeUpdate>;
  try {
    decoded = Y.decodeUpdate(update);
  } catch {
    return refused('unreadable');
  }
  const pieces = decoded.structs.length;
  if (pieces > room.pieces) return { type: 'TooManyPieces' };
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
  const knownClock = (client: number) => bindings.byClient.get(client)?.clock ?? 0;
  const order = inOrder(byClient, knownClock, idsOf);
  if (!order) return refused('missing-parent');
  const clocks = new Map(order.map(({ id, length }) => [id.client, id.clock + length]));
  for (const [client, ranges] of decoded.ds.clients) {
    const known = clocks.get(client) ?? knownClock(client);
    const beyond = ranges.some(({ clock, len }) => len < 1 || clock + len > known);
    if (beyond) return refused('delete-beyond');
  }
  for (const [client, clock] of clocks) bind(bindings, client, { device, clock });
  room.pieces -= pieces;
  return undefined;
}

type Because = Extract<TextRefusal, { readonly because: string }>['because'];

function refused(because: Because): TextRefusal {
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
): Because | undefined {
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
    // Attributes of a text have no use here; which of two stands would be Yjs's to say.
    else if (struct.parentSub !== null) return 'content';
    // A text is flat: deleting what stands in each other's inside would go as deep as that.
    else if ((struct.parent as unknown) instanceof Y.ID) return 'depth';
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
