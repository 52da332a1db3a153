/**
 * Reading a stored record by a table's fields. The vault keeps any value; a room believes a value
 * only when its field's schema accepts it. One bad field never takes the others with it: it reads
 * as empty and is named, so that the screen can say that it needs an update.
 */
import * as v from 'valibot';
import { isDay } from './day.ts';

/** A table's fields, each with a schema that gives a value for "nothing written yet". */
export type TableFields = Readonly<Record<string, v.GenericSchema<unknown, unknown>>>;

export type Read<Fields extends TableFields> = {
  readonly [Name in keyof Fields]: v.InferOutput<Fields[Name]>;
} & {
  readonly id: string;
  /** Fields that hold something this version cannot read. The stored value is untouched. */
  readonly needsUpdate: readonly string[];
};

/** What frozen records were read as: a list of thousands is read for each page that is drawn of it. */
const readBefore = new WeakMap<object, WeakMap<TableFields, Read<TableFields>>>();

/**
 * The record as its table describes it. Never throws, and ignores fields it does not know. A frozen
 * record, as tables give them, is read once: the same record gives the same object.
 */
export function readFields<Fields extends TableFields>(
  fields: Fields,
  record: { readonly id: string; readonly [field: string]: unknown },
): Read<Fields> {
  if (!Object.isFrozen(record)) return readAnew(fields, record);
  const known = readBefore.get(record) ?? new WeakMap<TableFields, Read<TableFields>>();
  readBefore.set(record, known);
  const read = known.get(fields) ?? Object.freeze(readAnew(fields, record));
  known.set(fields, read);
  return read as Read<Fields>;
}

function readAnew<Fields extends TableFields>(
  fields: Fields,
  record: { readonly id: string; readonly [field: string]: unknown },
): Read<Fields> {
  const values: Record<string, unknown> = {};
  const needsUpdate: string[] = [];
  for (const [name, schema] of Object.entries(fields)) {
    const found = Object.hasOwn(record, name) ? record[name] : undefined;
    const read = v.safeParse(schema, found ?? undefined);
    if (read.success) values[name] = read.output;
    else {
      needsUpdate.push(name);
      values[name] = v.parse(schema, undefined);
    }
  }
  return { ...values, id: record.id, needsUpdate } as Read<Fields>;
}

/** Words that may be empty. */
export const words = () => v.optional(v.string(), '');

/** One of a few choices, or none made yet. */
export const choice = <const Choices extends readonly string[]>(choices: Choices) =>
  v.optional(v.nullable(v.picklist(choices)), null);

/** A day that exists, `2026-11-20`, or none. */
export const day = () => v.optional(v.nullable(v.pipe(v.string(), v.check(isDay))), null);

/** A month, `2026-11`, or none. */
export const month = () =>
  v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-(?:0[1-9]|1[0-2])$/))), null);

/** How many, or not said. */
export const count = () =>
  v.optional(
    v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000))),
    null,
  );

/** Another record's id, or none. */
export const link = () => v.optional(v.nullable(v.string()), null);

/** Other records' ids, in the order they were added. */
export const links = () => v.optional(v.array(v.string()), []);

/** The line of a story that something came from. */
export const storySource = () =>
  v.optional(
    v.nullable(v.object({ story: v.string(), piece: v.string(), line: v.number() })),
    null,
  );

export interface StorySource {
  /** The story's record. */
  readonly story: string;
  /** The piece within it. */
  readonly piece: string;
  /** The line of the document, counted from 1; 0 when a person added the piece. */
  readonly line: number;
}
