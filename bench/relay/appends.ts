/** How many appends a second, by so many writers at once, each waiting for its answer before the next. */
import type { PeerStream } from './peer.ts';

export interface Appended {
  readonly perSecond: number;
  /** Milliseconds until an answer, of one in a hundred. */
  readonly p99: number;
  /** Every message that was acknowledged. */
  readonly acknowledged: readonly string[];
}

export interface AppendLoad {
  readonly writers: number;
  readonly milliseconds: number;
  /** No more than so many. */
  readonly atMost: number;
  readonly next: () => string;
}

export async function appendFor(stream: PeerStream, load: AppendLoad): Promise<Appended> {
  const { writers, milliseconds, atMost, next } = load;
  const connections = await Promise.all(Array.from({ length: writers }, () => stream.writer()));
  const acknowledged: string[] = [];
  const took: number[] = [];
  const begin = performance.now();
  const end = begin + milliseconds;
  await Promise.all(
    connections.map(async ({ append }) => {
      for (let now = performance.now(); now < end && took.length < atMost; ) {
        const message = next();
        await append(message);
        const later = performance.now();
        took.push(later - now);
        acknowledged.push(message);
        now = later;
      }
    }),
  );
  const seconds = (performance.now() - begin) / 1000;
  for (const { close } of connections) close();
  return { perSecond: took.length / seconds, p99: at(took, 0.99), acknowledged };
}

/** The number below which this part of them lies. */
export function at(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
}
