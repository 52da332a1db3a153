/**
 * A table of comma-separated values, with a heading. Only cells of the columns that a mapping names
 * leave this file; of the others, how many were filled. Rows that cannot be told apart are listed, and
 * the rest goes on.
 */
import {
  type ColumnUse,
  cleanLine,
  columnUses,
  type FoundPeople,
  type FoundPerson,
  type Mapping,
  type Problem,
  personFrom,
  proposedMapping,
  soundMapping,
} from '@alongside/practice';
import Papa from 'papaparse';
import { contactLimits, NotRead } from './refusals.ts';
import { createTally } from './tally.ts';

export function readCsv(text: string, chosen?: Mapping): FoundPeople {
  const tally = createTally();
  const people: FoundPerson[] = [];
  const problems: Problem[] = [];
  let table: { readonly columns: readonly string[]; readonly mapping: Mapping } | undefined;
  let at = 0;
  const read = (cells: readonly string[], isOpen: boolean) => {
    at += 1;
    if (at > contactLimits.rows)
      throw new NotRead({ type: 'TooManyRows', limit: contactLimits.rows });
    if (cells.every((cell) => cell.trim() === '')) return;
    if (!table) {
      const columns = cells.map((cell, column) => cleanLine(cell) || `${column + 1}`);
      table = {
        columns,
        mapping: soundMapping(chosen ?? proposedMapping(columns), columns.length),
      };
      if (isOpen) problems.push({ at, because: 'OpenQuote' });
      return;
    }
    const { columns, mapping } = table;
    if (isOpen || cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
      problems.push({ at, because: isOpen ? 'OpenQuote' : 'TooManyCells' });
      return;
    }
    const parts = partsOf(cells, mapping);
    const used = new Set(
      columnUses.filter((use) => parts[use] !== '').map((use) => mapping?.[use]),
    );
    // Given and family names stay outside where the whole name is there, a number where an address is.
    if (parts.name !== '')
      for (const use of ['given', 'family'] as const) used.delete(mapping[use]);
    if (parts.email !== '') used.delete(mapping.phone);
    columns.forEach((name, column) => {
      if (!used.has(column) && (cells[column] ?? '').trim() !== '') tally.add(name);
    });
    const { person, problem } = personFrom(at, parts);
    if (person) people.push(person);
    if (problem) problems.push(problem);
  };
  Papa.parse<string[]>(text, {
    skipEmptyLines: false,
    delimitersToGuess: [',', '\t', ';', '|'],
    step: ({ data, errors }) =>
      read(
        data,
        errors.some(({ type }) => type === 'Quotes'),
      ),
  });
  const filled = new Map(tally.leftOut().map(({ name, times }) => [name, times]));
  const columns = table?.columns ?? [];
  const used = new Set(Object.values(table?.mapping ?? {}));
  const unused = columns.filter((name, column) => filled.has(name) || !used.has(column));
  return {
    type: 'People',
    people,
    problems,
    leftOut: unused.map((name) => ({ name, times: filled.get(name) ?? 0 })),
    rows: Math.max(at - 1, 0),
    ...(table && { table }),
  };
}

/** A sign before a formula keeps programs from running it; it is not part of the words. */
function partsOf(cells: readonly string[], mapping: Mapping): Record<ColumnUse, string> {
  const part = (use: ColumnUse) => {
    const column = mapping[use];
    const words = column === null ? '' : (cells[column] ?? '');
    return cleanLine(words.replace(/^'(?=[=+\-@＝＋－＠\t\r])/, ''));
  };
  return Object.fromEntries(columnUses.map((use) => [use, part(use)])) as Record<ColumnUse, string>;
}
