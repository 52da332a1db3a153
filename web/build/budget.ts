/**
 * Weighs what must arrive before the first page: the entry, what it imports, and the words of one
 * language; and the vault's worker. Fails over 170 kB and 70 kB, gzip. Builds in memory; writes nothing.
 *
 *     node web/build/budget.ts
 */
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build, type Rolldown } from 'vite';

/** From the plan's budgets: 1 kB is 1,000 bytes. */
const most = { page: 170_000, worker: 70_000 };

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
for (const chunk of chunks.values()) if (isFirst(chunk)) gather(chunk.fileName);
const workers = outputs.filter((one) => /\/vault-worker-[\w-]+\.js$/.test(one.fileName));

const weights = {
  page: [...page].reduce((sum, name) => sum + weigh(chunks.get(name)), 0),
  worker: workers.reduce((sum, one) => sum + weigh(one), 0),
};
for (const [name, bytes] of Object.entries(weights))
  console.log(`${name}: ${(bytes / 1000).toFixed(1)} kB gzip`);
const over = weights.page > most.page || weights.worker > most.worker;
if (over) console.error(`Over the budget of ${most.page / 1000} kB and ${most.worker / 1000} kB.`);
process.exit(over ? 1 : 0);

/** The entry, and the English words that are loaded before anything is shown. */
function isFirst(chunk: Rolldown.OutputChunk): boolean {
  return chunk.isEntry || /\/words\/en\/house\.po$/.test(chunk.facadeModuleId ?? '');
}

function gather(name: string): void {
  if (page.has(name)) return;
  page.add(name);
  for (const next of chunks.get(name)?.imports ?? []) gather(next);
}

function weigh(one: Output | undefined): number {
  if (!one) return 0;
  return gzipSync(one.type === 'chunk' ? one.code : one.source).length;
}
