/**
 * An excerpt of the notebook: words of a page that their writer gives to more readers, after seeing
 * exactly what goes. It is a record of its own, because a record keeps its audience for life. It says
 * which page it came from by the page's id, which says nothing; the page stays as it is, for its writer.
 */
import { bytesOf } from '../clean.ts';
import type { Day } from '../day.ts';
import type { Change } from '../stories/record.ts';

/** Bytes of an excerpt that one field of a record can hold, with room to spare (vault: 64 KiB). */
export const excerptLimit = 60_000;

/** The words as they will go. What is shared is made from this and from nothing else. */
export interface Previewed {
  readonly type: 'Previewed';
  readonly text: string;
}

export type ExcerptRefused =
  | { readonly type: 'ExcerptEmpty' }
  | { readonly type: 'ExcerptTooLong'; readonly characters: number };

/** What would go of these words: all of them, without the empty lines around. Refuses a blank, and one too long to keep. */
export function previewExcerpt(words: string): Previewed | ExcerptRefused {
  const text = words.toWellFormed().replace(/\r\n?/g, '\n').trim();
  if (text === '') return { type: 'ExcerptEmpty' };
  if (bytesOf(text) > excerptLimit) return { type: 'ExcerptTooLong', characters: words.length };
  return { type: 'Previewed', text };
}

/** The changes that share what was previewed, as a new record. */
export function shareExcerpt(
  { text }: Previewed,
  from: { readonly id: string; readonly reflection: string; readonly on: Day },
): Change[] {
  const set = (field: string, value: string): Change => ({
    table: 'excerpts',
    record: from.id,
    field,
    value,
  });
  return [set('text', text), set('reflection', from.reflection), set('sharedOn', from.on)];
}
