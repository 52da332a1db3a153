/**
 * A story as it was found in a document: a flat list of pieces in the order of the document, each
 * with the lines it came from. The story itself (`story.ts`) is derived from the pieces, so that
 * correcting one piece is changing its kind, and nothing read is ever lost: what is not recognised
 * is a piece too.
 */

/** Where a piece stands in the document. Lines count from 1; columns are UTF-16 units from 0. */
export interface Place {
  readonly line: number;
  readonly from: number;
  readonly to: number;
}

export type PieceKind =
  | 'series'
  | 'title'
  | 'narrator'
  | 'place'
  | 'pull-quote'
  | 'heading'
  | 'introduction'
  | 'campaign'
  | 'partner'
  | 'guiding-question'
  | 'takeaway'
  | 'paragraph'
  | 'quote'
  | 'prompt'
  | 'plain'
  | 'unrecognised';

export interface Piece {
  /** Unique within the reading: stable for the same document. */
  readonly id: string;
  readonly kind: PieceKind;
  /** The piece's words as people read them: joined over line breaks, without the marks of the format. */
  readonly text: string;
  /**
   * One place for each line that it came from, and one for each half of a statement quoted in two;
   * empty only for a piece a person added by hand.
   */
  readonly places: readonly Place[];
  /** A narrator's role and organizations (the byline's spelling first), or who says a quote. */
  readonly role?: string;
  readonly organizations?: readonly string[];
  readonly speaker?: string;
  /** A takeaway's number as printed. */
  readonly number?: number;
  /** Why something was set aside, where that is known. */
  readonly reason?: 'repeated-heading' | 'link-remains' | 'page-furniture' | 'not-placed';
}

/** A document as read, before anything is recognised in it. */
export interface DocumentText {
  readonly format: 'text' | 'markdown' | 'html' | 'docx' | 'pdf';
  /** BCP 47, found from the text or declared by the document; `und` when neither tells. */
  readonly language: string;
  readonly direction: 'ltr' | 'rtl';
  /** The text as people read it, a line an entry. Places of pieces point here. */
  readonly lines: readonly string[];
  /** How its letters were stored, where that is not UTF-8: `utf-16`, `windows-1252`, `windows-1256`. */
  readonly encoding?: string;
  /** What was in the file and is not text. None of it was run, opened or fetched. */
  readonly leftOut?: readonly LeftOut[];
}

/** Parts of a file that people do not read as its text, and how many there were. */
export interface LeftOut {
  readonly what: 'script' | 'style' | 'picture' | 'frame' | 'hidden' | 'linked-file';
  readonly count: number;
}

/** What `press` gives for a document: its text, and the pieces found in it. */
export interface Reading {
  readonly document: DocumentText;
  readonly pieces: readonly Piece[];
  /** False when the document has no takeaways, prompts or guiding questions: all is left over. */
  readonly isStory: boolean;
}
