/**
 * A Solidarity Story: the fixed form that `product.md` describes, derived from pieces.
 */
import type { Piece } from './piece.ts';

export interface Narrator {
  readonly name: string;
  readonly role: string | null;
  readonly organization: string | null;
  /** Other spellings the document uses for the same organization. */
  readonly organizationAlso: readonly string[];
}

export interface Quote {
  readonly text: string;
  readonly speaker: string | null;
}

export interface Takeaway {
  readonly number: number;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly quotes: readonly Quote[];
}

export interface Story {
  readonly series: string | null;
  readonly title: string | null;
  readonly narrators: readonly Narrator[];
  readonly place: string | null;
  readonly pullQuotes: readonly string[];
  readonly introduction: readonly string[];
  readonly campaigns: readonly string[];
  readonly partners: readonly { readonly name: string }[];
  readonly guidingQuestions: readonly string[];
  readonly takeaways: readonly Takeaway[];
  readonly prompts: readonly string[];
  readonly unrecognised: readonly { readonly text: string; readonly line: number }[];
}

/**
 * The story that the pieces tell, in their order. Paragraphs and quotes belong to the takeaway
 * before them; a paragraph before the first takeaway is introduction. Headings carry no content of
 * their own. Takeaways are numbered upwards even where the print starts anew. Never drops words: a
 * piece of kind `unrecognised` or `plain` is listed with its line.
 */
export function storyFromPieces(pieces: readonly Piece[]): Story {
  const story = emptyStory();
  let takeaway:
    | { number: number; title: string; paragraphs: string[]; quotes: Quote[] }
    | undefined;
  for (const piece of pieces) {
    switch (piece.kind) {
      case 'series':
        story.series = story.series === null ? piece.text : `${story.series} ${piece.text}`;
        break;
      case 'title':
        story.title = story.title === null ? piece.text : `${story.title} ${piece.text}`;
        break;
      case 'place':
        story.place = withPlace(story.place, piece.text);
        break;
      case 'narrator':
        story.narrators.push({
          name: piece.text,
          role: piece.role ?? null,
          organization: piece.organizations?.[0] ?? null,
          organizationAlso: piece.organizations?.slice(1) ?? [],
        });
        break;
      case 'pull-quote':
        story.pullQuotes.push(piece.text);
        break;
      case 'introduction':
        story.introduction.push(piece.text);
        break;
      case 'campaign':
        story.campaigns.push(piece.text);
        break;
      case 'partner':
        story.partners.push({ name: piece.text });
        break;
      case 'guiding-question':
        story.guidingQuestions.push(piece.text);
        break;
      case 'takeaway':
        takeaway = {
          number: nextNumber(story.takeaways.at(-1)?.number ?? 0, piece.number),
          title: piece.text,
          paragraphs: [],
          quotes: [],
        };
        story.takeaways.push(takeaway);
        break;
      case 'paragraph':
        (takeaway?.paragraphs ?? story.introduction).push(piece.text);
        break;
      case 'quote':
        if (takeaway) takeaway.quotes.push({ text: piece.text, speaker: piece.speaker ?? null });
        else story.pullQuotes.push(piece.text);
        break;
      case 'prompt':
        story.prompts.push(piece.text);
        break;
      case 'heading':
        break;
      case 'plain':
      case 'unrecognised':
        story.unrecognised.push({ text: piece.text, line: piece.places[0]?.line ?? 0 });
        break;
    }
  }
  return story;
}

/** Two narrators can tell from two places: both are said, each once. */
function withPlace(known: string | null, place: string): string {
  return known === null || known === place ? place : `${known}; ${place}`;
}

/** The number as printed, as long as it goes on; a count that starts anew, or none, is counted on. */
export function nextNumber(last: number, printed: number | undefined): number {
  return printed !== undefined && printed > last ? printed : last + 1;
}

type Mutable<T> = {
  -readonly [K in keyof T]: T[K] extends readonly (infer Item)[] ? Item[] : T[K];
};

function emptyStory(): Mutable<Story> {
  return {
    series: null,
    title: null,
    narrators: [],
    place: null,
    pullQuotes: [],
    introduction: [],
    campaigns: [],
    partners: [],
    guidingQuestions: [],
    takeaways: [],
    prompts: [],
    unrecognised: [],
  };
}
