/**
 * Everything a person can read, as one JSON document that any program can read and that importing
 * gives back: records with their fields and who could read them, texts with their formatting. It
 * knows no schemas. It is plain: whoever has the file can read it, and the screen says so first.
 */
import type * as Y from 'yjs';
import type { Tables } from '../../fold/tables.ts';
import type { Audience, RecordId, Value } from '../../types.ts';

export const FORMAT = 'alongside-export';
export const VERSION = 1;

/** Who could read it: a circle by what it is here, never by its id. */
export type ExportedAudience = 'everyone' | 'core-team' | 'only-me' | 'named-people';

/** A value as JSON: bytes become `{ "$bytes": base64 }`. */
export type Json =
  | null
  | boolean
  | number
  | string
  | readonly Json[]
  | { readonly [key: string]: Json };

export interface ExportedRecord {
  readonly id: RecordId;
  readonly audience: ExportedAudience;
  readonly fields: { readonly [field: string]: Json };
}

export interface ExportedText {
  readonly table: string;
  readonly record: RecordId;
  readonly field: string;
  readonly audience: ExportedAudience;
  /** Yjs's delta: runs of text with their formatting. */
  readonly delta: readonly Json[];
}

export interface Export {
  readonly format: typeof FORMAT;
  readonly version: number;
  /** ISO 8601. */
  readonly madeAt: string;
  readonly tables: { readonly [table: string]: readonly ExportedRecord[] };
  readonly texts: readonly ExportedText[];
}

export interface ExportSource {
  readonly tables: Tables;
  readonly onlyMe: Audience;
  readonly coreTeam: Audience;
  /** Texts that exist, with what is in them. */
  readonly texts: readonly {
    readonly table: string;
    readonly record: RecordId;
    readonly field: string;
    readonly audience: Audience;
    readonly text: Y.Text;
  }[];
  /** Milliseconds since 1970. */
  readonly now: number;
}

export function exportAll(source: ExportSource): Export {
  const audience = (of: Audience | undefined) => nameOf(of, source);
  const tables: Record<string, readonly ExportedRecord[]> = {};
  for (const name of [...source.tables.tableNames()].sort()) {
    tables[name] = source.tables.all(name).map(({ id, ...fields }) => ({
      id,
      audience: audience(source.tables.audienceOf(name, id)),
      fields: Object.fromEntries(
        Object.entries(fields).map(([field, value]) => [field, valueToJson(value)]),
      ),
    }));
  }
  return {
    format: FORMAT,
    version: VERSION,
    madeAt: new Date(source.now).toISOString(),
    tables,
    texts: source.texts.map(({ text, ...of }) => ({
      ...of,
      audience: audience(of.audience),
      delta: text.toDelta() as readonly Json[],
    })),
  };
}

function nameOf(audience: Audience | undefined, source: ExportSource): ExportedAudience {
  if (audience === undefined) return 'only-me';
  if (audience === 'everyone') return 'everyone';
  const is = (other: Audience) => other !== 'everyone' && other.circle === audience.circle;
  if (is(source.coreTeam)) return 'core-team';
  return is(source.onlyMe) ? 'only-me' : 'named-people';
}

export function valueToJson(value: Value): Json {
  if (value instanceof Uint8Array) return { $bytes: value.toBase64() };
  if (Array.isArray(value)) return (value as readonly Value[]).map(valueToJson);
  if (value === null || typeof value !== 'object') return value as Json;
  const entries = Object.entries(value as { readonly [key: string]: Value });
  return Object.fromEntries(
    entries.map(([key, part]) => [key.startsWith('$') ? `$${key}` : key, valueToJson(part)]),
  );
}

/** The value, or undefined where the JSON stands for none. */
export function jsonToValue(json: Json): Value | undefined {
  if (Array.isArray(json)) {
    const parts = (json as readonly Json[]).map(jsonToValue);
    return parts.includes(undefined) ? undefined : (parts as readonly Value[]);
  }
  if (json === null || typeof json !== 'object') return json as Value;
  const map = json as { readonly [key: string]: Json };
  if (typeof map.$bytes === 'string') return bytesFrom(map.$bytes);
  const entries = Object.entries(map).map(
    ([key, part]) => [key.startsWith('$$') ? key.slice(1) : key, jsonToValue(part)] as const,
  );
  if (entries.some(([, part]) => part === undefined)) return undefined;
  return Object.fromEntries(entries) as Value;
}

function bytesFrom(text: string): Uint8Array | undefined {
  try {
    return Uint8Array.fromBase64(text);
  } catch {
    return undefined;
  }
}
