/**
 * `alongside workspace`: a member at a command line, or in a script. It joins by an invitation like
 * anybody else, keeps what it may read sealed in a folder under six words, reads, and writes asks down.
 */
import { askUnseen } from '../ask-unseen.ts';
import type { Io } from '../io.ts';
import { addAsk } from '../workspace/add-ask.ts';
import { exportWorkspace } from '../workspace/export.ts';
import { joinWorkspace } from '../workspace/join.ts';
import { readWorkspaceOptions } from '../workspace/options.ts';
import { showWorkspace } from '../workspace/show.ts';
import { help } from './help.ts';

const verbs = {
  join: joinWorkspace,
  show: showWorkspace,
  'add-ask': addAsk,
  export: exportWorkspace,
};

/** Runs the command; gives the exit code. `ask` reads the six words a person types. */
export async function workspace(args: readonly string[], io: Io, ask = askUnseen): Promise<number> {
  const [verb = '', ...rest] = args;
  const options = readWorkspaceOptions(rest);
  if (!Object.hasOwn(verbs, verb) || !options) {
    io.stderr(help('workspace'));
    return 1;
  }
  return verbs[verb as keyof typeof verbs](options, io, ask);
}
