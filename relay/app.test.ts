import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createApp } from './app.ts';
import { readBuiltFiles } from './files/built-files.ts';

const policy = "default-src 'none'; script-src 'self'";
let folder: string;
let app: ReturnType<typeof createApp>;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'alongside-built-'));
  mkdirSync(join(folder, 'assets'));
  const page = `<!doctype html><title>Alongside</title>${'<p>words</p>'.repeat(200)}`;
  writeFileSync(join(folder, 'index.html'), page);
  writeFileSync(join(folder, 'assets', 'main-abc.js'), `console.log(${'1+'.repeat(2000)}1)`);
  writeFileSync(
    join(folder, 'headers.json'),
    JSON.stringify({ headers: { 'content-security-policy': policy }, immutable: ['assets/'] }),
  );
  writeFileSync(join(folder, '.built-from'), 'a stamp of the build');
  app = createApp({ files: readBuiltFiles(folder) });
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the application is served', () => {
  test.each(['/', '/stories', '/stories/import', '/asks/x1'])(
    'with its page for the address %s',
    async (path) => {
      const answer = await app.request(path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toContain('<title>Alongside</title>');
    },
  );

  test('with the policy of the build on every answer, refusals too', async () => {
    for (const path of ['/', '/assets/main-abc.js', '/nothing.js', '/health']) {
      const answer = await app.request(path);
      expect(answer.headers.get('content-security-policy')).toBe(policy);
    }
  });

  test('with files that carry their hash kept for good', async () => {
    const answer = await app.request('/assets/main-abc.js');
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('compressed as the browser accepts it, the same bytes each way', async () => {
    const plain = new Uint8Array(await (await app.request('/assets/main-abc.js')).arrayBuffer());
    const decoders = { br: brotliDecompressSync, gzip: gunzipSync };
    for (const [encoding, decode] of Object.entries(decoders)) {
      const answer = await app.request('/assets/main-abc.js', {
        headers: { 'accept-encoding': encoding },
      });
      expect(answer.headers.get('content-encoding')).toBe(encoding);
      const bytes = new Uint8Array(await answer.arrayBuffer());
      expect(bytes.length).toBeLessThan(plain.length);
      expect(new Uint8Array(decode(bytes))).toEqual(plain);
    }
  });

  test('to HEAD without a body', async () => {
    const answer = await app.request('/', { method: 'HEAD' });
    expect(answer.status).toBe(200);
    expect(await answer.text()).toBe('');
  });
});

describe('what is not there is refused', () => {
  test.each([
    '/assets/gone.js',
    '/headers.json',
    '/.built-from',
    '/../package.json',
    '/assets/..%2f..%2fpackage.json',
    '/%00.js',
    `/${'a'.repeat(8000)}.js`,
  ])('with 404 and problem details: %.40s', async (path) => {
    const answer = await app.request(path);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('application/problem+json');
    expect(await answer.json()).toEqual({
      type: 'about:blank',
      status: 404,
      title: 'There is nothing at this address.',
    });
  });

  test.each(['POST', 'PUT', 'DELETE', 'PATCH'])('with 405 for %s', async (method) => {
    const answer = await app.request('/', { method });
    expect(answer.status).toBe(405);
    expect(answer.headers.get('allow')).toBe('GET, HEAD');
  });

  test('and no answer sets a cookie', async () => {
    for (const path of ['/', '/health', '/nothing.js']) {
      expect((await app.request(path)).headers.get('set-cookie')).toBeNull();
    }
  });
});

test('readBuiltFiles throws where nothing is built', () => {
  expect(() => readBuiltFiles(join(folder, 'assets'))).toThrow();
});
