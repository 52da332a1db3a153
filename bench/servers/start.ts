/** Starts a server that is measured in a process of its own, over a folder of its own. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** Milliseconds of one tick of a process's clock: a hundred a second on every Linux of today. */
const tick = 10;

export interface Taken {
  /** KiB of memory, now. */
  readonly memory: number;
  /** Milliseconds of processor time, since it began. */
  readonly processor: number;
}

export interface Server {
  readonly address: string;
  readonly folder: string;
  /** What its process has taken so far; undefined where the machine does not say. */
  taken(): Taken | undefined;
  /** Ends it; what it wrote stays until `remove`. */
  stop(): Promise<void>;
  remove(): void;
}

/** `fill` puts what it begins with into its folder. */
export async function startServer(
  name: 'alongside' | 'reference' | 'yjs' | 'floor',
  more: readonly string[] = [],
  fill: (folder: string) => void = () => {},
): Promise<Server> {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-bench-server-'));
  fill(folder);
  const program = join(import.meta.dirname, `${name}.ts`);
  const child = spawn(process.execPath, [program, folder, ...more], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`${name} ended with ${code}`)));
    // Servers print other things to the same place.
    createInterface(child.stdout).on('line', (line) => {
      if (line.startsWith('listening ')) resolve(line.slice(10));
    });
  });
  return {
    address,
    folder,
    taken: () => takenBy(child.pid ?? 0),
    async stop() {
      const ended = once(child, 'exit');
      child.stdin.end();
      await ended;
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** As Linux tells of a process, https://man7.org/linux/man-pages/man5/proc_pid_stat.5.html. */
function takenBy(pid: number): Taken | undefined {
  try {
    const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const [user = 0, system = 0] = stat
      .slice(stat.lastIndexOf(')'))
      .split(' ')
      .slice(12)
      .map(Number);
    return { memory: Number(memory), processor: (user + system) * tick };
  } catch {
    return undefined;
  }
}
