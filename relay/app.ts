/**
 * What the server answers. It keeps no log of who asked: no address, no path, no browser's name.
 */
import { Hono } from 'hono';
import type { BuiltFiles } from './files/built-files.ts';

/** The application's files, with `/index.html` for every page, and `/health`. */
export function createApp(files: BuiltFiles): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(files.headers)) context.header(name, value);
  });

  app.get('/health', (context) => {
    context.header('cache-control', 'no-store');
    return context.json({ status: 'ok' });
  });

  app.get('*', async (context) => {
    const path = context.req.path;
    const isPage = !path.slice(path.lastIndexOf('/')).includes('.');
    const file = files.byPath.get(isPage ? '/index.html' : path);
    if (!file) return problem(404, 'There is nothing at this address.');
    const { encoding, bytes } = await file.encoded(context.req.header('accept-encoding') ?? '');
    return new Response(bytes, {
      headers: {
        'content-type': file.type,
        'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
        vary: 'accept-encoding',
        ...(encoding && { 'content-encoding': encoding }),
      },
    });
  });

  app.all('*', () => problem(405, 'Only GET and HEAD are answered here.', { allow: 'GET, HEAD' }));
  app.onError(() => problem(500, 'Something went wrong on the server. Nothing was changed.'));
  return app;
}

/** An error as problem details (RFC 9457). Never echoes what was asked or what was caught. */
function problem(status: number, title: string, headers: Record<string, string> = {}): Response {
  return new Response(JSON.stringify({ type: 'about:blank', status, title }), {
    status,
    headers: {
      'content-type': 'application/problem+json',
      'cache-control': 'no-store',
      ...headers,
    },
  });
}
