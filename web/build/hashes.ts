/** Hashes of built files, in the two forms that browsers ask for. */
import { createHash } from 'node:crypto';

/** As in `integrity="…"` and `'sha256-…'`: the algorithm, a hyphen, base64. */
export function integrityOf(bytes: string | Uint8Array, algorithm: 'sha256' | 'sha384'): string {
  return `${algorithm}-${createHash(algorithm).update(bytes).digest('base64')}`;
}
