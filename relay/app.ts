/**
 * What the server answers besides streams: the application's files where it has been given some, and how
 * it is. It keeps no log of who asked: no address, no path, no browser's name.
 */
import { Hono } from 'hono';
import { answer, responseOf } from './answers.ts';
import type { BuiltFile, BuiltFiles } from './files/built-files.ts';
import { type Problem, problem } from './problems.ts';
import type { Relay } from './relay.ts';

export interface Parts {
  readonly files?: BuiltFiles;
  readonly relay?: Relay;
}

/** The application's files, with `/index.html` for every page, and how the server is. */
export function createApp({ files, relay }: Parts): Hono {
  const app = new Hono();

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(files?.headers ?? {})) context.header(name, value);
  });

  app.get('/health', (context) => {
    context.header('cache-control', 'no-store');
    return context.json({ status: 'ok' });
  });

  if (relay) {
    app.get('/ready', async () =>
      (await relay.store.ready())
        ? responseOf(answer(200, '{"status":"ready"}', { 'content-type': 'application/json' }))
        : responseOf(problem('Away', {}, 5)),
    );
    app.get('/metrics', () =>
      responseOf(answer(200, relay.counts.text(), { 'content-type': 'text/plain; version=0.0.4' })),
    );
  }

  app.get('*', (context) => {
    const { path } = context.req;
    const isPage = !path.slice(path.lastIndexOf('/')).includes('.');
    const file = files?.byPath.get(isPage ? '/index.html' : path);
    return file ? sent(file, context.req.header('accept-encoding') ?? '') : refused('NoSuchPage');
  });

  app.all('*', () => refused('OnlyReading', { allow: 'GET, HEAD' }));
  app.onError(() => refused('Failed'));
  return app;
}

function refused(name: Problem, headers?: Record<string, string>): Response {
  return responseOf(problem(name, headers));
}

async function sent(file: BuiltFile, accepted: string): Promise<Response> {
  const { encoding, bytes } = await file.encoded(accepted);
  return new Response(bytes, {
    headers: {
      'content-type': file.type,
      'cache-control': file.immutable ? 'public, max-age=31536000, immutable' : 'no-cache',
      vary: 'accept-encoding',
      ...(encoding && { 'content-encoding': encoding }),
    },
  });
}
