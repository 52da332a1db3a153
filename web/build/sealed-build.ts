/**
 * Finishes a build so that nothing in it can be exchanged unnoticed: every script carries its hash
 * (the entry in its tag, all others in an import map), `headers.json` says what the server sends, and
 * `sw.js` holds the list of files with their hashes. Works on the written files, because only those
 * are what a browser will get.
 */
import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type Plugin, transformWithOxc } from 'vite';
import { integrityOf } from './hashes.ts';
import { allowedServers, headersFor } from './policy.ts';

export function sealedBuild(): Plugin {
  let dist = '';
  let root = '';
  return {
    name: 'alongside-sealed-build',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      dist = resolve(config.root, config.build.outDir);
    },
    async writeBundle() {
      if (existsSync(join(dist, 'index.html'))) await sealFolder(root, dist);
    },
  };
}

/** Seals the files that were built into `dist`. `root` is where the service worker's source stands. */
export async function sealFolder(root: string, dist: string): Promise<void> {
  const importMap = sealPages(dist);
  const servers = allowedServers(process.env.ALONGSIDE_SERVERS);
  const headers = { headers: headersFor(importMap, servers), immutable: ['assets/'] };
  writeFileSync(join(dist, 'headers.json'), `${JSON.stringify(headers, null, 2)}\n`);
  writeFileSync(join(dist, 'sw.js'), await serviceWorker(root, dist, headers.headers));
}

/** Puts hashes into every page. Gives the text of their import map. */
function sealPages(dist: string): string {
  const scripts = globSync('assets/*.js', { cwd: dist }).sort();
  const integrity = Object.fromEntries(
    scripts.map((path) => [`/${path}`, integrityOf(readFileSync(join(dist, path)), 'sha384')]),
  );
  const importMap = JSON.stringify({ integrity });
  for (const page of globSync('*.html', { cwd: dist })) sealPage(join(dist, page));
  return importMap;

  function sealPage(page: string) {
    const sealed = readFileSync(page, 'utf8')
      .replace(/<script type="module"[^>]* src="([^"]+)"/, (tag, path: string) =>
        integrity[path] ? `${tag} integrity="${integrity[path]}"` : tag,
      )
      .replace(/<link rel="modulepreload"[^>]* href="([^"]+)"/g, (tag, path: string) =>
        integrity[path] ? `${tag} integrity="${integrity[path]}"` : tag,
      )
      .replace(/<script /, `<script type="importmap">${importMap}</script>\n    <script `);
    writeFileSync(page, sealed);
  }
}

/** The service worker with its list of files. Its release is named by the hash of that list. */
async function serviceWorker(
  root: string,
  dist: string,
  headers: Readonly<Record<string, string>>,
): Promise<string> {
  const files = Object.fromEntries(
    globSync('**/*.*', { cwd: dist })
      .map((path) => path.replaceAll('\\', '/'))
      .filter((path) => !/^(sw\.js|headers\.json|\.vite\/.*)$/.test(path))
      .sort()
      .map((path) => [`/${path}`, integrityOf(readFileSync(join(dist, path)), 'sha256')]),
  );
  const release = integrityOf(JSON.stringify(files), 'sha256').slice(7, 29);
  const path = join(root, 'app', 'offline', 'service-worker.ts');
  const { code } = await transformWithOxc(readFileSync(path, 'utf8'), path, { sourcemap: false });
  const script = code.replace(/^export \{\s*\};?$/m, '');
  return `const release = ${JSON.stringify(release)};\nconst files = ${JSON.stringify(files)};\nconst headers = ${JSON.stringify(headers)};\n${script}`;
}
