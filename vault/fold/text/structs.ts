/** The structs of an update: joined where they are one run of typing, and written as bytes. */
import * as Y from 'yjs';
import { varints } from './varints.ts';

export type Struct = Y.Item | Y.GC;

/** Appends the right struct to the left where both are one run of typed text. */
export function join(left: Struct, right: Struct, most: number): boolean {
  if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return false;
  if (!(left.content instanceof Y.ContentString) || !(right.content instanceof Y.ContentString)) {
    return false;
  }
  const end = left.id.clock + left.length;
  const goesOn =
    right.id.client === left.id.client &&
    right.id.clock === end &&
    right.origin?.client === left.id.client &&
    right.origin.clock === end - 1 &&
    Y.compareIDs(left.rightOrigin, right.rightOrigin) &&
    left.length + right.length <= most;
  if (!goesOn) return false;
  left.content.mergeWith(right.content);
  left.length += right.length;
  return true;
}

export function updateBytes(structs: readonly Struct[], deletions: Uint8Array): Uint8Array {
  const sections = Map.groupBy(structs, (struct) => struct.id.client);
  const parts: Uint8Array[] = [varints(sections.size)];
  for (const [client, own] of sections) {
    parts.push(varints(own.length, client, own[0]?.id.clock ?? 0), structBytes(own));
  }
  return concat([...parts, deletions]);
}

export function structBytes(structs: readonly Struct[]): Uint8Array {
  const encoder = new Y.UpdateEncoderV1();
  for (const struct of structs) struct.write(encoder, 0);
  return encoder.toUint8Array();
}

export const nothingDeleted = varints(0);

export function deletionBytes(set: ReturnType<typeof Y.mergeDeleteSets>): Uint8Array {
  const parts: Uint8Array[] = [varints(set.clients.size)];
  for (const [client, ranges] of set.clients) {
    parts.push(varints(client, ranges.length));
    for (const { clock, len } of ranges) parts.push(varints(clock, len));
  }
  return concat(parts);
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
