/**
 * Weighs what must arrive before the first page can be shown: the scripts that its file names, what those
 * import, and the words of one language; a visitor's page in the same way; and the vault's worker. Fails
 * over 170, 100 and 70 kB, gzip. Reads the build in `web/dist`; writes nothing.
 *
 *     node web/build/budget.ts
 */
import { globSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type Manifest, parseAst } from 'vite';

const dist = join(import.meta.dirname, '..', 'dist');

const manifest: Manifest = JSON.parse(read('.vite/manifest.json'));

/** From the plan's budgets: 1 kB is 1,000 bytes. */
const budgets = [
  { name: 'page', most: 170_000, from: [builtFrom('index.html'), builtFrom('words/en/house.po')] },
  { name: 'visit', most: 100_000, from: [builtFrom('visit.html'), builtFrom('words/en/visit.po')] },
  { name: 'worker', most: 70_000, from: globSync('assets/vault-worker-*.js', { cwd: dist }) },
];

let over = false;
for (const { name, most, from } of budgets) {
  // A file that is reached while the list grows is looked at once.
  const files = new Set(from);
  for (const file of files) for (const next of importsOf(file)) files.add(next);
  const bytes = [...files].reduce((sum, file) => sum + gzipSync(read(file)).length, 0);
  console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB gzip in ${files.size} files`);
  if (bytes <= most) continue;
  over = true;
  console.error(`${name} is over its budget of ${most / 1000} kB.`);
}
process.exit(over ? 1 : 0);

function read(file: string): string {
  return readFileSync(join(dist, file), 'utf8');
}

function builtFrom(source: string): string {
  const built = manifest[source];
  if (!built) throw new Error(`Nothing is built from ${source}.`);
  return built.file;
}

/** The files that must be there before this one runs. */
function importsOf(file: string): readonly string[] {
  return parseAst(read(file)).body.flatMap((node) =>
    'source' in node && node.source
      ? [posix.join(posix.dirname(file), String(node.source.value))]
      : [],
  );
}
