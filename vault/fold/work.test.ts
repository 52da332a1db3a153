/**
 * What one entry may cost those who read it, counted in steps and not in seconds: twice as much in an
 * entry is about twice the work.
 */
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { Op } from '../types.ts';
import { limits } from './limits.ts';
import { entry, foldForTest, set } from './testing.ts';
import { admitUpdate, createBindings } from './text/guard.ts';
import { varints } from './text/varints.ts';

afterEach(() => vi.restoreAllMocks());

class CountedMap<K, V> extends Map<K, V> {
  steps = 0;
  override *[Symbol.iterator](): MapIterator<[K, V]> {
    for (const pair of super.entries()) {
      this.steps += 1;
      yield pair;
    }
  }
}

/** Cells that are looked at when one entry writes so many fields of a record that was deleted. */
function cellsLookedAt(fields: number): number {
  const fold = foldForTest();
  fold.applyAccepted([entry({ position: 1 }, set('a', 'deleted', true))]);
  const table = fold.state.tables.get('asks');
  const cells = new CountedMap(table?.touched.get(0));
  table?.touched.set(0, cells);
  const ops = Array.from({ length: fields }, (_, n) => set('a', `f${n}`, n));
  fold.applyAccepted([entry({ position: 2, seen: 1 }, set('a', 'deleted', true), ...ops)]);
  return cells.steps;
}

test('D16: an entry with many fields of a deleted record is looked over once, not once a field', () => {
  expect(cellsLookedAt(1_000)).toBeGreaterThan(500);
  expect(cellsLookedAt(2_000)).toBeLessThan(2.2 * cellsLookedAt(1_000));
  expect(cellsLookedAt(2_000)).toBeLessThan(5_000);
});

/** Sections of as many clients, each pointing at the one after it, so that one a round could go on. */
function chainOfClients(sections: number): Uint8Array {
  const bytes = [...varints(sections)];
  for (let n = 0; n < sections; n += 1) {
    const client = 1000 + n;
    bytes.push(...varints(1, client, 0));
    if (n === sections - 1) bytes.push(4, 1, 4, ...new TextEncoder().encode('text'), 1, 97);
    else bytes.push(0x84, ...varints(client + 1, 0), 1, 97);
  }
  return Uint8Array.from([...bytes, 0]);
}

test('D16: an update whose clients wait for each other is admitted in steps that grow with its size', () => {
  const work = (sections: number) => {
    const get = vi.spyOn(Map.prototype, 'get');
    expect(admitUpdate(createBindings(), 1, chainOfClients(sections))).toBeUndefined();
    const steps = get.mock.calls.length;
    get.mockRestore();
    return steps;
  };
  const small = work(500);
  expect(small).toBeGreaterThan(500);
  expect(work(1_000)).toBeLessThan(2.2 * small);
});

/** A word, then letters that all claim to stand between its first letter and a later one. */
function crowd(letters: number): Uint8Array {
  const bytes = [...varints(1, letters + 2, 1, 0)];
  bytes.push(4, 1, 4, ...new TextEncoder().encode('text'), 1, 97);
  bytes.push(0x84, ...varints(1, 0, letters), ...Array<number>(letters).fill(122));
  for (let n = 0; n < letters; n += 1) bytes.push(0xc4, ...varints(1, 0, 1, 1 + n), 1, 98);
  return Uint8Array.from([...bytes, 0]);
}

const typing = (update: Uint8Array, record = 'n'): Op => ({
  table: 'notes',
  record,
  field: 'body',
  update,
});

test('D16: an entry carries no more pieces of text than Yjs can place in a moment', () => {
  const most = limits.pieces;
  expect(Y.decodeUpdate(crowd(most - 2)).structs).toHaveLength(most);
  const aside = foldForTest().applyAccepted([
    entry({ position: 1 }, typing(crowd(most - 1))),
    entry({ position: 2 }, typing(crowd(most / 2 - 2), 'a'), typing(crowd(most / 2 - 2), 'b')),
    entry({ position: 3 }, typing(crowd(most / 2), 'c'), typing(crowd(most / 2), 'd')),
  ]);
  expect(aside).toMatchObject([
    { position: 1, op: 0, reason: { type: 'TooManyPieces' } },
    { position: 3, op: 1, reason: { type: 'TooManyPieces' } },
  ]);
});
