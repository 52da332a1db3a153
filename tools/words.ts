/**
 * Gathers the words on screen into the catalogues: `npm run words` for all, `npm run words -- stories`
 * for one room. `--check` changes nothing for good and fails when a sentence on screen stands in no
 * catalogue or lacks its Spanish or Arabic.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const web = join(import.meta.dirname, '..', 'web');
const words = join(web, 'words');
const check = process.argv.includes('--check');
const room = process.argv.slice(2).find((word) => !word.startsWith('--'));

const before = check ? mkdtempSync(join(tmpdir(), 'words-')) : undefined;
if (before) cpSync(words, before, { recursive: true });
const extract = spawnSync(
  process.execPath,
  [join(web, '..', 'node_modules', '@lingui', 'cli', 'dist', 'lingui.js'), 'extract', '--clean'],
  { cwd: web, encoding: 'utf8', env: { ...process.env, ...(room && { ALONGSIDE_WORDS: room }) } },
);
if (extract.status !== 0) {
  console.error(extract.stdout, extract.stderr);
  process.exit(1);
}

const wrong: string[] = [];
for (const file of globSync('*/*.po', { cwd: words })) {
  const now = readFileSync(join(words, file), 'utf8');
  if (before) {
    const was = readIfThere(join(before, file));
    if (withoutDates(was) !== withoutDates(now))
      wrong.push(`${file} is not up to date: npm run words`);
  }
  if (!/^(es|ar)/.test(file)) continue;
  const missing = [...now.matchAll(/^msgid "(.+)"\nmsgstr ""\n(?!")/gm)].map((match) => match[1]);
  for (const sentence of missing) wrong.push(`${file} has no words for "${sentence}"`);
}
if (before) {
  cpSync(before, words, { recursive: true });
  rmSync(before, { recursive: true });
}
for (const line of wrong) console.error(line);
console.log(
  wrong.length === 0 ? 'Every sentence is in every language.' : `${wrong.length} to mend.`,
);
process.exit(check && wrong.length > 0 ? 1 : 0);

function readIfThere(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

function withoutDates(po: string): string {
  return po.replace(/^"(POT-Creation-Date|PO-Revision-Date).*\n/gm, '');
}
