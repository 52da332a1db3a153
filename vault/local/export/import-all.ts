/**
 * An export read back, as changes for a workspace. Audiences come back as they were; what was for
 * named people becomes the importer's own, never wider. Anything that is not of the format is listed
 * and left out; the rest comes in.
 */
import { idToBytes } from '../../envelope/bytes.ts';
import { beyondLimits } from '../../fold/limits.ts';
import type { Audience, Change } from '../../types.ts';
import {
  type Export,
  type ExportedText,
  FORMAT,
  type Json,
  jsonToValue,
  VERSION,
} from './export-all.ts';

export interface ImportPlan {
  readonly type: 'Plan';
  readonly madeAt: string;
  readonly commits: readonly { readonly audience: Audience; readonly changes: readonly Change[] }[];
  readonly texts: readonly (Omit<ExportedText, 'audience'> & { readonly audience: Audience })[];
  /** Places in the file that were left out. */
  readonly leftOut: readonly string[];
}

export type ImportRefusal = { readonly type: 'NotAnExport' } | { readonly type: 'NewerVersion' };

export interface ImportInto {
  readonly onlyMe: Audience;
  readonly coreTeam: Audience;
}

/** Reads the text of an export. Never throws, whatever it is given. */
export function planImport(text: string, into: ImportInto): ImportPlan | ImportRefusal {
  const file = parse(text);
  if (file?.format !== FORMAT || !isMap(file.tables)) return { type: 'NotAnExport' };
  if (file.version !== VERSION) return { type: 'NewerVersion' };
  const leftOut: string[] = [];
  const commits: { audience: Audience; changes: Change[] }[] = [];
  for (const [table, records] of Object.entries(file.tables)) {
    for (const [i, record] of (Array.isArray(records) ? records : []).entries()) {
      const place = `tables/${table}/${i}`;
      const changes = isMap(record) ? changesOf(table, record, place, leftOut) : undefined;
      if (!changes) leftOut.push(place);
      else if (changes.length > 0) {
        commits.push({
          audience: audienceOf((record as { audience?: Json }).audience, into),
          changes,
        });
      }
    }
  }
  const texts: ImportPlan['texts'][number][] = [];
  for (const [i, one] of (Array.isArray(file.texts) ? file.texts : []).entries()) {
    if (isText(one)) texts.push({ ...one, audience: audienceOf(one.audience, into) });
    else leftOut.push(`texts/${i}`);
  }
  return { type: 'Plan', madeAt: String(file.madeAt ?? ''), commits, texts, leftOut };
}

function changesOf(
  table: string,
  record: { readonly [key: string]: Json },
  place: string,
  leftOut: string[],
): Change[] | undefined {
  const { id, fields } = record;
  if (typeof id !== 'string' || !idToBytes(id) || !isMap(fields)) return undefined;
  const changes: Change[] = [];
  for (const [field, json] of Object.entries(fields)) {
    const value = jsonToValue(json);
    const change = { table, record: id, field, value: value ?? null };
    if (value === undefined || beyondLimits(change)) leftOut.push(`${place}/${field}`);
    else changes.push(change);
  }
  return changes;
}

function audienceOf(name: Json | undefined, { onlyMe, coreTeam }: ImportInto): Audience {
  if (name === 'everyone') return 'everyone';
  return name === 'core-team' ? coreTeam : onlyMe;
}

function isText(json: unknown): json is ExportedText {
  if (!isMap(json)) return false;
  const { table, record, field, delta } = json;
  const named = [table, record, field].every((name) => typeof name === 'string');
  const runs =
    Array.isArray(delta) && delta.every((run) => isMap(run) && typeof run.insert === 'string');
  return named && runs && idToBytes(record as string) !== null;
}

function isMap(json: unknown): json is { readonly [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

function parse(text: string): Partial<Export> | undefined {
  try {
    const json: unknown = JSON.parse(text);
    return isMap(json) ? (json as Partial<Export>) : undefined;
  } catch {
    return undefined;
  }
}
