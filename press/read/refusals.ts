/**
 * Why a document was not read: plain values with facts, for two readers. The command line says them
 * with `sayRefusal`; the web application words them in its own catalogues, by type.
 */

/** What a file turned out to be, where its first bytes tell. */
export type FoundType =
  | 'picture'
  | 'old-word'
  | 'open-document'
  | 'spreadsheet'
  | 'slides'
  | 'book'
  | 'archive'
  | 'rich-text'
  | 'program'
  | 'sound-or-film'
  | 'data'
  | 'text'
  | 'word'
  | 'pdf'
  | 'unknown';

export type Refusal =
  /** Not one of the five kinds, or not what its name says. */
  | { readonly type: 'WrongType'; readonly found: FoundType; readonly said?: string }
  | { readonly type: 'Empty' }
  /** Sizes in bytes. */
  | { readonly type: 'TooBig'; readonly bytes: number; readonly limit: number }
  | { readonly type: 'TooManyPages'; readonly pages: number; readonly limit: number }
  /** Small outside, huge inside: an archive or stream that unpacks past the limit. */
  | { readonly type: 'UnpacksTooBig'; readonly limit: number }
  | { readonly type: 'Truncated' }
  | { readonly type: 'Damaged' }
  | { readonly type: 'PasswordProtected' }
  /** Pages, but no text on them: a scan or a picture. */
  | { readonly type: 'NoText'; readonly pages?: number }
  /** Archive entries that point outside the archive. */
  | { readonly type: 'UnsafeArchive' }
  /** Entities that a document declares for itself, which can grow without end. */
  | { readonly type: 'DeclaresEntities' }
  | { readonly type: 'TooDeep'; readonly limit: number }
  | { readonly type: 'TooComplex'; readonly limit: number }
  /** Characters that are not text. The code point as in U+0007; lines count from 1. */
  | { readonly type: 'ControlCharacters'; readonly line: number; readonly character: string }
  /** Characters that make a line read in another order than it is written. */
  | { readonly type: 'HiddenDirection'; readonly line: number; readonly character: string }
  /** Half of a character, as a broken conversion leaves it. */
  | { readonly type: 'LoneSurrogates'; readonly line: number }
  | { readonly type: 'UnknownEncoding' };

export function isRefusal(result: object): result is Refusal {
  return 'type' in result;
}

/** One English sentence for a refusal, and what to do next: for the command line. */
export function sayRefusal(refusal: Refusal): string {
  switch (refusal.type) {
    case 'WrongType':
      return `${wrongType(refusal.found, refusal.said)} Stories are read from text, Markdown, HTML, DOCX and PDF files.`;
    case 'Empty':
      return 'There is nothing in it.';
    case 'TooBig':
      return `It is too big: ${size(refusal.bytes)}; up to ${size(refusal.limit)} is read. Save it without pictures, or copy its text into a file of its own.`;
    case 'TooManyPages':
      return `It has ${refusal.pages} pages; up to ${refusal.limit} are read. Save the story's pages as a document of their own.`;
    case 'UnpacksTooBig':
      return `It unpacks to more than ${size(refusal.limit)}, so it was not opened. Copy its text into a new document.`;
    case 'Truncated':
      return 'It is cut off: its end is missing. Get it again from where it came from.';
    case 'Damaged':
      return 'It is damaged and cannot be opened. Get it again, or save it anew where it was made.';
    case 'PasswordProtected':
      return 'It is protected by a password. Save it without one, then try again.';
    case 'NoText':
      return 'There is no text in it, only pictures of pages or nothing at all. Run text recognition on it first, or type the story.';
    case 'UnsafeArchive':
      return 'It has parts that point outside of it, so it was not opened.';
    case 'DeclaresEntities':
      return 'It declares entities of its own, which can be made to grow without end, so it was not opened.';
    case 'TooDeep':
      return `Its parts are nested more than ${refusal.limit} deep, so it was not opened. Copy its text into a new document.`;
    case 'TooComplex':
      return `It has more than ${refusal.limit} parts, so it was not opened. Copy its text into a new document.`;
    case 'ControlCharacters':
      return `Line ${refusal.line} has a control character (${refusal.character}), which is not text. Take it out, then try again.`;
    case 'HiddenDirection':
      return `Line ${refusal.line} has a hidden character (${refusal.character}) that makes it read in another order than it is written. Take it out, then try again.`;
    case 'LoneSurrogates':
      return `Line ${refusal.line} has half a character in it. Save the text anew as UTF-8.`;
    case 'UnknownEncoding':
      return 'Its letters are stored in a way that cannot be told. Save it as UTF-8, then try again.';
  }
}

const foundWords: Record<FoundType, string> = {
  picture: 'It is a picture.',
  'old-word': 'It is a Word document of the old kind (.doc): save it as .docx.',
  'open-document': 'It is an OpenDocument text: save it as .docx or PDF.',
  spreadsheet: 'It is a spreadsheet.',
  slides: 'It is a set of slides.',
  book: 'It is an e-book.',
  archive: 'It is an archive: unpack it first.',
  'rich-text': 'It is rich text (.rtf): save it as .docx.',
  program: 'It is a program.',
  'sound-or-film': 'It is sound or film.',
  data: 'It is a file of data or code.',
  text: 'It is text.',
  word: 'It is a Word document.',
  pdf: 'It is a PDF.',
  unknown: 'It is not a document.',
};

function wrongType(found: FoundType, said: string | undefined): string {
  return said === undefined
    ? foundWords[found]
    : `Its name says .${said}, but it is not that. ${foundWords[found]}`;
}

function size(bytes: number): string {
  const megabytes = bytes / (1024 * 1024);
  return `${megabytes < 10 ? Math.round(megabytes * 10) / 10 : Math.round(megabytes)} MB`;
}
