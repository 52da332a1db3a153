/**
 * What the server answers: streams where it has a place to keep them, the application's files where it
 * has been given some, and how it is. It keeps no log of who asked: no address, no path, no browser's name.
 */
import type { HttpBindings } from '@hono/node-server';
import { Hono } from 'hono';
import { answer } from './answers.ts';
import type { BuiltFile, BuiltFiles } from './files/built-files.ts';
import { problem } from './problems.ts';
import type { Exchange, Relay } from './relay.ts';

/** How requests for streams are answered: by token, or openly. */
export type Profile = (
  relay: Relay,
  exchange: Omit<Exchange, 'id'>,
  name: string,
) => Promise<Response>;

export interface Parts {
  readonly files?: BuiltFiles;
  readonly streams?: { readonly relay: Relay; readonly profile: Profile };
}

const streams = '/v1/stream/';

/** The application's files, with `/index.html` for every page, the streams, and how the server is. */
export function createApp({ files, streams: given }: Parts): Hono<{ Bindings: HttpBindings }> {
  const app = new Hono<{ Bindings: HttpBindings }>();

  if (given) {
    const { relay, profile } = given;
    app.all(`${streams}*`, async ({ env: { incoming, outgoing } }) => {
      const [path = '', search = ''] = (incoming.url ?? '').split('?', 2);
      if (!path.startsWith(streams)) return problem('NothingHere');
      const exchange = { incoming, outgoing, query: new URLSearchParams(search) };
      const answered = await profile(relay, exchange, path.slice(streams.length));
      relay.counts.answered(answered.status);
      return answered;
    });
    app.get('/ready', async () => {
      if (!(await relay.store.ready())) return problem('Away', {}, 5);
      return answer(200, '{"status":"ready"}', { 'content-type': 'application/json' });
    });
    app.get('/metrics', () =>
      answer(200, relay.counts.text(), { 'content-type': 'text/plain; version=0.0.4' }),
    );
  }

  app.use(async (context, next) => {
    await next();
    for (const [name, value] of Object.entries(files?.headers ?? {})) context.header(name, value);
  });

  app.get('/health', (context) => {
    context.header('cache-control', 'no-store');
    return context.json({ status: 'ok' });
  });

  app.get('*', (context) => {
    const { path } = context.req;
    const isPage = !path.slice(path.lastIndexOf('/')).includes('.');
    const file = files?.byPath.get(isPage ? '/index.html' : path);
    return file ? sent(file, context.req.header('accept-encoding') ?? '') : problem('NoSuchPage');
  });

  app.all('*', () => problem('OnlyReading', { allow: 'GET, HEAD' }));
  app.onError(() => problem('Failed'));
  return app;
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
