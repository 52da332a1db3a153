/**
 * What every format becomes before anything is recognised: lines as people read them, and blocks
 * (paragraphs, headings, list items) over those lines, with the few hints that the format gave.
 * A hint says what the document said, never what we make of it.
 */
import type { DocumentText, LeftOut, Place } from '@alongside/practice';
import type { Flow } from './flow.ts';

export interface Block {
  readonly flow: Flow;
  /** The same, a line of the document at a time: bylines and titles are laid out in lines. */
  readonly lineFlows: readonly Flow[];
  /** All of its lines from edge to edge, marks of the format included. */
  readonly extents: readonly Place[];
  /** A heading's level, 1 the highest. */
  readonly level?: number;
  /** An item of a list; its number where the format gives one that is printed. */
  readonly item?: { readonly ordinal?: number };
  /** Set apart as a quotation: `aside` where the layout says it stands outside the text. */
  readonly setApart?: 'quotation' | 'aside';
  /** All of it bold, or larger than running text. */
  readonly emphasised?: boolean;
  /** Navigation, running heads, page numbers: on the page, but not of the document's text. */
  readonly furniture?: boolean;
  /** Nothing blank between this block and the one before it. */
  readonly tight?: boolean;
  /** Targets of links that stand in the text, as `(#)` after `[label]`. */
  readonly remains?: readonly Flow[];
}

export interface Source {
  readonly format: DocumentText['format'];
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
  /** What the document itself declares. */
  readonly language?: string;
  readonly direction?: 'ltr' | 'rtl';
  readonly encoding?: string;
  readonly leftOut?: readonly LeftOut[];
  /** What a page calls itself on a browser's tab: no text of it, and mostly said in it again. */
  readonly tabTitle?: string;
}
