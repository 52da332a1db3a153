/**
 * Counts in memory how often something was asked for, by a key that is forgotten again. Each key has a
 * bucket that fills at a steady rate; a request takes one from it. Nothing of it is ever written.
 */
import type { Surroundings } from '../surroundings.ts';
import type { Rate } from './limits.ts';

export interface Rates {
  /** Takes one; gives undefined, or in how many seconds there will be one again. */
  take(key: string, now: number): number | undefined;
  /** Forgets every key whose bucket is full again: it would be answered just as one never seen. */
  forget(now: number): void;
  /** How many keys are remembered. */
  readonly size: number;
}

interface Bucket {
  left: number;
  at: number;
}

/** More than that are not remembered, full or not. */
const bucketsAtMost = 50_000;
/** How often keys are forgotten. With the longest time to fill, a minute, this is the limit we state. */
const betweenForgetting = 60_000;

export function createRates({ burst, perSecond }: Rate): Rates {
  const buckets = new Map<string, Bucket>();
  let forgot = Number.NEGATIVE_INFINITY;
  return {
    take(key, now) {
      const bucket = buckets.get(key) ?? { left: burst, at: now };
      bucket.left = filled(bucket, now);
      bucket.at = now;
      if (!buckets.has(key)) {
        if (buckets.size >= bucketsAtMost) makeRoom(now);
        buckets.set(key, bucket);
      }
      if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
      bucket.left -= 1;
      return undefined;
    },
    forget,
    get size() {
      return buckets.size;
    },
  };

  function forget(now: number): void {
    forgot = now;
    for (const [key, bucket] of buckets) if (filled(bucket, now) >= burst) buckets.delete(key);
  }

  function filled({ left, at }: Bucket, now: number): number {
    return Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
  }

  /** Where all are in use, the oldest goes: whoever floods with new keys forgets for others too. */
  function makeRoom(now: number): void {
    // A flood of new keys does not have all of them looked through for each.
    if (Math.abs(now - forgot) >= 1000) forget(now);
    for (const key of buckets.keys()) {
      if (buckets.size < bucketsAtMost) return;
      buckets.delete(key);
    }
  }
}

/** Has each forget what it need not remember, once a minute, until the function that it gives back is called. */
export function startForgetting(rates: readonly Rates[], { now, after }: Surroundings): () => void {
  let cancel = after(betweenForgetting, forget);
  return () => cancel();

  function forget(): void {
    for (const rate of rates) rate.forget(now());
    cancel = after(betweenForgetting, forget);
  }
}
