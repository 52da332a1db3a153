/** `alongside start`: serves the application and its streams on this machine until it is told to stop. */
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CannotServe, type Served, type Store, serve } from '@alongside/relay';
import type { Io } from '../io.ts';
import { cannotOpenSentence, openStreams } from '../streams.ts';

const usualPort = 8420;
const portsToTry = 20;
const highestPort = 65_535;

/** Runs until SIGINT or SIGTERM; gives 0 then, and 1 with a sentence when it cannot start. */
export async function start(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions(args);
  if ('sentence' in options) {
    io.stderr(`${options.sentence}\n`);
    return 1;
  }
  if (!canMake(options.data)) {
    io.stderr(`Cannot use the folder ${options.data}: it cannot be made.\n`);
    return 1;
  }
  const folder = join(import.meta.dirname, '..', '..', 'web', 'dist');
  const streams = await openStreams(options.data);
  if ('type' in streams) {
    io.stderr(`${cannotOpenSentence(streams, options.data)}\n`);
    return 1;
  }
  const { store, voucher } = streams;
  const served = await serveOn(folder, options.port, store);
  if ('type' in served) {
    await store.close();
    io.stderr(`${sentenceFor(served)}\n`);
    return 1;
  }
  const address = `${served.address}#voucher=${voucher}`;
  io.stdout(`Alongside is running. Open ${address}\nStop it with Ctrl-C.\n`);
  await new Promise<void>((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
  await served.stop();
  await store.close();
  return 0;
}

async function serveOn(folder: string, port: number | undefined, store: Store) {
  if (port !== undefined) return serve(folder, port, { store });
  let served = await serve(folder, usualPort, { store });
  for (let next = usualPort + 1; isTaken(served) && next < usualPort + portsToTry; next++) {
    served = await serve(folder, next, { store });
  }
  return served;
}

function isTaken(served: Served | CannotServe): boolean {
  return 'type' in served && served.type === 'PortTaken';
}

type Options = { port: number | undefined; data: string } | { sentence: string };

function readOptions(args: readonly string[]): Options {
  let values: { port?: string | undefined; data?: string | undefined };
  try {
    ({ values } = parseArgs({
      args: [...args],
      options: { port: { type: 'string' }, data: { type: 'string' } },
    }));
  } catch {
    return { sentence: 'start takes --port PORT and --data DIR, nothing else.' };
  }
  const port = values.port === undefined ? undefined : Number(values.port);
  if (port !== undefined && !(/^\d+$/.test(values.port ?? '') && port <= highestPort)) {
    return { sentence: `A port is a number from 0 to ${highestPort}, not "${values.port}".` };
  }
  return { port, data: resolve(values.data ?? 'data') };
}

function canMake(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}

function sentenceFor(refusal: CannotServe): string {
  switch (refusal.type) {
    case 'PortTaken':
      return `Port ${refusal.port} is taken by another program. Try --port ${
        refusal.port < highestPort ? refusal.port + 1 : usualPort
      }.`;
    case 'PortNotAllowed':
      return `This machine does not let you use port ${refusal.port}. Try one above 1023.`;
    case 'HostNotHere':
      return `This machine has no address ${refusal.host}.`;
    case 'OpenElsewhere':
      return `Open access is for this machine only, not for ${refusal.host}.`;
    case 'BadCertificate':
      return 'The certificate and the key do not fit each other, or are not in PEM.';
    case 'NothingBuilt':
      return `No application is built in ${refusal.folder}. Start with: npm start`;
  }
}
