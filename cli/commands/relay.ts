/**
 * `alongside relay`: the streams alone, for an application that is served elsewhere; `relay backup` and
 * `relay restore` for what they keep in a folder; and `relay tables` for a database.
 */
import { parseArgs } from 'node:util';
import { tablesAsSql } from '@alongside/relay';
import type { Io } from '../io.ts';
import { readOptions, runServing } from '../serving.ts';
import { backupStreams, restoreStreams } from './relay-backup.ts';

/** The port that the open protocol proposes for servers of their own. */
const usualPort = 4437;

/** Runs until SIGINT or SIGTERM, unless another verb is asked for; gives the exit code. */
export async function relay(args: readonly string[], io: Io): Promise<number> {
  const [verb, ...rest] = args;
  if (verb === 'backup') return backupStreams(rest, io);
  if (verb === 'restore') return restoreStreams(rest, io);
  if (verb === 'tables') return printTables(rest, io);
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

/** Prints the SQL that makes the tables, whole or in parts, for whoever makes them by hand. */
function printTables(args: readonly string[], io: Io): number {
  const parts = partsIn(args);
  if (parts === undefined) {
    io.stderr('Parts are a number from 1 to 1024: relay tables --parts 32\n');
    return 1;
  }
  io.stdout(tablesAsSql({ parts }));
  return 0;
}

function partsIn(args: readonly string[]): number | undefined {
  try {
    const { values } = parseArgs({ args: [...args], options: { parts: { type: 'string' } } });
    const parts = Number(values.parts ?? '1');
    return Number.isInteger(parts) && parts >= 1 && parts <= 1024 ? parts : undefined;
  } catch {
    return undefined;
  }
}
