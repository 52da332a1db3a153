/** Builds a test page once a worker and serves it from loopback, on a port of its own. */

import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, normalize } from 'node:path';
import { test as base } from '@playwright/test';
import { build } from 'vite';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

export interface Served {
  readonly address: string;
  close(): Promise<void>;
}

export async function serveTestPage(root = join(import.meta.dirname, 'page')): Promise<Served> {
  const folder = await mkdtemp(join(tmpdir(), 'alongside-page-'));
  await build({
    root,
    logLevel: 'error',
    configFile: false,
    worker: { format: 'es' },
    build: { outDir: folder, emptyOutDir: true, target: 'es2024', minify: false },
  });
  const server = createServer(async (request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://here').pathname);
    try {
      const bytes = await readFile(join(folder, path === '/' ? 'index.html' : path));
      response.writeHead(200, {
        'content-type': TYPES[extname(path)] ?? 'text/html; charset=utf-8',
      });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      await rm(folder, { recursive: true });
    },
  };
}

export const test = base.extend<object, { served: Served }>({
  served: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads which fixtures are asked for.
    async ({}, use) => {
      const served = await serveTestPage();
      await use(served);
      await served.close();
    },
    { scope: 'worker' },
  ],
});

export { expect } from '@playwright/test';
export const SIX = 'abandon ability able about above absent';
