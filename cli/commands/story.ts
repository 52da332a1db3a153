/**
 * `alongside story read FILE… [--json]`: what a document tells as a story, as an outline or as JSON.
 * Nothing is sent, fetched or kept. A file that cannot be read gives its sentence on the error
 * stream and exit code 1; the others are still printed.
 */
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { Reading } from '@alongside/practice';
import { readLimits, sayRefusal } from '@alongside/press';
import { type Io, shown } from '../io.ts';
import { readAway, sayNotRead } from '../reading/read-away.ts';
import { readingToJson, readingToOutline } from '../story-output.ts';
import { help } from './help.ts';

const usage = help('story');

/** Runs the command; gives the exit code. */
export async function story(args: readonly string[], io: Io): Promise<number> {
  const [verb, ...rest] = args;
  if (verb !== 'read') {
    io.stderr(
      `${verb ? `There is no "story ${verb}".` : 'Say what to do with which file.'}\n\n${usage}`,
    );
    return 1;
  }
  const files = filesOf(rest);
  const option = unknownOption(rest);
  if (option !== undefined || files.length === 0) {
    io.stderr(
      option === undefined
        ? `Say which file to read.\n\n${usage}`
        : `There is no option ${option}.\n\n${usage}`,
    );
    return 1;
  }
  const json = rest.includes('--json');
  const read: { file: string; reading: Reading }[] = [];
  let code = 0;
  for (const file of files) {
    const result = await readFile(file);
    if (typeof result === 'string') {
      io.stderr(`${shown(file)}: ${result}\n`);
      code = 1;
      continue;
    }
    read.push({ file, reading: result });
    for (const sentence of notes(result)) io.stderr(`${shown(file)}: ${sentence}\n`);
    if (!json) io.stdout(readingToOutline(result, files.length > 1 ? shown(file) : undefined));
  }
  if (json && files.length > 1)
    io.stdout(
      `${JSON.stringify(
        read.map(({ reading }) => readingToJson(reading)),
        null,
        2,
      )}\n`,
    );
  else if (json && read[0])
    io.stdout(`${JSON.stringify(readingToJson(read[0].reading), null, 2)}\n`);
  return code;
}

function filesOf(args: readonly string[]): string[] {
  const stop = args.indexOf('--');
  return args.filter(
    (arg, at) => (stop >= 0 && at > stop) || (!arg.startsWith('--') && arg !== '-'),
  );
}

function unknownOption(args: readonly string[]): string | undefined {
  const stop = args.indexOf('--');
  return args.find((arg, at) => (stop < 0 || at < stop) && arg.startsWith('-') && arg !== '--json');
}

/** A reading, or the sentence that says why there is none. Looks at the size before the bytes. */
async function readFile(file: string): Promise<Reading | string> {
  try {
    const about = await stat(file);
    if (!about.isFile()) return 'It is not a file.';
    if (about.size > readLimits.document) {
      return sayRefusal({ type: 'TooBig', bytes: about.size, limit: readLimits.document });
    }
    const handle = await open(file);
    try {
      const bytes = new Uint8Array(await handle.readFile());
      const result = await readAway({ bytes, name: basename(file) });
      return 'type' in result ? sayNotRead(result) : result;
    } finally {
      await handle.close();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') return 'There is no such file.';
    if (code === 'EACCES' || code === 'EPERM') return 'It may not be read: check its permissions.';
    if (code !== undefined) return 'It could not be read from the disk.';
    throw error;
  }
}

function notes({ document }: Reading): string[] {
  const said: string[] = [];
  if (document.encoding) said.push(`Its letters were stored as ${document.encoding}.`);
  const left = document.leftOut?.map(({ what, count }) => `${what} (${count})`).join(', ');
  if (left) said.push(`Left out, as no text; nothing was run or fetched: ${left}.`);
  return said;
}
