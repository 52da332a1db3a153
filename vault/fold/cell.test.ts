import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byRank, type Cell, type Stamp, type Write, writeCell } from './cell.ts';

const anyWrites = fc
  .uniqueArray(
    fc.record({
      position: fc.integer({ min: 1, max: 30 }),
      device: fc.nat({ max: 3 }),
      hlc: fc.nat({ max: 4 }),
      lag: fc.nat({ max: 6 }),
    }),
    { maxLength: 12, selector: ({ position }) => position },
  )
  .map((facts) =>
    facts.map(({ position, device, hlc, lag }): Stamp => {
      return { position, device, hlc, seen: Math.max(0, position - 1 - lag) };
    }),
  );

/** The rule read straight off the protocol: entries in order of position, each removing others. */
function byTheRule(stamps: readonly Stamp[]): readonly Write[] {
  let standing: Write[] = [];
  for (const stamp of [...stamps].sort((a, b) => a.position - b.position)) {
    standing = standing.filter(
      (write) => write.stamp.position > stamp.seen && write.stamp.device !== stamp.device,
    );
    standing.push({ value: stamp.position, stamp });
  }
  return standing.sort(byRank);
}

test('a cell holds what the protocol’s rule leaves, in whatever order writes arrive', () => {
  fc.assert(
    fc.property(anyWrites, (stamps) => {
      let cell: Cell | undefined;
      for (const stamp of stamps) cell = writeCell(cell, stamp.position, stamp);
      const standing = cell
        ? [{ value: cell.value, stamp: cell.stamp }, ...[...cell.others].sort(byRank)]
        : [];
      expect(standing).toEqual(byTheRule(stamps));
    }),
    { numRuns: 500 },
  );
});

test('the same write twice changes nothing', () => {
  const stamp = { position: 4, device: 1, hlc: 9, seen: 2 };
  const once = writeCell(undefined, 'words', stamp);
  expect(writeCell(once, 'words', stamp)).toEqual(once);
});
