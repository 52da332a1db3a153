/** Words that came through a page without an account: bounded, one line where a line is asked for, never markup. */
import * as v from 'valibot';
import { cleanLine } from '../../clean.ts';

/** Characters of a line, and of a longer text, that such a page takes. */
export const publicLine = 300;
export const publicText = 4_000;

/** At most so many characters, with no half of a letter at their end. */
const cut = (words: string, most: number) => words.slice(0, most).replace(/[\ud800-\udbff]$/, '');

/** A line, cleaned and cut to its length; empty where there is none. */
export const line = () =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((text) => cut(cleanLine(cut(text, publicLine * 4)), publicLine)),
    ),
    '',
  );

/** Longer words with their line breaks. */
export const text = () =>
  v.optional(
    v.pipe(
      v.string(),
      v.transform((words) => cut(words.toWellFormed(), publicText).trim()),
    ),
    '',
  );

export const dayOrNone = () =>
  v.optional(v.nullable(v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}$/))), null);
