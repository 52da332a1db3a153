/** Habits of the house that no linter has a rule for. */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { tables } from '../practice/tables.ts';

const root = join(import.meta.dirname, '..');
const tracked = execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  cwd: root,
  encoding: 'utf8',
})
  .split('\n')
  .filter(Boolean);

function linesThat(match: RegExp, files: RegExp, except?: RegExp): string[] {
  const found: string[] = [];
  for (const file of tracked.filter((name) => files.test(name) && !except?.test(name))) {
    for (const [index, line] of readIfThere(file).split('\n').entries()) {
      if (match.test(line)) found.push(`${file}:${index + 1}: ${line.trim()}`);
    }
  }
  return found;
}

function readIfThere(file: string): string {
  try {
    return readFileSync(join(root, file), 'utf8');
  } catch {
    return '';
  }
}

test('CSS knows start and end, never left and right, so that it works right to left', () => {
  const physical =
    /(margin|padding|border|inset)-(left|right)\b|(^|[ ;{])(left|right):|text-align: *(left|right)|float: *(left|right)/;
  expect(linesThat(physical, /^(web|press|practice)\/.*\.css$/)).toEqual([]);
});

test('nothing that a browser loads names another origin', () => {
  const origin = /https?:\/\/(?!www\.w3\.org\/|[a-z.]+\.invalid\b)/;
  const shipped = /^(web|practice|press|vault)\/.*\.(tsx?|html|css|webmanifest)$/;
  const lines = linesThat(
    origin,
    shipped,
    /\.(test|spec)\.tsx?$|^web\/build\/|^press\/examples\/|^vault\/vectors\//,
  );
  expect(lines.filter((line) => !/^[^ ]+ (\*|\/\/|\/\*)/.test(line))).toEqual([]);
});

test('no test is switched off, or skipped without its reason', () => {
  const files = /\.(test|spec)\.tsx?$/;
  const self = /^tools\/house\.test\.ts$/;
  expect(linesThat(/\b(test|it|describe)\.(only|todo)\b|\bxit\(|\bfit\(/, files, self)).toEqual([]);
  const bare = tracked.filter(
    (file) => files.test(file) && !self.test(file) && /\.skip\([^'"`]*?\)/.test(readIfThere(file)),
  );
  expect(bare).toEqual([]);
});

test('the lock file knows every optional package, for every system, so that a clean clone installs', () => {
  const { packages } = JSON.parse(readIfThere('package-lock.json')) as {
    packages: Record<string, { optionalDependencies?: Record<string, string> }>;
  };
  const missing = Object.entries(packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).filter(
      (name) =>
        !(`${place}/node_modules/${name}` in packages) && !(`node_modules/${name}` in packages),
    ),
  );
  expect(missing).toEqual([]);
});

test('names are put in order in one way, by the dictionary of the reader’s language (feature 20)', () => {
  const own = /\.localeCompare\(|\bIntl\.Collator\b/;
  expect(
    linesThat(own, /^(web|practice|press|cli)\/.*\.tsx?$/, /\.test\.tsx?$|^practice\/by-name\.ts$/),
  ).toEqual([]);
});

test('every text that people write goes along when everything is exported (feature 32)', () => {
  const files = tracked.filter((file) => /^web\/.*\.tsx?$/.test(file) && !/\.test\./.test(file));
  const found = (match: RegExp) =>
    files.flatMap((file) =>
      [...readIfThere(file).matchAll(match)].map(([, table, field]) => `${table}.${field}`),
    );
  const written = found(/\.text\(\s*'(\w+)',[^,)]+,\s*'(\w+)'/g);
  expect(written).not.toEqual([]);
  expect(found(/\{ table: '(\w+)', field: '(\w+)' \}/g)).toEqual(expect.arrayContaining(written));
});

test('nothing is left for later in the code', () => {
  const later = /\b(TODO|FIXME|XXX|HACK)\b/;
  expect(linesThat(later, /\.(ts|tsx|css|mjs|cjs)$/, /^tools\/house\.test\.ts$/)).toEqual([]);
});

test('the application writes and reads only tables whose fields were looked at (feature 26)', () => {
  const named = /(?:use(?:Table|Where|Record)\(|write\(workspace, |\btable: )'(\w+)'/g;
  const files = tracked.filter(
    (file) => /^(web|practice)\/.*\.tsx?$/.test(file) && !/\.test\./.test(file),
  );
  const unknown = files.flatMap((file) =>
    [...readIfThere(file).matchAll(named)]
      .map(([, table]) => table ?? '')
      .filter((table) => !(table in tables))
      .map((table) => `${file}: ${table}`),
  );
  expect(unknown).toEqual([]);
});
