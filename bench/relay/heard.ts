/** Finds one mark after the other in what each of many readers receives, however it is cut. */
export interface Heard {
  /** How many readers have the mark. */
  readonly count: number;
  /** When the last of them had it. */
  readonly lastAt: number;
  /** Looks for this mark from now on; resolves when all have it. */
  expect(mark: string): Promise<void>;
  take(reader: number, bytes: Buffer): void;
}

export function createHeard(readers: number): Heard {
  const rest: string[] = Array.from({ length: readers }, () => '');
  const isWaiting: boolean[] = Array.from({ length: readers }, () => false);
  let [wanted, count, lastAt] = ['', 0, Number.NaN];
  let done = () => {};
  return {
    get count() {
      return count;
    },
    get lastAt() {
      return lastAt;
    },
    expect(mark) {
      wanted = mark;
      count = 0;
      rest.fill('');
      isWaiting.fill(true);
      return new Promise((resolve) => {
        done = resolve;
      });
    },
    take(reader, bytes) {
      if (!isWaiting[reader]) return;
      const text = rest[reader] + bytes.toString('latin1');
      if (!text.includes(wanted)) {
        rest[reader] = text.slice(1 - wanted.length);
        return;
      }
      isWaiting[reader] = false;
      count += 1;
      lastAt = performance.now();
      if (count === readers) done();
    },
  };
}
