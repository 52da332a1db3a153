/** Runs a contender in a fresh Node process. */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured } from '../subject.ts';

const child = fileURLToPath(new URL('./child.ts', import.meta.url));

/** Also MiB of memory taken, and milliseconds of processor time: steadier where others work too. */
export type Measurement = Measured & { readonly memory?: number; readonly cpu?: number };

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
  let output = '';
  running.stdout.on('data', (part: Buffer) => {
    output += part;
  });
  running.on('exit', (code) => {
    // Libraries write to the same place; what was measured is the last line.
    const last = output.trimEnd().split('\n').at(-1) ?? '';
    if (code !== 0) reject(new Error(`${contender} ended with ${code}`));
    else resolve(mode === 'measure' ? (JSON.parse(last) as Measurement) : undefined);
  });
  return promise;
}
