/** How long one edit takes: the median of samples of fifty, after some that do not count. */
import { spread } from '../report.ts';

const samples = 60;
const together = 50;

/** Microseconds an edit. `edit` is given 0, 1, 2, … and must throw if its value cannot be read. */
export function microseconds(edit: (at: number) => void, most = samples): number {
  const warm = Math.floor(most / 6);
  const times: number[] = [];
  for (let sample = -warm; sample < most; sample += 1) {
    const begin = performance.now();
    for (let at = 0; at < together; at += 1) edit((sample + warm) * together + at);
    if (sample >= 0) times.push(((performance.now() - begin) / together) * 1000);
  }
  return spread(times).median;
}

/** Microseconds each when many are under way at once. */
export async function pipelined(work: (at: number) => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 12; round += 1) {
    const begin = performance.now();
    await Promise.all(Array.from({ length: together }, (_, at) => work(round * together + at)));
    if (round >= 2) times.push(((performance.now() - begin) / together) * 1000);
  }
  return spread(times).median;
}

export function expectSeen(seen: unknown, written: unknown): void {
  if (seen !== written) throw new Error('The edit is not seen');
}
