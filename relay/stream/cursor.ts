/**
 * The cursor of live reads (Durable Streams, "Caching and Collapsing"): the number of twenty-second
 * intervals since the protocol's epoch. It only matters to caches between, which this server asks to
 * keep nothing; it is given because clients of the protocol expect it.
 */
const epoch = Date.UTC(2024, 9, 9);
const interval = 20_000;

/** The cursor now; above `theirs` where a client brought one that is not behind. */
export function cursorAt(now: number, theirs: string | null): string {
  const ours = Math.floor((now - epoch) / interval);
  const brought = theirs !== null && /^\d{1,15}$/.test(theirs) ? Number(theirs) : -1;
  return String(brought >= ours ? brought + 1 : ours);
}
