/**
 * Counts in memory how often something was asked for, by a key that is forgotten again. Each key has a
 * bucket that fills at a steady rate; a request takes one from it. Nothing of it is ever written.
 */
import type { Rate } from './limits.ts';

export interface Rates {
  /** Takes one; gives undefined, or in how many seconds there will be one again. */
  take(key: string, now: number): number | undefined;
}

interface Bucket {
  left: number;
  at: number;
}

/** A full bucket says nothing that its absence does not say: those are thrown away at this number. */
const bucketsAtMost = 50_000;

export function createRates({ burst, perSecond }: Rate): Rates {
  const buckets = new Map<string, Bucket>();
  return {
    take(key, now) {
      const bucket = buckets.get(key) ?? { left: burst, at: now };
      bucket.left = filled(bucket, now);
      bucket.at = now;
      if (!buckets.has(key)) {
        if (buckets.size >= bucketsAtMost) forgetFull(now);
        buckets.set(key, bucket);
      }
      if (bucket.left < 1) return Math.max(1, Math.ceil((1 - bucket.left) / perSecond));
      bucket.left -= 1;
      return undefined;
    },
  };

  function filled({ left, at }: Bucket, now: number): number {
    return Math.min(burst, left + (Math.max(0, now - at) / 1000) * perSecond);
  }

  /** Where all are in use, the oldest goes: whoever floods with new keys forgets for others too. */
  function forgetFull(now: number): void {
    for (const [key, bucket] of buckets) if (filled(bucket, now) >= burst) buckets.delete(key);
    for (const key of buckets.keys()) {
      if (buckets.size < bucketsAtMost) return;
      buckets.delete(key);
    }
  }
}
