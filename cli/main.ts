/** The command `alongside`: finds the verb, runs it, and ends with its exit code. */
import { help } from './commands/help.ts';
import type { Io } from './io.ts';

/** Verbs load when they are asked for, so that `story read` starts no server. */
const commands: Record<string, () => Promise<Command>> = {
  start: async () => (await import('./commands/start.ts')).start,
  relay: async () => (await import('./commands/relay.ts')).relay,
  story: async () => (await import('./commands/story.ts')).story,
  backup: async () => (await import('./commands/backup.ts')).backup,
  workspace: async () => (await import('./commands/workspace.ts')).workspace,
};

type Command = (args: readonly string[], io: Io) => Promise<number>;

const io: Io = {
  stdout: (text) => process.stdout.write(text),
  stderr: (text) => process.stderr.write(text),
};

const [verb = '--help', ...args] = process.argv.slice(2);
if (verb === '--help' || verb === '-h' || verb === 'help') {
  io.stdout(help(args[0]));
} else if (args.includes('--help') || args.includes('-h')) {
  io.stdout(help(verb));
} else {
  const load = commands[verb];
  if (load) {
    process.exitCode = await (await load())(args, io);
  } else {
    io.stderr(`There is no command "${verb}".\n\n${help()}`);
    process.exitCode = 1;
  }
}
