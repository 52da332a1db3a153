/**
 * A story's pieces as the parts of a booklet, in the order of the story. A sentence that ends in a
 * colon right before the guiding questions leads them, rather than closing the introduction.
 */
import { type KeptPiece, nextNumber, type Place } from '@alongside/practice';

export interface TakeawayChapter {
  readonly lead: KeptPiece;
  /** As the story counts it: printed numbers as long as they go on. */
  readonly number: number;
  /** Paragraphs and the quotes that stand in none of them, in order. */
  readonly parts: readonly KeptPiece[];
  /** All quotes of the takeaway. */
  readonly quotes: readonly KeptPiece[];
}

export interface Chapters {
  readonly opening: readonly KeptPiece[];
  readonly introduction: readonly KeptPiece[];
  readonly partners: readonly KeptPiece[];
  readonly questionsLead: KeptPiece | undefined;
  readonly questions: readonly KeptPiece[];
  readonly takeaways: readonly TakeawayChapter[];
  readonly prompts: readonly KeptPiece[];
  /** All of the text, where it holds no part of a story and was kept as a reading. */
  readonly reading: readonly KeptPiece[];
}

const parts: ReadonlySet<KeptPiece['kind']> = new Set([
  'pull-quote',
  'introduction',
  'paragraph',
  'quote',
  'partner',
  'guiding-question',
  'takeaway',
  'prompt',
]);

export function chaptersOf(pieces: readonly KeptPiece[]): Chapters {
  const of = (kind: KeptPiece['kind']) => pieces.filter((piece) => piece.kind === kind);
  const firstTakeaway = pieces.findIndex((piece) => piece.kind === 'takeaway');
  const before = firstTakeaway === -1 ? pieces : pieces.slice(0, firstTakeaway);
  const introduction = pieces.filter(
    (piece) =>
      piece.kind === 'introduction' || (piece.kind === 'paragraph' && before.includes(piece)),
  );
  const told = introduction.map((piece) => piece.text).join('\n');
  const loose = of('campaign').filter((piece) => !told.includes(piece.text));
  const questions = of('guiding-question');
  const leadsQuestions = leadOf(pieces, questions[0]);
  return {
    opening: before
      .filter((piece) => piece.kind === 'pull-quote' || piece.kind === 'quote')
      .concat(pieces.filter((piece) => piece.kind === 'pull-quote' && !before.includes(piece))),
    introduction: [...introduction, ...loose].filter((piece) => piece !== leadsQuestions),
    partners: of('partner'),
    questionsLead: leadsQuestions,
    questions,
    takeaways: takeawaysOf(firstTakeaway === -1 ? [] : pieces.slice(firstTakeaway)),
    prompts: of('prompt'),
    reading: pieces.some((piece) => parts.has(piece.kind)) ? [] : pieces,
  };
}

function leadOf(pieces: readonly KeptPiece[], first: KeptPiece | undefined) {
  if (!first) return undefined;
  const sentences = pieces
    .slice(0, pieces.indexOf(first))
    .filter((piece) => piece.kind === 'introduction' || piece.kind === 'paragraph');
  const last = sentences.at(-1);
  return last && /[:：]$/.test(last.text) ? last : undefined;
}

function takeawaysOf(pieces: readonly KeptPiece[]): TakeawayChapter[] {
  const groups: { lead: KeptPiece; rest: KeptPiece[] }[] = [];
  for (const piece of pieces) {
    if (piece.kind === 'takeaway') groups.push({ lead: piece, rest: [] });
    else if (piece.kind === 'paragraph' || piece.kind === 'quote') groups.at(-1)?.rest.push(piece);
  }
  let number = 0;
  return groups.map(({ lead, rest }) => {
    number = nextNumber(number, lead.number);
    const paragraphs = rest.filter((piece) => piece.kind === 'paragraph');
    const quotes = rest.filter((piece) => piece.kind === 'quote');
    const alone = quotes.filter((quote) => !paragraphs.some((piece) => holds(piece, quote)));
    return {
      lead,
      number,
      parts: rest.filter((piece) => piece.kind === 'paragraph' || alone.includes(piece)),
      quotes,
    };
  });
}

/** Whether a quote's words stand in the paragraph already, so that nothing is told twice. */
export function holds(paragraph: KeptPiece, quote: KeptPiece): boolean {
  const text = bare(paragraph.text);
  return (
    statements(quote.text).every((half) => text.includes(half)) || liesWithin(quote, paragraph)
  );
}

function liesWithin(quote: KeptPiece, paragraph: KeptPiece): boolean {
  const inside = ({ line, from, to }: Place) =>
    paragraph.places.some((place) => place.line === line && place.from <= from && place.to >= to);
  return quote.places.length > 0 && quote.places.every(inside);
}

/** A quote in the parts that a paragraph may have set apart ("…" she explains. "…"). */
export function statements(quote: string): string[] {
  return quote
    .split(/(?<=[.!?؟。])|(?<=,\s)(?=\p{Lu})/u)
    .map((part) => bare(part).replace(/[.,،]+$/, ''))
    .filter((part) => part !== '');
}

const bare = (text: string) => text.replace(/[“”"«»]/g, '').trim();

export interface Part {
  readonly text: string;
  readonly said: boolean;
}

/** The paragraph cut into what its writer tells and what is said in quotation marks. */
export function spokenParts(text: string, quotes: readonly string[]): Part[] {
  const said = quotes.flatMap(statements);
  const parts: Part[] = [];
  let at = 0;
  for (const match of text.matchAll(/[“"«][^“”"«»]+[”"»]/g)) {
    const inner = bare(match[0]);
    if (!said.some((statement) => inner.includes(statement) || statement.includes(inner))) continue;
    if (match.index > at) parts.push({ text: text.slice(at, match.index), said: false });
    parts.push({ text: match[0], said: true });
    at = match.index + match[0].length;
  }
  if (at < text.length) parts.push({ text: text.slice(at), said: false });
  return parts;
}
