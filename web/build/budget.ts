/**
 * Weighs what must arrive before the first page: the entry, what it imports, and the words of one
 * language; the vault's worker; and the page of a visitor. Fails over 170, 70 and 100 kB, gzip. Builds in memory; writes nothing.
 *
 *     node web/build/budget.ts
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** From the plan's budgets: 1 kB is 1,000 bytes. */
const most = { page: 170_000, worker: 70_000, visit: 100_000 };

type Output = Rolldown.OutputChunk | Rolldown.OutputAsset;

const built = await build({
  configFile: join(import.meta.dirname, '..', 'vite.config.ts'),
  logLevel: 'error',
  build: { write: false },
});
const outputs = (Array.isArray(built) ? built : [built]).flatMap((one) =>
  'output' in one ? one.output : [],
);
const chunks = new Map(
  outputs.filter((one) => one.type === 'chunk').map((chunk) => [chunk.fileName, chunk]),
);

const page = new Set<string>();
const visit = new Set<string>();
for (const chunk of chunks.values()) {
  if (isFirst(chunk, 'index', 'house')) gather(chunk.fileName, page);
  if (isFirst(chunk, 'visit', 'visit')) gather(chunk.fileName, visit);
}
const workers = outputs.filter((one) => /\/vault-worker-[\w-]+\.js$/.test(one.fileName));

const weights = {
  page: sumOf(page),
  visit: sumOf(visit),
  worker: workers.reduce((sum, one) => sum + weigh(one), 0),
};
for (const [name, bytes] of Object.entries(weights))
  console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB gzip`);
const over = Object.entries(weights).filter(
  ([name, bytes]) => bytes > most[name as keyof typeof most],
);
for (const [name] of over) {
  console.error(`${name} is over its budget of ${most[name as keyof typeof most] / 1000} kB.`);
}
process.exit(over.length > 0 ? 1 : 0);

/** The entry, and the English words that are loaded before anything is shown. */
function isFirst(chunk: Rolldown.OutputChunk, entry: string, words: string): boolean {
  const isEntry = chunk.isEntry && chunk.name === entry;
  return isEntry || (chunk.facadeModuleId ?? '').endsWith(`/words/en/${words}.po`);
}

function sumOf(names: ReadonlySet<string>): number {
  return [...names].reduce((sum, name) => sum + weigh(chunks.get(name)), 0);
}

function gather(name: string, into: Set<string>): void {
  if (into.has(name)) return;
  into.add(name);
  for (const next of chunks.get(name)?.imports ?? []) gather(next, into);
}

function weigh(one: Output | undefined): number {
  if (!one) return 0;
  return gzipSync(one.type === 'chunk' ? one.code : one.source).length;
}
