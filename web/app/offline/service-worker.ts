/**
 * Keeps the application on the device, so that it opens with no network. It knows every file of its
 * release by hash and hands out nothing else in its place: a file is checked when it is fetched and
 * again whenever it is used. A new release waits until someone chooses *Update now*.
 *
 * The headers of what it hands out are its own too: a page's script could have changed the kept ones,
 * and with them the content security policy of every visit to come.
 *
 * The build puts `release`, `files` and `headers` before this text; it has no imports. Requests that are not for
 * a file of the release (the relay's) pass by untouched. The browser fetches this script by itself, so
 * a hostile host can still replace it: see docs/security.
 */
export {};

declare const release: string;
declare const files: Readonly<Record<string, string>>;
declare const headers: Readonly<Record<string, string>>;

interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Fetching extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  readonly location: Location;
  readonly clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install' | 'activate', heard: (event: Extendable) => void): void;
  addEventListener(type: 'fetch', heard: (event: Fetching) => void): void;
  addEventListener(type: 'message', heard: (event: MessageEvent<unknown>) => void): void;
}
const worker = globalThis as unknown as Worker;

const cacheName = `alongside-${release}`;
const page = '/index.html';

worker.addEventListener('install', (event) => event.waitUntil(fetchAll()));
worker.addEventListener('activate', (event) => event.waitUntil(takeOver()));
worker.addEventListener('message', ({ data }) => {
  if (data === 'update-now') void worker.skipWaiting();
});
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== worker.location.origin) return;
  const isOwnPage = url.pathname.endsWith('.html') && Object.hasOwn(files, url.pathname);
  const path = request.mode === 'navigate' && !isOwnPage ? page : url.pathname;
  if (Object.hasOwn(files, path)) event.respondWith(serve(path));
});

/** A face of 240 kB for one language: fetched where that language is shown, checked like all others. */
const onlyWhenShown = /nastaliq/;

/** Fetches each file of the release. One that does not match its hash ends the installation. */
async function fetchAll(): Promise<void> {
  const cache = await caches.open(cacheName);
  const paths = Object.keys(files).filter((path) => !onlyWhenShown.test(path));
  const workers = Array.from({ length: 4 }, async () => {
    for (let path = paths.pop(); path !== undefined; path = paths.pop()) {
      if (await cache.match(path)) continue;
      await cache.put(path, await fetchOne(path));
    }
  });
  await Promise.all(workers);
}

async function fetchOne(path: string): Promise<Response> {
  const answer = await fetch(path, { cache: 'no-cache', integrity: files[path] ?? '' });
  if (!answer.ok) throw new Error(`A file of the release is missing: ${answer.status}`);
  return answer;
}

async function takeOver(): Promise<void> {
  const names = await caches.keys();
  const old = names.filter((name) => name.startsWith('alongside-') && name !== cacheName);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The kept file if it is still what it was, else a fresh one that must match too. */
async function serve(path: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  const kept = await cache.match(path);
  if (kept && (await isWhole(kept.clone(), path))) return withOwnHeaders(kept, path);
  const fresh = await fetchOne(path);
  await cache.put(path, fresh.clone());
  return fresh;
}

const types: Readonly<Record<string, string>> = {
  css: 'text/css; charset=utf-8',
  html: 'text/html; charset=utf-8',
  ico: 'image/x-icon',
  js: 'text/javascript; charset=utf-8',
  json: 'application/json; charset=utf-8',
  png: 'image/png',
  svg: 'image/svg+xml',
  txt: 'text/plain; charset=utf-8',
  wasm: 'application/wasm',
  webmanifest: 'application/manifest+json; charset=utf-8',
  woff2: 'font/woff2',
};

/** The kept body under this release's headers, whatever was kept beside it. */
function withOwnHeaders(kept: Response, path: string): Response {
  const type = types[path.slice(path.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return new Response(kept.body, { headers: { ...headers, 'content-type': type } });
}

async function isWhole(answer: Response, path: string): Promise<boolean> {
  const hash = await crypto.subtle.digest('SHA-256', await answer.arrayBuffer());
  const text = btoa(String.fromCharCode(...new Uint8Array(hash)));
  return `sha256-${text}` === files[path];
}
