/**
 * What the fold keeps: any value within these structural limits. They are counts, never time
 * budgets, so that every replica reaches the same verdict. Schemas are not here: rooms apply them
 * when they read.
 */
import { MAX_DEPTH } from '../envelope/cbor-read.ts';
import type { Change, Op, Value } from '../types.ts';

export const limits = {
  /** Levels of lists and maps inside one value: an entry's CBOR has `MAX_DEPTH`, and four are around it. */
  depth: MAX_DEPTH - 4,
  /** Bytes of one value, encoded as CBOR. */
  valueBytes: 65_536,
  /** UTF-16 units of a table's, record's or field's name. */
  name: 128,
  /** Bytes of one Yjs update: what fits in an entry. */
  updateBytes: 262_144,
  /**
   * Pieces of text (Yjs structs) in all updates of one entry. Placing one can mean a walk past all others,
   * so this bounds the square of it.
   */
  pieces: 4096,
} as const;

export type BeyondLimits =
  | { readonly type: 'BadName'; readonly of: 'table' | 'record' | 'field' }
  | { readonly type: 'BadValue'; readonly because: 'kind' | 'depth' | 'size' | 'text' | 'number' }
  | { readonly type: 'BadUpdate'; readonly because: 'kind' | 'size' };

/** Why the op cannot be kept, or undefined where it can. Never throws, whatever it is given. */
export function beyondLimits(op: Op | Change): BeyondLimits | undefined {
  if (!isName(op.table)) return { type: 'BadName', of: 'table' };
  if (!isName(op.record)) return { type: 'BadName', of: 'record' };
  if (!isName(op.field) || op.field === 'id') return { type: 'BadName', of: 'field' };
  if ('update' in op) {
    if (!(op.update instanceof Uint8Array)) return { type: 'BadUpdate', because: 'kind' };
    return op.update.length > limits.updateBytes
      ? { type: 'BadUpdate', because: 'size' }
      : undefined;
  }
  const measured = measure(op.value, 0);
  if (typeof measured === 'string') return { type: 'BadValue', because: measured };
  return measured > limits.valueBytes ? { type: 'BadValue', because: 'size' } : undefined;
}

/** Rooms hand over only what can be kept: anything else is our mistake, and throws. */
export function assertWithinLimits(changes: readonly Change[]): void {
  for (const change of changes) {
    const beyond = beyondLimits(change);
    if (beyond) throw new Error(`A change must stay within the limits: ${JSON.stringify(beyond)}`);
  }
}

/** `__proto__` is refused because a record becomes a plain object. */
function isName(name: unknown): name is string {
  return (
    typeof name === 'string' &&
    name.length > 0 &&
    name.length <= limits.name &&
    name !== '__proto__' &&
    name.isWellFormed()
  );
}

type Fault = 'kind' | 'depth' | 'size' | 'text' | 'number';

/** Bytes the value takes in CBOR, nine for any number; or what is wrong with it. */
function measure(value: Value | undefined, depth: number): number | Fault {
  switch (typeof value) {
    case 'boolean':
      return 1;
    case 'number':
      return Number.isFinite(value) ? 9 : 'number';
    case 'string':
      return measureString(value);
    case 'object':
      if (value === null) return 1;
      if (value instanceof Uint8Array) return value.length + 5;
      if (depth >= limits.depth) return 'depth';
      return Array.isArray(value) ? measureList(value, depth) : measureMap(value, depth);
    default:
      return 'kind';
  }
}

function measureString(value: string): number | Fault {
  if (value.length > limits.valueBytes) return 'size';
  if (!value.isWellFormed()) return 'text';
  let bytes = value.length + 5;
  for (let at = 0; at < value.length; at += 1) {
    const unit = value.charCodeAt(at);
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1;
  }
  return bytes;
}

function measureList(list: readonly Value[], depth: number): number | Fault {
  if (list.length > limits.valueBytes) return 'size';
  let bytes = 5;
  for (let at = 0; at < list.length; at += 1) {
    const item = measure(list[at], depth + 1);
    if (typeof item === 'string') return item;
    bytes += item;
    if (bytes > limits.valueBytes) return 'size';
  }
  return bytes;
}

function measureMap(map: object, depth: number): number | Fault {
  const prototype = Object.getPrototypeOf(map);
  if (prototype !== Object.prototype && prototype !== null) return 'kind';
  let bytes = 5;
  for (const [key, value] of Object.entries(map)) {
    if (key === '__proto__') return 'kind';
    const name = measureString(key);
    if (typeof name === 'string') return name;
    const item = measure(value, depth + 1);
    if (typeof item === 'string') return item;
    bytes += name + item;
    if (bytes > limits.valueBytes) return 'size';
  }
  return bytes;
}
