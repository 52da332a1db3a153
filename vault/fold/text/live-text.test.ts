import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { seededRandom } from '../../testing/random.ts';
import { columnsToTables, tablesToColumns } from '../columns/snapshot.ts';
import type { Fold } from '../fold.ts';
import { entry, foldForTest, start } from '../testing.ts';
import { joinUpdates } from './join-updates.ts';

/** Two people on one log: `say` types, `sync` lets everything typed be accepted by both. */
function pair() {
  let time = start;
  let position = 0;
  const folds = [11, 23].map((seed) => {
    return foldForTest(undefined, { now: () => time, random: seededRandom(`fold ${seed}`) });
  }) as [Fold, Fold];
  const texts = folds.map((fold) => fold.texts.open('notes', 'n', 'body', 'everyone'));
  const sync = (all = true) => {
    let updates = 0;
    for (const [device, fold] of folds.entries()) {
      for (const { batch, seen, op } of fold.texts.takeTyped(time, all)) {
        position += 1;
        updates += 1;
        for (const each of folds) {
          const aside = each.applyAccepted([entry({ position, device, seen }, op)]);
          expect(aside).toEqual([]);
        }
        fold.giveUp([batch]);
      }
    }
    return updates;
  };
  const wait = (ms: number) => {
    time += ms;
  };
  return {
    folds,
    texts,
    sync,
    wait,
    amina: texts[0]?.text as Y.Text,
    ruth: texts[1]?.text as Y.Text,
  };
}

test('two people typing in one paragraph both keep their words', () => {
  const { amina, ruth, sync } = pair();
  amina.insert(0, 'We came.');
  sync();
  amina.insert(7, ' because of them');
  ruth.insert(0, 'Yes: ');
  sync();
  expect(amina.toString()).toBe('Yes: We came because of them.');
  expect(ruth.toString()).toBe(amina.toString());
});

test('typing leaves as one update after a pause of two seconds, or after five seconds', () => {
  const { amina, sync, wait } = pair();
  for (const letter of 'hello') {
    amina.insert(amina.length, letter);
    wait(300);
  }
  expect(sync(false)).toBe(0);
  wait(1_700);
  expect(sync(false)).toBe(1);
  for (let letters = 0; letters < 16; letters += 1) {
    amina.insert(amina.length, 'x');
    wait(320);
    if (letters < 15) expect(sync(false)).toBe(0);
  }
  expect(sync(false)).toBe(1);
});

test('what was sent and not read back is still there when the text is opened again', () => {
  const { folds, texts, amina } = pair();
  amina.insert(0, 'on its way');
  texts[0]?.close();
  const sent = folds[0].texts.takeTyped(start, false);
  expect(sent).toHaveLength(1);
  const again = folds[0].texts.open('notes', 'n', 'body', 'everyone');
  expect(again.toString()).toBe('on its way');
});

test('joining updates keeps the document, in fewer structs and bytes', () => {
  const edits = fc.array(
    fc.record({ at: fc.nat(), words: fc.string({ maxLength: 5 }), erase: fc.nat({ max: 3 }) }),
    { minLength: 1, maxLength: 40 },
  );
  fc.assert(
    fc.property(edits, fc.constantFrom(40, 100_000), (made, most) => {
      const document = new Y.Doc();
      document.clientID = 5;
      const updates: Uint8Array[] = [];
      document.on('update', (update: Uint8Array) => updates.push(update));
      const text = document.getText('text');
      for (const { at, words, erase } of made) {
        const place = at % (text.length + 1);
        text.insert(place, words);
        text.delete(place, Math.min(erase, text.length - place));
      }
      if (updates.length === 0) return;
      const joined = joinUpdates(updates, most);
      const other = new Y.Doc();
      for (const update of joined) Y.applyUpdate(other, update);
      expect(other.getText('text').toString()).toBe(text.toString());
      expect(other.store.pendingStructs).toBeNull();
      expect(Y.encodeStateVector(other)).toEqual(Y.encodeStateVector(document));
    }),
    { numRuns: 150 },
  );
});

test('a whole text of several writers that is parted can be read part by part', () => {
  const edits = fc.array(
    fc.record({ who: fc.nat(2), at: fc.nat(), words: fc.string({ minLength: 1, maxLength: 9 }) }),
    {
      minLength: 3,
      maxLength: 30,
    },
  );
  fc.assert(
    fc.property(edits, fc.constantFrom(30, 100, 100_000), (made, most) => {
      const whole = new Y.Doc();
      const writers = [100, 90, 80].map((client) => {
        const writer = new Y.Doc();
        writer.clientID = client;
        return writer;
      });
      for (const [n, { who, at, words }] of made.entries()) {
        const writer = writers[who] as Y.Doc;
        if (n % 3 > 0) Y.applyUpdate(writer, Y.encodeStateAsUpdate(whole));
        const text = writer.getText('text');
        text.insert(at % (text.length + 1), words);
        Y.applyUpdate(whole, Y.encodeStateAsUpdate(writer));
      }
      const fold = foldForTest();
      const parts = joinUpdates([Y.encodeStateAsUpdate(whole)], most);
      for (const [at, update] of parts.entries()) {
        const op = { table: 'notes', record: 'n', field: 'body', update };
        expect(fold.applyAccepted([entry({ position: at + 1 }, op)])).toEqual([]);
      }
      const read = fold.texts.open('notes', 'n', 'body', 'everyone');
      expect(read.toString()).toBe(whole.getText('text').toString());
    }),
    { numRuns: 100 },
  );
});

test('R26: 20,000 typed characters and a document of 1 MB open within half a second', () => {
  const { folds, texts, amina, sync, wait } = pair();
  for (let letters = 0; letters < 20_000; letters += 1) {
    amina.insert(amina.length, 'abcdefgh '[letters % 9] ?? ' ');
    if (letters % 20 === 19) {
      wait(2_000);
      sync(false);
    }
  }
  amina.insert(0, 'A megabyte of minutes. '.repeat(45_000));
  expect(sync()).toBeGreaterThan(1);
  for (const text of texts) text.close();
  const words = amina.toString();

  const { state } = columnsToTables([...tablesToColumns(folds[1].state)]);
  const reader = foldForTest(state);
  const before = performance.now();
  const opened = reader.texts.open('notes', 'n', 'body', 'everyone').toString();
  expect(performance.now() - before).toBeLessThan(500);
  expect(opened.length).toBe(1_055_000);
  expect(opened).toBe(words);
});
