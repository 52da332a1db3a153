/** What `alongside start` and `alongside relay` have in common: options, opening, serving, stopping. */
import { mkdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { type CannotServe, type Served, type ServeOptions, serve } from '@alongside/relay';
import type { Io } from './io.ts';
import { cannotOpenSentence, openStreams } from './streams.ts';

export interface ServingOptions {
  readonly port: number | undefined;
  readonly data: string;
  readonly database: string | undefined;
  readonly newVoucher: boolean;
  readonly serve: Pick<ServeOptions, 'host' | 'access' | 'tls' | 'proxies'>;
}

/** A sentence that says what is wrong with the arguments. */
export interface Misasked {
  readonly sentence: string;
}

const highestPort = 65_535;
const portsToTry = 20;

/** Reads the options of a verb. */
export function readOptions(verb: string, args: readonly string[]): ServingOptions | Misasked {
  const given = parsed(args);
  if (!given) {
    return { sentence: `${verb} does not take that. alongside help ${verb} says what it takes.` };
  }
  const { port: portGiven, access = 'token', voucher, 'tls-cert': cert, 'tls-key': key } = given;
  const port = portGiven === undefined ? undefined : Number(portGiven);
  if (port !== undefined && !(/^\d+$/.test(portGiven ?? '') && port <= highestPort)) {
    return { sentence: `A port is a number from 0 to ${highestPort}, not "${portGiven}".` };
  }
  if (access !== 'token' && access !== 'open') {
    return { sentence: 'Access is token or open.' };
  }
  if (voucher !== undefined && voucher !== 'new') {
    return { sentence: 'A voucher is made here: --voucher new.' };
  }
  const tls = readTls(cert, key);
  if (tls && 'sentence' in tls) return tls;
  return {
    port,
    data: resolve(given.data ?? 'data'),
    database: given.database,
    newVoucher: voucher === 'new',
    serve: {
      access,
      ...(given.host !== undefined && { host: given.host }),
      ...(tls && { tls }),
      ...(given.proxy && { proxies: given.proxy }),
    },
  };
}

function parsed(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        port: { type: 'string' },
        host: { type: 'string' },
        data: { type: 'string' },
        database: { type: 'string' },
        access: { type: 'string' },
        'tls-cert': { type: 'string' },
        'tls-key': { type: 'string' },
        voucher: { type: 'string' },
        proxy: { type: 'string', multiple: true },
      },
    }).values;
  } catch {
    return undefined;
  }
}

function readTls(
  cert: string | undefined,
  key: string | undefined,
): ServeOptions['tls'] | Misasked {
  if (cert === undefined && key === undefined) return undefined;
  if (cert === undefined || key === undefined) {
    return { sentence: 'A certificate needs its key: --tls-cert FILE --tls-key FILE.' };
  }
  try {
    return { cert: readFileSync(cert), key: readFileSync(key) };
  } catch {
    return { sentence: 'The certificate or its key cannot be read.' };
  }
}

export interface Serving {
  /** The folder of the built application; null for the streams alone. */
  readonly folder: string | null;
  readonly usualPort: number;
  /** What is printed when it runs. `address` has the voucher where there is one. */
  readonly running: (address: string) => string;
}

/** Runs until SIGINT or SIGTERM; gives 0 then, and 1 with a sentence when it cannot start. */
export async function runServing(
  options: ServingOptions,
  { folder, usualPort, running }: Serving,
  io: Io,
): Promise<number> {
  const { data, database, newVoucher } = options;
  if (!canMake(data)) {
    io.stderr(`Cannot use the folder ${data}: it cannot be made.\n`);
    return 1;
  }
  const streams = await openStreams({ data, database, newVoucher });
  if ('type' in streams) {
    io.stderr(`${cannotOpenSentence(streams, data)}\n`);
    return 1;
  }
  const { store, voucher } = streams;
  const served = await serveOn(folder, usualPort, options.port, { ...options.serve, store });
  if ('type' in served) {
    await store.close();
    io.stderr(`${sentenceFor(served, usualPort)}\n`);
    return 1;
  }
  const isOpen = options.serve.access === 'open';
  const address = isOpen ? served.address : `${served.address}#voucher=${voucher}`;
  io.stdout(`${isOpen ? openSentence : ''}${running(address)}`);
  await new Promise<void>((stop) => {
    process.once('SIGINT', stop);
    process.once('SIGTERM', stop);
  });
  await served.stop();
  await store.close();
  return 0;
}

const openSentence =
  'Access is open: whoever reaches it may read, write and delete everything. It listens on this machine only.\n';

async function serveOn(
  folder: string | null,
  usualPort: number,
  port: number | undefined,
  options: ServeOptions,
): Promise<Served | CannotServe> {
  if (port !== undefined) return serve(folder, port, options);
  let served = await serve(folder, usualPort, options);
  for (let next = usualPort + 1; isTaken(served) && next < usualPort + portsToTry; next++) {
    served = await serve(folder, next, options);
  }
  return served;
}

function isTaken(served: Served | CannotServe): boolean {
  return 'type' in served && served.type === 'PortTaken';
}

export function canMake(folder: string): boolean {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    return true;
  } catch {
    return false;
  }
}

function sentenceFor(refusal: CannotServe, usualPort: number): string {
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
