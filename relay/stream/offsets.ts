/**
 * Places in a stream as they are written in addresses and headers: sixteen digits, so that they sort as
 * text. Whoever reads them treats them as opaque.
 */
import type { Position, StreamState } from '../store/store.ts';

const digits = 16;
const written = /^\d{16}$/;

export function offsetOf(position: Position): string {
  return String(position).padStart(digits, '0');
}

/** Undefined where it is no offset of ours. */
export function positionFrom(offset: string | undefined): Position | undefined {
  if (offset === undefined || !written.test(offset)) return undefined;
  const position = Number(offset);
  return Number.isSafeInteger(position) ? position : undefined;
}

/**
 * Where reading begins: `-1` or nothing is what is left of the beginning, `now` is the end. Undefined
 * where it is none of these and no offset.
 */
export function startOf(offset: string | null, state: StreamState): Position | undefined {
  if (offset === null || offset === '-1') return state.start;
  return offset === 'now' ? state.tail : positionFrom(offset);
}
