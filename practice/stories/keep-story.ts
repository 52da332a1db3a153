/**
 * Keeping a story that was read and checked: the document as it came, and its pieces, as changes of
 * one record. And reading it back: `storyOf` is the way from the record to the story.
 */
import * as v from 'valibot';
import { chunksOf, joinedField } from './chunks.ts';
import { firstKeys } from './order.ts';
import type { DocumentText, Piece } from './piece.ts';
import type { Change, Fields, Plain } from './record.ts';
import { type KeptPiece, piecesOfFields, pieceToFields } from './stored-pieces.ts';
import { type Story, storyFromPieces } from './story.ts';
import { storyFields, type Whose } from './tables.ts';

/** A story as the workspace keeps it. */
export interface KeptStory {
  readonly id: string;
  readonly whose: Whose;
  /** The name of the file it came from; null where it was pasted or written here. */
  readonly sourceName: string | null;
  readonly document: DocumentText;
  readonly pieces: readonly KeptPiece[];
  /** What the pieces tell. */
  readonly story: Story;
}

export interface StoryToKeep {
  readonly id: string;
  readonly document: DocumentText;
  readonly pieces: readonly Piece[];
  readonly whose: Whose;
  readonly sourceName: string | null;
}

/**
 * The changes that keep a story: the document whole, every piece in its order, also what was left
 * over. No value is larger than a field can hold.
 */
export function keepStory(kept: StoryToKeep): Change[] {
  const { id: record, document, whose, sourceName } = kept;
  const set = (field: string, value: Plain): Change => ({ table: 'stories', record, field, value });
  const keys = firstKeys(kept.pieces.length);
  return [
    set('language', document.language),
    set('direction', document.direction),
    set('format', document.format),
    set('sourceName', sourceName),
    set('whose', whose),
    ...headFields(kept.pieces).map(({ field, value }) => set(field, value)),
    ...chunksOf(document.lines.join('\n')).map((chunk, at) => set(`document:${at}`, chunk)),
    ...kept.pieces.flatMap((piece, at) =>
      pieceToFields({ ...piece, order: keys[at] ?? 'i' }).map(({ field, value }) =>
        set(field, value),
      ),
    ),
  ];
}

/** Title, series and place as fields of the record: what lists and search read. */
export function headFields(pieces: readonly Piece[]): { field: string; value: Plain }[] {
  const { title, series, place } = storyFromPieces(pieces);
  return [
    { field: 'title', value: title },
    { field: 'series', value: series },
    { field: 'place', value: place },
  ];
}

const read = new WeakMap<Fields, KeptStory>();

/**
 * The story that a record holds. A field that is missing or broken takes its mildest meaning (whose
 * story: not sure), so that nothing readable is lost. The same object while the record is the same.
 */
export function storyOf(record: Fields): KeptStory {
  const known = read.get(record);
  if (known) return known;
  const pieces = piecesOfFields(record);
  const { language, direction, format, sourceName, whose } = storyFields;
  const story: KeptStory = {
    id: record.id,
    whose: or(v.safeParse(whose, record.whose), 'unsure'),
    sourceName: or(v.safeParse(sourceName, record.sourceName), null),
    document: {
      format: or(v.safeParse(format, record.format), 'text'),
      language: or(v.safeParse(language, record.language), 'und'),
      direction: or(v.safeParse(direction, record.direction), 'ltr'),
      lines: joinedField(record, 'document').split('\n'),
    },
    pieces,
    story: storyFromPieces(pieces),
  };
  read.set(record, story);
  return story;
}

function or<T>(result: { success: true; output: T } | { success: false }, otherwise: T): T {
  return result.success ? result.output : otherwise;
}

/**
 * What a story is called in a list: its title, else who tells it and for whom, else its first words.
 * Empty only for a story without words.
 */
export function storyName({ story, pieces, sourceName }: KeptStory): string {
  if (story.title) return story.title;
  const [first, ...others] = story.narrators;
  if (first) {
    const names = [first, ...others].map((narrator) => narrator.name).join(', ');
    return first.organization ? `${names}, ${first.organization}` : names;
  }
  const words = story.takeaways[0]?.title ?? sourceName ?? pieces[0]?.text ?? '';
  return beginning(words);
}

/** Words that are long, as far as their first sentence, else as far as the last whole word of 80 letters. */
function beginning(words: string): string {
  if (words.length <= 80) return words;
  const cut = words.slice(0, 81);
  const sentence = /^.{12,}?[.!?؟](?=\s)/u.exec(cut)?.[0];
  if (sentence) return sentence;
  return `${cut.replace(/\s+\S*$/u, '').slice(0, 80)}…`;
}
