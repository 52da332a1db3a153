/**
 * Text that comes from elsewhere, made fit for one line on screen and for a sealed field. A pasted
 * message as a whole is kept as it came; only what is taken out of it passes through here.
 */
import { foldLetters } from './letters.ts';

// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is taken out.
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b\u2028\u2029\ufeff\u202a-\u202e\u2066-\u2069]+/g;

/** One line: no control, no override of writing direction, single spaces, no lone surrogate. */
export function cleanLine(text: string): string {
  return text.toWellFormed().replace(unseen, ' ').replace(/\s+/g, ' ').trim();
}

/** The same words however they are typed, on one line: for telling the same name, never for showing. */
export function folded(text: string): string {
  return foldLetters(cleanLine(text));
}

/** Bytes of the text as it is stored. */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}
