/** Values are frozen before rooms see them, so that one reader cannot change what another reads. */
import type { Value } from '../types.ts';

/** Freezes lists and maps through and through. Bytes cannot be frozen and are left as they are. */
export function freezeValue(value: Value): Value {
  if (value === null || typeof value !== 'object' || value instanceof Uint8Array) return value;
  if (Object.isFrozen(value)) return value;
  for (const item of Object.values(value)) freezeValue(item as Value);
  return Object.freeze(value);
}
