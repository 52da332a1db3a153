/** A reading as it is printed: as JSON for programs, as an outline for people. */
import { type Reading, type Story, storyFromPieces } from '@alongside/practice';

/** The story as JSON: the agreed fields, then what else was found. */
export function readingToJson({ document, pieces, isStory }: Reading) {
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

/** The story in lines; headed by the file's name where several are printed. */
export function readingToOutline(
  { document, pieces, isStory }: Reading,
  file: string | undefined,
): string {
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
