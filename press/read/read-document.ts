/**
 * The one way in: bytes of a document, and what it tells as a story. Nothing is fetched, nothing in
 * the file is run, and nothing is kept. The parsers of HTML, DOCX and PDF are loaded when one of
 * those comes, so that text costs none of them.
 */
import type { Reading } from '@alongside/practice';
import { refuse, Unreadable } from './broken.ts';
import { decode } from './decode.ts';
import { limits } from './limits.ts';
import { recognise } from './recognise/recognise.ts';
import type { Refusal } from './refusals.ts';
import type { Source } from './source.ts';
import { readText } from './text.ts';
import { refuseUnsafe } from './unsafe-characters.ts';
import { ascii, formatOf } from './what-is-it.ts';

export interface DocumentName {
  /** The file's name; empty for pasted text. */
  readonly name: string;
  /** Its media type, where the browser or clipboard says one. */
  readonly type?: string;
}

/**
 * Reads a document into pieces. Gives a `Refusal` where it cannot be read; a document that is no
 * story is no refusal, but a reading with `isStory` false and everything left over.
 */
export async function readDocument(
  bytes: Uint8Array,
  about: DocumentName,
): Promise<Reading | Refusal> {
  try {
    const source = await sourceOf(bytes, about);
    if (!source.lines.some((line) => /[\p{L}\p{N}]/u.test(line))) {
      return source.format === 'text' || source.format === 'markdown'
        ? { type: 'Empty' }
        : { type: 'NoText' };
    }
    const length = source.lines.reduce((sum, line) => sum + line.length, 0);
    if (length > limits.text) return { type: 'TooBig', bytes: length, limit: limits.text };
    refuseUnsafe(source.lines);
    return recognise(source);
  } catch (error) {
    if (error instanceof Unreadable) return error.refusal;
    throw error;
  }
}

async function sourceOf(bytes: Uint8Array, about: DocumentName): Promise<Source> {
  if (bytes.length === 0) refuse({ type: 'Empty' });
  if (bytes.length > limits.document)
    refuse({ type: 'TooBig', bytes: bytes.length, limit: limits.document });
  const format = formatOf(bytes, about.name, about.type);
  if (format === 'pdf') return (await import('./pdf.ts')).readPdf(bytes);
  if (format === 'zip' || format === 'compound' || format === 'docx') {
    return (await import('./docx.ts')).readDocx(bytes, about.name);
  }
  const limit = format === 'html' ? limits.page : limits.text;
  if (bytes.length > limit) refuse({ type: 'TooBig', bytes: bytes.length, limit });
  const declared =
    format === 'html' ? /charset=["']?\s*([\w-]+)/i.exec(ascii(bytes, 0, 2_048))?.[1] : undefined;
  const { text, encoding } = decode(bytes, declared);
  refuseUnsafe(text.split('\n').map((line) => line.replace(/\r$/, '')));
  const source =
    format === 'html' ? await (await import('./html.ts')).readHtml(text) : readText(text, format);
  return encoding === undefined ? source : { ...source, encoding };
}
