/** Real relays for tests: one in this process, and one in its own that can be killed. */
import { type ChildProcess, spawn } from 'node:child_process';
import { hash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCannotOpen, openSqliteStore, type Store, serve } from '@alongside/relay';

export const voucher = new Uint8Array(32).fill(9);

export interface RealRelay {
  readonly fetch: typeof fetch;
  /** Where it is, without the slash at its end. */
  readonly server: string;
  readonly voucher: Uint8Array;
  readonly folder: string;
  stop(): Promise<void>;
}

/** A voucher is as good for as many streams as a test needs. */
async function allowStreams(store: Store): Promise<void> {
  const quota = { bytes: 256 * 1024 * 1024, children: 100 };
  await store.addVoucher({ hash: hash('sha256', voucher, 'buffer'), streams: 1000, quota });
}

function openStore(folder: string): Store {
  const store = openSqliteStore(folder, {
    now: () => Date.now(),
    onFatal: (reason) => {
      throw new Error(reason);
    },
  });
  if (isCannotOpen(store)) throw new Error(store.type);
  return store;
}

export async function startRelay(): Promise<RealRelay> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-together-'));
  const store = openStore(folder);
  await allowStreams(store);
  const served = await serve(null, 0, { store });
  if ('type' in served) throw new Error(served.type);
  return {
    fetch,
    server: served.address.replace(/\/$/, ''),
    voucher,
    folder,
    async stop() {
      await served.stop();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export interface KillableRelay extends RealRelay {
  /** Ends the process at once, as a loss of power would. */
  kill(): Promise<void>;
  /** Starts it again on the same folder and port. */
  again(): Promise<void>;
}

export async function startKillableRelay(): Promise<KillableRelay> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-together-'));
  const store = openStore(folder);
  await allowStreams(store);
  await store.close();
  let running = await startProcess(folder, '0');
  const { server } = running;
  const port = new URL(server).port;
  const kill = async () => {
    const gone = once(running.child, 'exit');
    running.child.kill('SIGKILL');
    await gone;
  };
  return {
    fetch,
    server,
    voucher,
    folder,
    kill,
    async again() {
      running = await startProcess(folder, port);
    },
    async stop() {
      await kill();
      rmSync(folder, { recursive: true });
    },
  };
}

async function startProcess(
  folder: string,
  port: string,
): Promise<{ readonly child: ChildProcess; readonly server: string }> {
  const program = join(import.meta.dirname, 'relay-process.ts');
  const child = spawn(process.execPath, [program, folder, port], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { child, server: line.toString().trim().replace(/\/$/, '') };
}
