/** For tests: a command that serves, started as a person would start it, until it is stopped. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface Running {
  /** Without the slash at its end and without the fragment. */
  readonly address: string;
  /** What the fragment says; empty where there is none. */
  readonly voucher: string;
  readonly pid: number;
  /** All that was written to standard output and to standard error. */
  said(): string;
  /** Sends a signal and gives the exit code, or null where the signal ended it. */
  stop(signal?: NodeJS.Signals): Promise<number | null>;
}

/** Waits until the command has printed its address; throws what it said where it ends before. */
export async function startCommand(...args: string[]): Promise<Running> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args]);
  let said = '';
  let wake = () => {};
  const hear = (text: Buffer) => {
    said += text;
    wake();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  const closed = once(child, 'close').then(([code]) => {
    wake();
    return code as number | null;
  });
  const printed = () => /(https?:\/\/\S+?)\/(?:#voucher=(\S+))?\n/.exec(said);
  while (!printed() && child.exitCode === null) {
    await new Promise<void>((resolve) => {
      wake = resolve;
    });
  }
  const [, address, voucher = ''] = printed() ?? [];
  if (address === undefined) throw new Error(said);
  return {
    address,
    voucher,
    pid: child.pid as number,
    said: () => said,
    stop(signal = 'SIGTERM') {
      child.kill(signal);
      return closed;
    },
  };
}
