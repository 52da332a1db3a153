/**
 * Builds the web application into `web/dist` when something it is made of has changed since the
 * last build. The new build takes the place of the old one only when it is whole.
 */
import { createHash } from 'node:crypto';
import { existsSync, globSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildInFewFiles } from '../web/build/few-files.ts';

const root = join(import.meta.dirname, '..');
const web = join(root, 'web');
const dist = join(web, 'dist');
const stamp = join(dist, '.built-from');

const now = hashOfSources();
if (!existsSync(stamp) || readFileSync(stamp, 'utf8') !== now) {
  console.error('Building the application.');
  const next = join(web, 'dist-next');
  rmSync(next, { recursive: true, force: true });
  await buildInFewFiles({
    configFile: join(web, 'vite.config.ts'),
    logLevel: 'error',
    build: { outDir: next, emptyOutDir: true },
  });
  writeFileSync(join(next, '.built-from'), now);
  rmSync(dist, { recursive: true, force: true });
  renameSync(next, dist);
}

/** SHA-256 over the names and contents of everything that the build reads. */
function hashOfSources(): string {
  const hash = createHash('sha256').update(readFileSync(join(root, 'package-lock.json')));
  hash.update(process.env.ALONGSIDE_SERVERS ?? '');
  const files = globSync(
    '{web,vault,practice,press}/**/*.{ts,tsx,css,html,po,json,svg,png,webmanifest}',
    {
      cwd: root,
      exclude: (path) =>
        /(^|\/)(node_modules|dist|dist-next)(\/|$)/.test(path) || /\.test\.tsx?$/.test(path),
    },
  );
  for (const file of files.sort()) hash.update(file).update(readFileSync(join(root, file)));
  return hash.digest('hex');
}
