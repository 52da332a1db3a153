/**
 * A PDF as blocks: pages of placed text, put back into lines, columns and paragraphs. Its parser
 * works within an allowance, and its text is counted as it comes, so that a small file cannot become
 * a huge one. Leaves out: pictures of text (a scan has none to read), and Arabic set in fonts that do
 * not say which letters they show.
 */
import type { getDocumentProxy } from 'unpdf';
import { withAllowance } from './allowance.ts';
import { refuse, Unreadable } from './broken.ts';
import { limits } from './limits.ts';
import { pdfBlocks } from './pdf-blocks.ts';
import { type PageText, pageLines, type TextItem } from './pdf-lines.ts';
import type { Source } from './source.ts';
import { ascii } from './what-is-it.ts';

/** Reads a PDF; refuses one that is cut off, locked, damaged, or has no text on its pages. */
export async function readPdf(bytes: Uint8Array): Promise<Source> {
  if (!ascii(bytes, bytes.length - 4_096, bytes.length).includes('startxref'))
    refuse({ type: 'Truncated' });
  const unpdf = await import('unpdf');
  // Loaded before anything is counted: what it keeps of the platform at its start stays uncounted.
  await unpdf.getResolvedPDFJS();
  const pages = await withAllowance(limits.arrays, () => pagesOf(bytes, unpdf.getDocumentProxy));
  if (!pages.some(({ items }) => items.some(({ text }) => /\S/.test(text)))) {
    refuse({ type: 'NoText', pages: pages.length });
  }
  return pdfBlocks(pages.map(pageLines));
}

type Opened = Awaited<ReturnType<typeof getDocumentProxy>>;
type OpenedPage = Awaited<ReturnType<Opened['getPage']>>;

async function pagesOf(bytes: Uint8Array, open: typeof getDocumentProxy): Promise<PageText[]> {
  try {
    const options = {
      isEvalSupported: false,
      enableXfa: false,
      disableFontFace: true,
      stopAtErrors: false,
      useSystemFonts: false,
      verbosity: 0,
    };
    const document = await open(bytes.slice(), options);
    try {
      if (document.numPages > limits.pages) {
        refuse({ type: 'TooManyPages', pages: document.numPages, limit: limits.pages });
      }
      const pages: PageText[] = [];
      const count = counter();
      for (let number = 1; number <= document.numPages; number += 1) {
        const page = await document.getPage(number);
        const items = itemsOf(await foundOn(page, count));
        const [left = 0, bottom = 0, right = 0, top = 0] = page.view;
        pages.push({ items, left, bottom, right, top });
        page.cleanup();
      }
      return pages;
    } finally {
      await document.loadingTask.destroy();
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    return refuse({ type: isPassword(error) ? 'PasswordProtected' : 'Damaged' });
  }
}

/** A page's text as it comes, so that one of millions of items ends at the first too many. */
async function foundOn(page: OpenedPage, count: (found: readonly object[]) => void) {
  const reader = page.streamTextContent().getReader();
  const all: object[] = [];
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      const { items } = part.value as { readonly items: readonly object[] };
      count(items);
      all.push(...items);
    }
  } catch (error) {
    await reader.cancel(new Error('not wanted any more'));
    throw error;
  }
  return all;
}

/** Counts over all pages; blanks and repeated heads still go, so twice the text is let through. */
function counter(): (found: readonly object[]) => void {
  let items = 0;
  let characters = 0;
  return (found) => {
    items += found.length;
    if (items > limits.elements) refuse({ type: 'TooComplex', limit: limits.elements });
    for (const item of found) if ('str' in item) characters += String(item.str).length;
    if (characters > 2 * limits.text)
      refuse({ type: 'TooBig', bytes: characters, limit: limits.text });
  };
}

function isPassword(error: unknown): boolean {
  return error instanceof Error && error.name === 'PasswordException';
}

/** Text items in reading size and place; a character that the font does not name shows as one. */
function itemsOf(found: readonly object[]): TextItem[] {
  const items: TextItem[] = [];
  for (const item of found) {
    if (!('str' in item) || !('transform' in item)) continue;
    const { str, transform, width, fontName, dir } = item as {
      str: string;
      transform: number[];
      width: number;
      fontName: string;
      dir: string;
    };
    if (str === '') continue;
    const [, , c = 0, d = 0, x = 0, y = 0] = transform;
    items.push({
      text: readable(str),
      x,
      y,
      width,
      size: Math.hypot(c, d) || 10,
      font: fontName,
      rightToLeft: dir === 'rtl',
    });
  }
  return items;
}

/** Control characters in a PDF come from its fonts' numbering, and stand for letters not named. */
function readable(text: string): string {
  return [...text]
    .map((one) => {
      const code = one.codePointAt(0) ?? 0;
      if (code === 9 || code === 10 || code === 13) return ' ';
      return code < 32 || (code > 126 && code < 160) ? '\ufffd' : one;
    })
    .join('')
    .toWellFormed()
    .normalize('NFC');
}
