/** D08, R27: items that no editor makes. However a text was read, everybody has the same words in it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Accepted, Op } from '../../types.ts';
import { columnsToTables, tablesToColumns } from '../columns/snapshot.ts';
import type { Fold } from '../fold.ts';
import { stateHash } from '../state-hash.ts';
import { entry, foldForTest } from '../testing.ts';
import { readText } from './canonical.ts';
import { varints } from './varints.ts';

const op = (update: Uint8Array): Op => ({ table: 'notes', record: 'n', field: 'body', update });

const openedWords = (fold: Fold) => {
  const text = fold.texts.open('notes', 'n', 'body', 'everyone');
  const words = JSON.stringify(text.text.toDelta());
  text.close();
  fold.texts.takeTyped(0, true);
  return words;
};

/** The fold as a device has it that was locked and opened again. */
function reopened(fold: Fold): Fold {
  const { state, refused } = columnsToTables([...tablesToColumns(fold.state)]);
  expect(refused).toEqual([]);
  return foldForTest(state);
}

/** Three letters by one device; the third claims to stand to the right of the second and to its left. */
const twisted = [
  '0101010004010474657874016100',
  '01010101840100016200',
  '01010102c401010101016300',
];

test('bare Yjs reads three letters in two ways, so there is something to mend', () => {
  const log = new Y.Doc();
  for (const update of twisted) Y.applyUpdate(log, Uint8Array.fromHex(update));
  const snapshot = new Y.Doc();
  Y.applyUpdate(snapshot, Y.encodeStateAsUpdate(log));
  const words = [log, snapshot].map((document) => document.getText('text').toString());
  expect(words).toEqual(['acb', 'abc']);
});

test('R27: three letters that Yjs reads in two ways are read in one, from the log and from a snapshot', () => {
  const log = foldForTest();
  twisted.forEach((update, at) => {
    const made = entry({ position: at + 1, device: 1 }, op(Uint8Array.fromHex(update)));
    expect(log.applyAccepted([made])).toEqual([]);
  });
  const again = reopened(log);
  expect(openedWords(again)).toBe(openedWords(log));
  expect(stateHash(again.state, 'everyone')).toEqual(stateHash(log.state, 'everyone'));
});

interface Made {
  readonly device: number;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly erase: number;
}

const some = fc.record<Made>({
  device: fc.integer({ min: 1, max: 3 }),
  kind: fc.nat({ max: 5 }),
  left: fc.nat(),
  right: fc.nat(),
  erase: fc.nat(),
});

const text = (words: string) => {
  const bytes = new TextEncoder().encode(words);
  return [...varints(bytes.length), ...bytes];
};
/** Letters (of one, two or three), a format, an embedded thing, or a value. */
const contents: readonly (readonly [number, readonly number[], number])[] = [
  [4, text('a'), 1],
  [4, text('bc'), 2],
  [4, text('def'), 3],
  [6, [...text('bold'), ...text('true')], 1],
  [5, text('{"a":1}'), 1],
  [8, [1, 126], 1],
];

/** Entries of items that point to the left and the right at whatever there is, as no editor would. */
function history(made: readonly Made[]): readonly Accepted[] {
  const clocks = new Map<number, number>();
  const ids: (readonly [number, number])[] = [];
  return made.map(({ device, kind, left, right, erase }, at) => {
    const [code, content, length] = contents[kind] ?? [4, text('a'), 1];
    const pick = (n: number) => (n % 3 === 0 ? undefined : ids[n % Math.max(ids.length, 1)]);
    const [origin, rightOrigin] = [pick(left), pick(right)];
    const clock = clocks.get(device) ?? 0;
    const bytes = [...varints(1, 1, device, clock)];
    bytes.push(code | (origin ? 0x80 : 0) | (rightOrigin ? 0x40 : 0));
    if (origin) bytes.push(...varints(...origin));
    if (rightOrigin) bytes.push(...varints(...rightOrigin));
    if (!origin && !rightOrigin) bytes.push(1, ...text('text'));
    bytes.push(...content);
    const erased = erase % 4 === 0 ? ids[erase % Math.max(ids.length, 1)] : undefined;
    bytes.push(...(erased ? varints(1, erased[0], 1, erased[1], 1) : [0]));
    for (let n = 0; n < length; n += 1) ids.push([device, clock + n]);
    clocks.set(device, clock + length);
    return entry({ position: at + 1, device }, op(Uint8Array.from(bytes)));
  });
}

test('R27: whatever items are made by hand, log and snapshot give the same words at every place', () => {
  fc.assert(
    fc.property(
      fc.array(some, { minLength: 2, maxLength: 14 }),
      fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
      (made, stops) => {
        const log = foldForTest();
        let often = foldForTest();
        for (const [at, each] of history(made).entries()) {
          expect(log.applyAccepted([each])).toEqual([]);
          expect(often.applyAccepted([each])).toEqual([]);
          if (stops[at]) often = reopened(often);
          if (stops[at]) expect(openedWords(often)).toBe(openedWords(log));
        }
        const hashes = [log, often, reopened(log)].map(({ state }) => stateHash(state, 'everyone'));
        expect(hashes[1]).toEqual(hashes[0]);
        expect(hashes[2]).toEqual(hashes[0]);
      },
    ),
    { numRuns: process.env.NIGHTLY ? 3_000 : 300 },
  );
});

test('for what an editor makes, the one form has the words that Yjs had', () => {
  const edits = fc.array(
    fc.record({
      who: fc.nat(1),
      at: fc.nat(),
      words: fc.string({ maxLength: 4 }),
      erase: fc.nat(3),
    }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(edits, (made) => {
      const documents = [5, 9].map((client) => {
        const document = new Y.Doc();
        document.clientID = client;
        return document;
      });
      for (const [n, { who, at, words, erase }] of made.entries()) {
        const mine = (documents[who] as Y.Doc).getText('text');
        const place = at % (mine.length + 1);
        mine.insert(place, words);
        mine.delete(place, Math.min(erase, mine.length - place));
        if (n % 3 > 0) continue;
        const [a, b] = documents as [Y.Doc, Y.Doc];
        Y.applyUpdate(b, Y.encodeStateAsUpdate(a));
        Y.applyUpdate(a, Y.encodeStateAsUpdate(b));
      }
      for (const document of documents) {
        const update = Y.encodeStateAsUpdate(document);
        const words = document.getText('text').toString();
        expect(readText(update).getText('text').toString()).toBe(words);
      }
    }),
    { numRuns: 150 },
  );
});
