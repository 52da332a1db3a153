/**
 * How much of a document is read. A story is some ten kilobytes of text; a designed PDF with
 * pictures some ten megabytes. Above these a document is refused before it is opened, so that no
 * file can hold a phone for longer than five seconds or 500 MB.
 */
const megabyte = 1024 * 1024;

export const limits = {
  /** Bytes of a text or Markdown file, and characters of the text in any other. */
  text: megabyte / 2,
  /** Bytes of a web page: one saved whole has its pictures in it. */
  page: 4 * megabyte,
  /** Bytes of a DOCX or PDF file, pictures included. */
  document: 25 * megabyte,
  /** Bytes of all XML in a DOCX once inflated. */
  inflated: 32 * megabyte,
  /** Bytes of all arrays that a PDF's parser makes: what it unpacks is doubled as it grows. */
  arrays: 128 * megabyte,
  /** Bytes of one XML part of a DOCX once inflated: a tree of it takes some twenty times as much. */
  part: 6 * megabyte,
  /** Entries of a DOCX's archive. */
  entries: 2_000,
  /** Pages of a PDF. */
  pages: 200,
  /** Elements, quotations or lists inside one another. Pages made by people stay under fifty. */
  depth: 256,
  /** Elements of a page, so that a tree of them stays in memory. */
  elements: 200_000,
} as const;
