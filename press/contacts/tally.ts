/** Counts what stays outside, by name, in the order in which it was first met. */
import type { StaysOut } from '@alongside/practice';

export interface Tally {
  /** Once for each row, card or event in which it was filled. */
  add(name: string, another?: boolean): void;
  leftOut(): readonly StaysOut[];
}

export function createTally(): Tally {
  const counts = new Map<string, { name: string; times: number; another: boolean }>();
  return {
    add(name, another = false) {
      const key = `${another} ${name}`;
      const count = counts.get(key);
      if (count) count.times += 1;
      else counts.set(key, { name, times: 1, another });
    },
    leftOut: () =>
      [...counts.values()].map(({ name, times, another }) => ({
        name,
        times,
        ...(another && { another }),
      })),
  };
}
