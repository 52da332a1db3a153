import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { integrityOf } from './hashes.ts';
import { sealFolder } from './sealed-build.ts';

const web = join(import.meta.dirname, '..');
let dist = '';
const entry = 'console.log("entry")';
const part = 'export const part = 1';

beforeAll(async () => {
  dist = mkdtempSync(join(tmpdir(), 'sealed-'));
  mkdirSync(join(dist, 'assets'));
  writeFileSync(join(dist, 'assets/entry.js'), entry);
  writeFileSync(join(dist, 'assets/part.js'), part);
  writeFileSync(
    join(dist, 'index.html'),
    '<head><script type="module" crossorigin src="/assets/entry.js"></script>' +
      '<link rel="modulepreload" crossorigin href="/assets/part.js"></head>',
  );
  await sealFolder(web, dist);
});
afterAll(() => rmSync(dist, { recursive: true }));

const read = (path: string) => readFileSync(join(dist, path), 'utf8');

describe('a sealed build', () => {
  it('gives every script its hash: the entry in its tag, all in the import map before it', () => {
    const page = read('index.html');
    expect(page).toContain(`integrity="${integrityOf(entry, 'sha384')}"`);
    const importMap = /<script type="importmap">(.*?)<\/script>/.exec(page)?.[1] ?? '';
    expect(JSON.parse(importMap).integrity).toEqual({
      '/assets/entry.js': integrityOf(entry, 'sha384'),
      '/assets/part.js': integrityOf(part, 'sha384'),
    });
    expect(page.indexOf('importmap')).toBeLessThan(page.indexOf('type="module"'));
  });

  it('allows exactly that import map in the policy', () => {
    const { headers, immutable } = JSON.parse(read('headers.json'));
    const importMap = /<script type="importmap">(.*?)<\/script>/.exec(read('index.html'))?.[1];
    expect(headers['Content-Security-Policy']).toContain(integrityOf(importMap ?? '', 'sha256'));
    expect(immutable).toEqual(['assets/']);
  });

  it('does not list the service worker or the headers among the files it hands out', () => {
    const files = /^const files = (.*);$/m.exec(read('sw.js'))?.[1] ?? '';
    expect(Object.keys(JSON.parse(files))).toEqual([
      '/assets/entry.js',
      '/assets/part.js',
      '/index.html',
    ]);
  });
});

describe('the service worker', () => {
  it('hands out what it fetched while it still matches', async () => {
    const worker = await started();
    expect(await worker.ask('/assets/part.js')).toBe(part);
    expect(worker.fetched).toHaveLength(3);
  });

  it('answers every address of a page with the page', async () => {
    const worker = await started();
    expect(await worker.ask('/asks/some-ask', 'navigate')).toBe(read('index.html'));
  });

  it('G03: hands out the headers of the release, whatever a script put into the cache', async () => {
    const worker = await started();
    const page = await worker.answer('/asks/some-ask', 'navigate');
    const built = JSON.parse(read('headers.json')) as { headers: Record<string, string> };
    expect(page?.headers.get('content-security-policy')).toBe(
      built.headers['Content-Security-Policy'],
    );
    expect(page?.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });

  it('does not use a kept file in which one byte changed: it fetches it anew', async () => {
    const worker = await started();
    worker.kept.set('/assets/part.js', 'export const part = 2');
    expect(await worker.ask('/assets/part.js')).toBe(part);
    expect(worker.fetched.at(-1)).toBe('/assets/part.js');
  });

  it('does not install when the server sends a file that does not match', async () => {
    await expect(started({ '/assets/part.js': 'export const part = 3' })).rejects.toThrow();
  });

  it('leaves requests alone that are not for a file of the release', async () => {
    const worker = await started();
    expect(await worker.ask('/v1/streams/abc')).toBeUndefined();
  });

  it('waits with a new release until someone chooses it', async () => {
    const worker = await started();
    expect(worker.skipped()).toBe(0);
    worker.say('something else');
    expect(worker.skipped()).toBe(0);
    worker.say('update-now');
    expect(worker.skipped()).toBe(1);
  });
});

/** Runs `sw.js` with a cache in memory and a server that checks hashes as a browser does. */
async function started(served: Readonly<Record<string, string>> = {}) {
  const kept = new Map<string, string>();
  const fetched: string[] = [];
  let skips = 0;
  const listeners = new Map<string, (event: unknown) => void>();
  const cache = {
    match: async (path: string) => {
      const body = kept.get(path);
      return body === undefined ? undefined : new Response(body);
    },
    put: async (path: string, answer: Response) => void kept.set(path, await answer.text()),
  };
  const scope = {
    caches: { open: async () => cache, keys: async () => [], delete: async () => true },
    fetch: async (path: string, { integrity }: { integrity: string }) => {
      fetched.push(path);
      const body = served[path] ?? read(path);
      if (integrityOf(body, 'sha256') !== integrity) throw new TypeError('Failed to fetch');
      return new Response(body);
    },
    addEventListener: (type: string, heard: (event: unknown) => void) => listeners.set(type, heard),
    location: new URL('https://alongside.test/sw.js'),
    clients: { claim: async () => {} },
    skipWaiting: async () => {
      skips += 1;
    },
    crypto,
    URL,
    Response,
    btoa,
    Uint8Array,
  };
  runInNewContext(read('sw.js'), scope);
  const during = async (type: string, event: object) => {
    let work: Promise<unknown> | undefined;
    const heard = listeners.get(type);
    heard?.({
      ...event,
      waitUntil: (promise: Promise<unknown>) => {
        work = promise;
      },
      respondWith: (promise: Promise<unknown>) => {
        work = promise;
      },
    });
    return work;
  };
  await during('install', {});
  return {
    kept,
    fetched,
    skipped: () => skips,
    say: (data: unknown) => void during('message', { data }),
    answer,
    ask: async (path: string, mode?: string) => (await answer(path, mode))?.text(),
  };

  async function answer(path: string, mode = 'same-origin'): Promise<Response | undefined> {
    const request = { method: 'GET', mode, url: new URL(path, 'https://alongside.test').href };
    return (await during('fetch', { request })) as Response | undefined;
  }
}
