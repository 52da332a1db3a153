/** Runs a contender in a fresh Node process. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured } from '../subject.ts';

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Also MiB of memory taken, and milliseconds of processor time: steadier where others work too. */
export type Measurement = Measured & { readonly memory?: number; readonly cpu?: number };

/** Milliseconds for what a contender prepares, and for one run of it. */
const patience = { prepare: 600_000, measure: 90_000 };

export class NotFinished extends Error {
  override readonly name = 'NotFinished';
  constructor(contender: string, milliseconds: number) {
    super(`${contender} did not finish within ${milliseconds / 1000} seconds`);
  }
}

export function inNode(
  mode: 'prepare' | 'measure',
  subject: string,
  contender: string,
  size: number,
  file: string,
): Promise<Measurement | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<Measurement | undefined>();
  const heap = '--max-old-space-size=8192';
  const given = [heap, child, mode, subject, contender, String(size), file];
  const running = spawn(process.execPath, given, { stdio: ['ignore', 'pipe', 'inherit'] });
  // Who hangs must not hold up the others: the run fails, or goes on without it, as the caller says.
  const late = setTimeout(() => running.kill('SIGKILL'), patience[mode]);
  let output = '';
  running.stdout.on('data', (part: Buffer) => {
    output += part;
  });
  running.on('exit', (code, signal) => {
    clearTimeout(late);
    // Libraries write to the same place; what was measured is the last line.
    const last = output.trimEnd().split('\n').at(-1) ?? '';
    if (signal === 'SIGKILL') reject(new NotFinished(contender, patience[mode]));
    else if (code !== 0) reject(new Error(`${contender} ended with ${code}`));
    else resolve(mode === 'measure' ? (JSON.parse(last) as Measurement) : undefined);
  });
  return promise;
}
