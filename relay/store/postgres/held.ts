/** A stream's row: how it is held, written down, and checked. */
import { type RowValue, rowChecksum } from '../crc32c.ts';
import { stateOfRow } from '../state-of-row.ts';
import type { StreamState } from '../store.ts';
import { Met, type Row } from './connections.ts';

/** A stream as its row has it: its state, and what only the store counts. */
export interface Held {
  /** Tells this stream from others that had its name before. */
  readonly life: number;
  /** Grows with every change of the row. */
  readonly version: number;
  readonly state: StreamState;
  /** Bytes of all blocks there ever were. */
  readonly total: number;
  /** Of them, those that were trimmed. */
  readonly trimmedBytes: number;
  readonly parentLife: number | null;
  /** Of a main stream: its children, and the bytes they hold. Perhaps too many, never too few. */
  readonly children: number;
  readonly childrenBytes: number;
  /** How often the two were counted anew. */
  readonly recounts: number;
}

export const columns = [
  'id',
  'life',
  'version',
  'content_type',
  'start',
  'tail',
  'total',
  'trimmed_bytes',
  'closed',
  'expires_at',
  'ttl',
  'sequence',
  'read_verifier',
  'append_verifier',
  'manage_key',
  'generation',
  'counter',
  'parent',
  'parent_life',
  'quota_bytes',
  'quota_children',
  'children',
  'children_bytes',
  'recounts',
  'crc',
] as const;

/** The row's values, in the order of `columns`. */
export function valuesOf({ state, ...held }: Held): readonly RowValue[] {
  const values: RowValue[] = [
    state.id,
    held.life,
    held.version,
    state.contentType,
    state.start,
    state.tail,
    held.total,
    held.trimmedBytes,
    state.closed ? 1 : 0,
    state.expiresAt,
    state.ttl,
    state.sequence,
    bytesOf(state.access?.read),
    bytesOf(state.access?.append),
    bytesOf(state.access?.manage),
    state.generation,
    state.counter,
    state.parent,
    held.parentLife,
    state.quota?.bytes ?? null,
    state.quota?.children ?? null,
    held.children,
    held.childrenBytes,
    held.recounts,
  ];
  return [...values, rowChecksum(values)];
}

/** The driver sends a Buffer as the bytes that it is. */
function bytesOf(bytes: Uint8Array | null | undefined): Buffer | null {
  return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length) : null;
}

/** Throws `Damaged` where a row no longer has its checksum. */
export function heldOf(row: Row): Held {
  const held: Held = {
    life: Number(row.life),
    version: Number(row.version),
    state: stateOfRow(row, plain),
    total: Number(row.total),
    trimmedBytes: Number(row.trimmed_bytes),
    parentLife: row.parent_life as number | null,
    children: Number(row.children),
    childrenBytes: Number(row.children_bytes),
    recounts: Number(row.recounts),
  };
  if (valuesOf(held).at(-1) !== row.crc) throw new Met('Damaged');
  return held;
}

/** Bytes as everyone else has them, not the driver's Buffer. */
export function plain(value: unknown): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(value as Uint8Array);
}
