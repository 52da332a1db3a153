/**
 * `alongside story read FILE… [--json]`: what a document tells as a story, as an outline or as JSON.
 * Nothing is sent, fetched or kept. A file that cannot be read gives its sentence on the error
 * stream and exit code 1; the others are still printed.
 */
import { open, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Reading, type Story, storyFromPieces } from '@alongside/practice';
import { isRefusal, readDocument, readLimits, sayRefusal } from '@alongside/press';
import type { Io } from '../io.ts';
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
      io.stderr(`${basename(file)}: ${result}\n`);
      code = 1;
      continue;
    }
    read.push({ file, reading: result });
    for (const sentence of notes(result)) io.stderr(`${basename(file)}: ${sentence}\n`);
    if (!json) io.stdout(outline(result, files.length > 1 ? basename(file) : undefined));
  }
  if (json && files.length > 1)
    io.stdout(
      `${JSON.stringify(
        read.map(({ reading }) => asJson(reading)),
        null,
        2,
      )}\n`,
    );
  else if (json && read[0]) io.stdout(`${JSON.stringify(asJson(read[0].reading), null, 2)}\n`);
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
      const result = await readDocument(bytes, { name: basename(file) });
      return isRefusal(result) ? sayRefusal(result) : result;
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

/** The story as JSON: the agreed fields, then what else was found. */
function asJson({ document, pieces, isStory }: Reading) {
  const { series, title, narrators, pullQuotes, introduction, partners, ...rest } =
    storyFromPieces(pieces);
  return {
    series,
    title,
    narrators,
    pullQuotes,
    introduction,
    partners,
    guidingQuestions: rest.guidingQuestions,
    takeaways: rest.takeaways,
    prompts: rest.prompts,
    unrecognised: pieces
      .filter(({ kind }) => kind === 'unrecognised' || kind === 'plain')
      .map(({ text, places, reason }) => ({
        text,
        line: places[0]?.line ?? 0,
        ...(reason !== undefined && { reason }),
      })),
    isStory,
    place: rest.place,
    campaigns: rest.campaigns,
    headings: pieces
      .filter(({ kind }) => kind === 'heading')
      .map(({ text, places }) => ({ text, line: places[0]?.line ?? 0 })),
    pullQuoteSpeakers: pieces
      .filter(({ kind }) => kind === 'pull-quote')
      .map(({ speaker }) => speaker ?? null),
    language: document.language,
    direction: document.direction,
    format: document.format,
  };
}

function outline({ document, pieces, isStory }: Reading, file: string | undefined): string {
  const told = storyFromPieces(pieces);
  const lines: string[] = file === undefined ? [] : [`== ${file}`, ''];
  if (!isStory) {
    lines.push('This does not read like a story: no takeaways, questions or prompts were found.');
    lines.push(
      `All of its text is left over: ${told.unrecognised.length} parts, ${document.lines.length} lines.`,
      '',
    );
  } else lines.push(...storyLines(told));
  if (told.unrecognised.length > 0) {
    lines.push('Left over');
    for (const { text, line } of told.unrecognised) lines.push(`  line ${line}: ${text}`);
    lines.push('');
  }
  return `${lines.join('\n')}\n`;
}

function storyLines(told: Story): string[] {
  const lines: string[] = [];
  if (told.series) lines.push(told.series);
  if (told.title) lines.push(told.title);
  for (const { name, role, organization, organizationAlso } of told.narrators) {
    lines.push([name, role, organization].filter((part) => part !== null).join(', '));
    for (const other of organizationAlso) lines.push(`  also: ${other}`);
  }
  if (told.place) lines.push(told.place);
  lines.push('', ...told.pullQuotes.flatMap((quote) => [`“${quote}”`, '']));
  lines.push(...told.introduction.flatMap((paragraph) => [paragraph, '']));
  lines.push(...listed('Campaigns', told.campaigns));
  lines.push(
    ...listed(
      'Partners',
      told.partners.map(({ name }) => name),
    ),
  );
  lines.push(...listed('Guiding questions', told.guidingQuestions));
  if (told.takeaways.length > 0) lines.push('Takeaways', '');
  for (const { number, title, paragraphs, quotes } of told.takeaways) {
    lines.push(`${number}. ${title}`, '');
    for (const paragraph of paragraphs) lines.push(`  ${paragraph}`, '');
    for (const { text, speaker } of quotes)
      lines.push(`  > “${text}”${speaker ? ` — ${speaker}` : ''}`, '');
  }
  lines.push(...listed('Prompts', told.prompts));
  return lines;
}

function listed(title: string, items: readonly string[]): string[] {
  return items.length === 0 ? [] : [title, ...items.map((item) => `  - ${item}`), ''];
}
