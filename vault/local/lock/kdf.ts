/**
 * From words to a key: Argon2id, with parameters that are stored beside the lock. Whoever can write
 * the store could lower them and wait for the words to be typed; so anything below the floor is
 * refused before words are even asked for.
 */
import { type Bytes, utf8Bytes } from '../../envelope/bytes.ts';

export interface KdfParameters {
  /** KiB of memory. */
  readonly m: number;
  /** Passes. */
  readonly t: number;
  /** Lanes. */
  readonly p: number;
  readonly salt: Uint8Array;
}

/** What new locks use: 64 MiB, 3 passes (RFC 9106's second recommendation, with one lane). */
export const STRENGTH = { m: 65_536, t: 3, p: 1 } as const;
/** OWASP's least for Argon2id: 19 MiB, 2 passes. */
export const FLOOR = { m: 19_456, t: 2, p: 1 } as const;
/** More than this could only be meant to exhaust the device. */
const CEILING = { m: 1_048_576, t: 16, p: 4 } as const;
const SALT = 16;

export function isStrongEnough({ m, t, p, salt }: KdfParameters): boolean {
  const whole = [m, t, p].every((number) => Number.isSafeInteger(number));
  const above = m >= FLOOR.m && t >= FLOOR.t && p >= FLOOR.p;
  const below = m <= CEILING.m && t <= CEILING.t && p <= CEILING.p;
  return whole && above && below && salt.length === SALT;
}

export function newParameters(random: (length: number) => Bytes): KdfParameters {
  return { ...STRENGTH, salt: random(SALT) };
}

/** Loads the hash: the first derivation need not wait for it. */
export function loadSlowHash() {
  return import('./argon2.ts');
}

/** 32 bytes from the words' key text. Takes a third of a second, in a worker. */
export async function deriveFromWords(text: string, parameters: KdfParameters): Promise<Bytes> {
  const { argon2id } = await loadSlowHash();
  const derived = await argon2id({
    password: utf8Bytes(text),
    salt: parameters.salt,
    memorySize: parameters.m,
    iterations: parameters.t,
    parallelism: parameters.p,
    hashLength: 32,
    outputType: 'binary',
  });
  return Uint8Array.from(derived);
}
