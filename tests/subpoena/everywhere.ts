/**
 * Words written everywhere: each field of each table that there is has one, told from the tables
 * themselves, so that a new field is written on without anybody thinking of it. Besides: a story as
 * it comes from a file, with all its pieces, its version, questions and plan, and texts that people write together.
 */
import { type Readers, tables } from '@alongside/practice';
import type { KeptWorkspace } from '@alongside/vault/kept';
import { planted } from '../browser/filled/planted.ts';

/** All words of the planted story, questions and plan begin so. */
export const plantedWord = 'Qzxkanarya';

const slots = Object.entries(tables).flatMap(([table, { readers, fields }]) =>
  Object.keys(fields).map((field) => ({ table, readers, field })),
);

/** How many fields there are: so many words at least are needed. */
export const fieldCount = slots.length;

/** Texts that people write together: a table and a field of it. */
const texts = [
  ['reflections', 'body', 'onlyMe'],
  ['asks', 'notes', 'coreTeam'],
  ['stories', 'notes', 'everyone'],
] as const;

export interface Written {
  readonly table: string;
  readonly record: string;
  readonly field: string;
  readonly value: string;
  readonly readers: Readers;
}

/** Whether somebody reads all of it. */
export function readsAll({ tables: of }: KeptWorkspace, written: readonly Written[]): boolean {
  return written.every(
    ({ table, record, field, value }) => of.get(table, record)?.[field] === value,
  );
}

/** Somebody alone plans for themselves: what planners read stands in their own circle. */
function audienceOf(workspace: KeptWorkspace, readers: Exclude<Readers, 'everyone'>) {
  return readers === 'coreTeam' ? workspace.coreTeam : workspace.onlyMe;
}

/**
 * Writes each word into a field, and again at length into a text; writers take turns, but what the core
 * team reads is written by the first. Gives what was written, each into a record of its own.
 */
export function writeEverywhere(
  writers: readonly [KeptWorkspace, ...KeptWorkspace[]],
  words: readonly string[],
): readonly Written[] {
  const [first] = writers;
  const written = words.map((word, at) => {
    const { table, field, readers } = slots[at % slots.length] as (typeof slots)[number];
    const writer = readers === 'coreTeam' ? first : (writers[at % writers.length] ?? first);
    const record = writer.newId();
    const audience = readers === 'everyone' ? readers : audienceOf(writer, readers);
    const value = field === 'sourceName' ? `${word}.docx` : word;
    writer.commit([{ table, record, field, value }], audience);
    const [inTable, name, whose] = texts[at % texts.length] as (typeof texts)[number];
    const text = first.text(
      inTable,
      first.newId(),
      name,
      whose === 'everyone' ? whose : audienceOf(first, whose),
    );
    text.text.insert(0, `${word} at length. `.repeat(20));
    text.close();
    return { table, record, field, value, readers };
  });
  for (const { readers, changes } of planted('2026-12-01', plantedWord)) {
    first.commit(changes, readers === 'everyone' ? readers : audienceOf(first, readers));
  }
  return written;
}
