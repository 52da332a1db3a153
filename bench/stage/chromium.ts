/** Runs a contender in a fresh Chromium page: bundles the page once, serves it with the bytes. */
import { createReadStream } from 'node:fs';
import { createServer } from 'node:http';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { build } from 'vite';
import type { Measured } from '../subject.ts';

const page = fileURLToPath(new URL('./page.ts', import.meta.url));

export interface Stage {
  measure(subject: string, contender: string, size: number, file: string): Promise<Measured>;
  close(): Promise<void>;
}

/** `folder` holds the contenders' bytes and takes the bundle. */
export async function chromiumStage(folder: string): Promise<Stage> {
  const outDir = join(folder, 'page');
  await build({
    configFile: false,
    logLevel: 'error',
    root: folder,
    build: {
      outDir,
      emptyOutDir: true,
      target: 'esnext',
      rolldownOptions: { input: page, output: { entryFileNames: 'page.js' } },
    },
  });
  const server = createServer((request, response) => {
    const name = basename(new URL(request.url ?? '/', 'http://localhost').pathname);
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin');
    response.setHeader('Cross-Origin-Embedder-Policy', 'require-corp');
    if (name === '') {
      response.setHeader('Content-Type', 'text/html');
      response.end('<!doctype html><script type="module" src="/page.js"></script>');
      return;
    }
    if (name.endsWith('.js')) response.setHeader('Content-Type', 'text/javascript');
    const inBundle = name === 'page.js' ? name : join('assets', name);
    createReadStream(name.endsWith('.bin') ? join(folder, name) : join(outDir, inBundle))
      .on('error', () => response.writeHead(404).end())
      .pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : 0;

  return {
    async measure(subject, contender, size, file) {
      const browser = await chromium.launch({
        executablePath: '/usr/bin/chromium',
        args: ['--no-sandbox', '--disable-dev-shm-usage'],
      });
      try {
        const tab = await browser.newPage();
        await tab.goto(`http://localhost:${port}/`);
        await tab.waitForFunction(() => 'measure' in window);
        return await tab.evaluate(
          (given) => window.measure(given.subject, given.contender, given.size, given.url),
          { subject, contender, size, url: `/${basename(file)}` },
        );
      } finally {
        await browser.close();
      }
    },
    async close() {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
    },
  };
}
