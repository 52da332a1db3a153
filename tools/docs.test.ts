/**
 * The pages that name tests tell the truth: every test they name exists, every feature and every
 * attack and promise of the list has its line.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { pagePath, whatEachPartySees } from './what-each-party-sees.ts';

const root = join(import.meta.dirname, '..');
const features = readFileSync(join(root, 'docs', 'features.md'), 'utf8');
const security = readFileSync(join(root, 'docs', 'security', 'tests.md'), 'utf8');

/** Tests are named as `file › title` between backticks. */
function testsNamedIn(page: string): { file: string; title: string }[] {
  return [...page.matchAll(/`([^`›]+\.(?:test|spec)\.tsx?) › ([^`]+)`/g)].map(
    ([, file, title]) => ({
      file: file ?? '',
      title: title ?? '',
    }),
  );
}

function rowsOf(page: string): string[][] {
  return page
    .split('\n')
    .filter((line) => /^\| [A-Z]?\d/.test(line))
    .map((line) => line.split(/(?<!\\)\|/).map((cell) => cell.trim()));
}

describe.each([
  ['docs/features.md', features],
  ['docs/security/tests.md', security],
])('%s', (_, page) => {
  test('names only tests that exist', () => {
    const missing = testsNamedIn(page).filter(({ file, title }) => {
      const path = join(root, file);
      return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
    });
    expect(missing).toEqual([]);
  });

  test('names a test in every row that it says is shown', () => {
    const bare = rowsOf(page).filter(
      (cells) =>
        /^(shown|nightly)/.test(cells[3] ?? '') && testsNamedIn(cells.join(' ')).length === 0,
    );
    expect(bare).toEqual([]);
  });
});

test('docs/features.md has a row for each of the sixty features', () => {
  const numbers = rowsOf(features).map((cells) => Number(cells[1]));
  expect(numbers).toEqual(Array.from({ length: 60 }, (_, index) => index + 1));
});

test('docs/security/tests.md has a row for every attack and promise, each with a known state', () => {
  const expected = [
    ...series('A', 20),
    ...series('B', 12),
    ...series('C', 7),
    ...series('D', 20),
    ...series('E', 9),
    ...series('F', 6),
    ...series('G', 7),
    ...series('H', 4),
    ...series('R', 37),
  ];
  const rows = rowsOf(security);
  expect(rows.map((cells) => cells[1])).toEqual(expected);
  const states = /^(shown|nightly|not applicable|open)/;
  expect(rows.filter((cells) => !states.test(cells[3] ?? '')).map((cells) => cells[1])).toEqual([]);
});

function series(letter: string, count: number): string[] {
  return Array.from(
    { length: count },
    (_, index) => `${letter}${String(index + 1).padStart(2, '0')}`,
  );
}

describe('docs/security/what-each-party-sees.md', () => {
  test('is what the tables and the server’s store say now', () => {
    expect(readFileSync(pagePath, 'utf8')).toBe(whatEachPartySees());
  });
});
