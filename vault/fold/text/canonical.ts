/**
 * One order of a text for everybody. Where an item comes to stand is Yjs's to say, and for items that
 * an honest editor makes it says the same in whatever order they arrive. For items made by hand it does
 * not: whoever read the log one by one would see the words in another order than whoever opened a
 * snapshot. So the words are always read from a document that is built anew, in an order that depends on
 * nothing but what is in the text.
 *
 * The order is that of whole runs: items of one client that follow each other as typing does. How a run
 * was cut (by a deletion, by a snapshot) is not the same everywhere, so its parts are placed together,
 * cut where others point between them, and nothing is merged before all is there.
 */
import * as Y from 'yjs';
import { cutAtEdges } from './cut-at-edges.ts';
import { idsOf, inOrder, type Placed } from './order.ts';
import { deletionBytes, nothingDeleted, type Struct, updateBytes } from './structs.ts';

/** Puts the text into the document, empty unless given, with the words as everybody reads them. */
export function readText(update: Uint8Array, into = new Y.Doc(), origin?: unknown): Y.Doc {
  const { structs, ds } = Y.decodeUpdate(update);
  const real = structs.filter((struct): struct is Struct => !(struct instanceof Y.Skip));
  const place = () => {
    for (const turn of turnsOf(cutAtEdges(real)))
      Y.applyUpdate(into, updateBytes(turn, nothingDeleted));
    Y.applyUpdate(into, updateBytes([], deletionBytes(Y.mergeDeleteSets([ds]))));
  };
  Y.transact(into, place, origin, false);
  return into;
}

interface Run extends Placed {
  length: number;
  readonly parts: Struct[];
}

/** All structs, in groups of one client each, in the order to place them. */
function turnsOf(structs: readonly Struct[]): readonly (readonly Struct[])[] {
  const own = [...Map.groupBy(structs, ({ id }) => id.client)].sort(([a], [b]) => a - b);
  const runs = new Map(own.map(([client, parts]) => [client, runsOf(parts)]));
  const known = (client: number) => runs.get(client)?.[0]?.id.clock ?? Number.POSITIVE_INFINITY;
  const order = inOrder(runs, known, ({ parts: [first] }) => (first ? idsOf(first) : []));
  const turns: Struct[][] = [];
  for (const { id, parts } of order ?? [...runs.values()].flat()) {
    const turn = turns.at(-1);
    if (turn?.[0]?.id.client === id.client) for (const part of parts) turn.push(part);
    else turns.push([...parts]);
  }
  return turns;
}

/** One client's structs as runs. */
function runsOf(structs: readonly Struct[]): readonly Run[] {
  const runs: Run[] = [];
  for (const struct of structs) {
    const run = runs.at(-1);
    const last = run?.parts.at(-1);
    if (run && last && goesOn(last, struct)) {
      run.parts.push(struct);
      run.length += struct.length;
    } else runs.push({ id: struct.id, length: struct.length, parts: [struct] });
  }
  return runs;
}

/** Whether the right one follows the left as typing does, whatever either holds or held. */
function goesOn(left: Struct, right: Struct): boolean {
  if (!(left instanceof Y.Item) || !(right instanceof Y.Item)) return false;
  const end = left.id.clock + left.length;
  return (
    right.id.clock === end &&
    right.origin?.client === left.id.client &&
    right.origin.clock === end - 1 &&
    Y.compareIDs(left.rightOrigin, right.rightOrigin)
  );
}
