/**
 * The tables of the Stories room. Rooms check what they read with these schemas; what does not fit
 * is set aside, and the rest of the record is shown.
 */
import * as v from 'valibot';
import { keyForm } from './order.ts';
import type { Piece } from './piece.ts';

const pieceKinds = [
  'series',
  'title',
  'narrator',
  'place',
  'pull-quote',
  'heading',
  'introduction',
  'campaign',
  'partner',
  'guiding-question',
  'takeaway',
  'paragraph',
  'quote',
  'prompt',
  'plain',
  'unrecognised',
] as const satisfies readonly Piece['kind'][];

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000_000));

/** A piece as a field holds it: the piece, and its place in the story. */
export const storedPiece = v.object({
  /** Where it stands among the pieces: see `order.ts`. */
  order: v.pipe(v.string(), v.regex(keyForm), v.maxLength(500)),
  kind: v.picklist(pieceKinds),
  /** Its words; the rest of a long one is in `words:<id>:0` and on. */
  text: v.string(),
  /** How many fields hold the rest of a long text. */
  more: v.optional(count),
  /** Line, from, to, three numbers a place, in one row. */
  places: v.array(count),
  /** What a narrator does in their organization. */
  role: v.optional(v.string()),
  /** A narrator's organization, the byline's spelling first. */
  organizations: v.optional(v.array(v.string())),
  /** Who says a quote. */
  speaker: v.optional(v.string()),
  /** A takeaway's number as printed. */
  number: v.optional(count),
  reason: v.optional(
    v.picklist(['repeated-heading', 'link-remains', 'page-furniture', 'not-placed']),
  ),
});
export type StoredPiece = v.InferOutput<typeof storedPiece>;

/** Whose a story is, which says what may be done with it. */
export const whose = v.picklist(['others', 'ours', 'unsure']);
export type Whose = v.InferOutput<typeof whose>;

/** `stories`: one record a story. Besides these fields: `document:0`, … and `piece:<id>`. */
export const storyFields = {
  /** The title as printed, where it has one. */
  title: v.nullable(v.string()),
  /** The series the story is part of. */
  series: v.nullable(v.string()),
  /** The place it is told from, as printed. */
  place: v.nullable(v.string()),
  /** BCP 47; `und` where it is not known. */
  language: v.pipe(v.string(), v.regex(/^[A-Za-z0-9-]{2,35}$/)),
  direction: v.picklist(['ltr', 'rtl']),
  /** What it was read from. */
  format: v.picklist(['text', 'markdown', 'html', 'docx', 'pdf']),
  /** The name of the file it came from; null where it was pasted or written here. */
  sourceName: v.nullable(v.string()),
  whose,
};

/** `storyVersions`: a story as it stood. Besides these fields: `piece:<id>` as in `stories`. */
export const storyVersionFields = {
  /** The story's id. */
  story: v.string(),
  /** 1, 2, 3, … */
  number: count,
  /** What changed, in the words of who kept it. */
  note: v.string(),
};

/** Where something came from: the story, the piece and the line of the document. Line 0 means written here. */
export const fromStory = v.object({ story: v.string(), piece: v.string(), line: count });

/** What a guiding question looks at. */
export const lens = v.picklist(['contribution', 'long-term', 'engagement', 'open']);
export type Lens = v.InferOutput<typeof lens>;

/** `questionSets`: questions to weigh asks with. Besides these: `question:<piece id>`. */
export const questionSetFields = {
  /** What the set is called. */
  name: v.string(),
  /** The story the questions come from. */
  story: v.string(),
};

/** A question of a set as a field holds it. */
export const storedQuestion = v.object({
  order: v.pipe(v.string(), v.regex(keyForm), v.maxLength(500)),
  text: v.string(),
  lens,
  from: v.nullable(fromStory),
});
