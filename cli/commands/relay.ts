/**
 * `alongside relay`: the streams alone, for an application that is served elsewhere; and `relay backup`
 * and `relay restore` for what they keep.
 */
import type { Io } from '../io.ts';
import { readOptions, runServing } from '../serving.ts';
import { backupStreams, restoreStreams } from './relay-backup.ts';

/** The port that the open protocol proposes for servers of their own. */
const usualPort = 4437;

/** Runs until SIGINT or SIGTERM, or makes or puts back a backup; gives the exit code. */
export async function relay(args: readonly string[], io: Io): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === 'backup') return backupStreams(rest, io);
  if (verb === 'restore') return restoreStreams(rest, io);
  const options = readOptions('relay', args);
  if ('sentence' in options) {
    io.stderr(`${options.sentence}\n`);
    return 1;
  }
  const streams = {
    folder: null,
    usualPort,
    running: (address: string) =>
      `The streams are served. Workspaces begin here with ${address}\nStop it with Ctrl-C.\n`,
  };
  return runServing(options, streams, io);
}
