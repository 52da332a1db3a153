/** `alongside start`: serves the application and its streams on this machine until it is told to stop. */
import { join } from 'node:path';
import type { Io } from '../io.ts';
import { readOptions, runServing } from '../serving.ts';

/** Runs until SIGINT or SIGTERM; gives 0 then, and 1 with a sentence when it cannot start. */
export async function start(args: readonly string[], io: Io): Promise<number> {
  const options = readOptions('start', args);
  if ('sentence' in options) {
    io.stderr(`${options.sentence}\n`);
    return 1;
  }
  const application = {
    folder: join(import.meta.dirname, '..', '..', 'web', 'dist'),
    usualPort: 8420,
    running: (address: string) => `Alongside is running. Open ${address}\nStop it with Ctrl-C.\n`,
  };
  return runServing(options, application, io);
}
