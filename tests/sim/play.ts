/**
 * Plays a property so that a failure can be repeated: on every push with one seed, with NIGHTLY=1 or
 * SEED=… with another; the seed is printed, and with a failure the shrunk story.
 */
import fc from 'fast-check';

/** The same on every push. */
const PUSH_SEED = 20_260_105;

export const nightly = process.env.NIGHTLY === '1';

/** Milliseconds for a test that plays many histories: they are counted, and only a hang is timed. */
export const PATIENCE = nightly ? 7_200_000 : 300_000;

/** So many on each push, so many with NIGHTLY=1. */
export function rounds(push: number, night: number): number {
  return nightly ? night : push;
}

export function seedOf(name: string): number {
  const given = Number(process.env.SEED);
  const seed = process.env.SEED ? given : nightly ? Date.now() % 2 ** 31 : PUSH_SEED;
  console.log(`${name}: SEED=${seed}`);
  return seed;
}

/** Checks that `play` fails for none; else tells the smallest that failed, by `tell`. */
export async function playAll<T>(
  name: string,
  any: fc.Arbitrary<T>,
  numRuns: number,
  play: (one: T) => Promise<unknown>,
  tell: (one: T) => string = (one) => JSON.stringify(one),
): Promise<void> {
  const seed = seedOf(name);
  const property = fc.asyncProperty(any, async (one) => void (await play(one)));
  const details = await fc.check(property, { seed, numRuns });
  if (!details.failed) return;
  const [smallest] = details.counterexample ?? [];
  const cause = details.errorInstance;
  throw new Error(
    [
      `${name} failed after ${details.numRuns} of ${numRuns}, shrunk ${details.numShrinks} times.`,
      `SEED=${seed} npm test -- sim`,
      smallest === undefined ? '' : tell(smallest),
      cause instanceof Error ? (cause.stack ?? cause.message) : String(cause),
    ].join('\n'),
  );
}
