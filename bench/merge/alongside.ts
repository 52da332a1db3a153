/** Alongside: both replicas' entries, 1,000 edits each as after weeks apart, opened, verified and folded on both sides. */

import { tablesToColumns } from '../../vault/fold/columns/snapshot.ts';
import { createFold, type Fold } from '../../vault/fold/fold.ts';
import { contactEntries, foldFrom } from '../cold-open/alongside.ts';
import { entryKeys, openEntry, sealEntry } from '../entries.ts';
import { pack, unpack } from '../seal.ts';
import type { Contender } from '../subject.ts';
import { base, type Edit, editsBy } from './edits.ts';

const editsPerEntry = 1_000;
const start = 1_800_000_000_000 * 1024;

export async function contender(): Promise<Contender> {
  const keys = await entryKeys();
  return {
    async prepare(count) {
      const fold = createFold({ me: 'me', random: (n) => new Uint8Array(n), now: () => 0 });
      fold.applyAccepted(contactEntries(base()));
      const blocks = [...tablesToColumns(fold.state)];
      const names = new TextEncoder().encode(JSON.stringify(blocks.map(({ name }) => name)));
      const snapshot = pack([names, ...blocks.map(({ bytes }) => bytes)]);
      const sides: Uint8Array<ArrayBuffer>[] = [];
      for (const device of [0, 1] as const) {
        const wires: Uint8Array[] = [];
        for (const run of entriesOf(editsBy(device, count), fold.position)) {
          const about = { position: fold.position + 1, device, hlc: start + wires.length };
          wires.push((await sealEntry(keys, about, run)).wire);
        }
        sides.push(pack(wires));
      }
      return pack([snapshot, ...sides]);
    },
    async measure(bytes, count) {
      const [snapshot, ...packed] = unpack(bytes);
      const sides = packed.map(unpack);
      const folds = [0, 1].map(() => foldFrom((snapshot ?? new Uint8Array()).slice()));
      const from = folds[0]?.position ?? 0;
      // Each side already holds its own edits, as accepted before or after the other's.
      const positions = (side: number) => from + 1 + side * (sides[0]?.length ?? 0);
      for (const [side, fold] of folds.entries()) {
        const own = sides[side]?.map((wire, at) => openEntry(keys, wire, positions(side) + at));
        fold.applyAccepted(await Promise.all(own ?? []));
        fold.tables.all('contacts');
      }
      const begin = performance.now();
      for (const [side, fold] of folds.entries()) {
        const other = 1 - side;
        const coming = sides[other]?.map((wire, at) =>
          openEntry(keys, wire, positions(other) + at),
        );
        const aside = fold.applyAccepted(await Promise.all(coming ?? []));
        if (aside.length > 0) throw new Error('An op was set aside');
      }
      const merged = performance.now() - begin;
      const wireBytes = sides.flat().reduce((sum, { length }) => sum + length, 0);
      return {
        ms: { merge: merged },
        facts: { 'bytes an edit': wireBytes / (2 * count), alike: String(isAlike(folds)) },
      };
    },
  };
}

function entriesOf(edits: readonly Edit[], seen: number) {
  return Array.from({ length: Math.ceil(edits.length / editsPerEntry) }, (_, at) => ({
    seen,
    ops: edits
      .slice(at * editsPerEntry, (at + 1) * editsPerEntry)
      .map(({ id, field, value }) => ({ table: 'contacts', record: id, field, value })),
  }));
}

function isAlike(folds: readonly Fold[]): boolean {
  const [one, two] = folds.map(({ tables }) => JSON.stringify(tables.all('contacts').map(inOrder)));
  return one === two;
}

function inOrder(record: object): [string, unknown][] {
  return Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));
}
