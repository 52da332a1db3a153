/**
 * One form of a text for everybody. Where an item comes to stand is Yjs's to say, and for items that an
 * honest editor makes it says the same in whatever order they arrive. For items made by hand it does
 * not: whoever read the log one by one would see other words in another order than whoever opened a
 * snapshot. So the words are always read from one update that depends on nothing but what is in the
 * text: all its structs, runs of typing joined, applied at once to an empty document.
 */
import * as Y from 'yjs';
import { deletionBytes, join, type Struct, updateBytes } from './structs.ts';

/** Equal for equal texts, whatever the update was cut into. */
export function canonicalUpdate(update: Uint8Array): Uint8Array {
  const { structs, ds } = Y.decodeUpdate(update);
  const joined: Struct[] = [];
  const real = structs.filter((struct): struct is Struct => !(struct instanceof Y.Skip));
  for (const struct of real.sort(byId)) {
    const last = joined.at(-1);
    if (!last || !join(last, struct, Number.POSITIVE_INFINITY)) joined.push(struct);
  }
  return updateBytes(joined, deletionBytes(Y.mergeDeleteSets([ds])));
}

/** A document of one's own with the words as everybody reads them. */
export function readText(update: Uint8Array, into = new Y.Doc(), origin?: unknown): Y.Doc {
  Y.applyUpdate(into, canonicalUpdate(update), origin);
  return into;
}

function byId({ id: a }: Struct, { id: b }: Struct): number {
  return a.client - b.client || a.clock - b.clock;
}
