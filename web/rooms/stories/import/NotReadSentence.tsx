/** Why a document was not read, in a sentence that says what to do. */
import type { Refusal } from '@alongside/press';
import { Trans } from '@lingui/react/macro';
import type { NotRead } from './read-away.ts';

type Found = Extract<Refusal, { type: 'WrongType' }>['found'];

export function NotReadSentence({ refusal }: { readonly refusal: NotRead }) {
  switch (refusal.type) {
    case 'WrongType':
      return (
        <>
          <FoundSentence found={refusal.found} />{' '}
          <Trans>Stories are read from text, Markdown, HTML, DOCX and PDF files.</Trans>
        </>
      );
    case 'Empty':
      return <Trans>There is nothing in it.</Trans>;
    case 'TooBig': {
      const [size, limit] = [megabytes(refusal.bytes), megabytes(refusal.limit)];
      return (
        <Trans>
          It is too big: {size} MB, and up to {limit} MB is read. Save it without pictures, or paste
          its text here.
        </Trans>
      );
    }
    case 'TooManyPages': {
      const { pages, limit } = refusal;
      return (
        <Trans>
          It has {pages} pages, and up to {limit} are read. Save the pages of the story as a
          document of their own.
        </Trans>
      );
    }
    case 'Truncated':
      return (
        <Trans>It is cut off: its end is missing. Get it again from where it came from.</Trans>
      );
    case 'Damaged':
      return (
        <Trans>
          It is damaged and cannot be opened. Get it again, or save it anew where it was made.
        </Trans>
      );
    case 'PasswordProtected':
      return <Trans>It is protected by a password. Save it without one, then try again.</Trans>;
    case 'NoText':
      return (
        <Trans>
          There is no text in it, only pictures of pages. Run text recognition on it first, or paste
          the text here.
        </Trans>
      );
    case 'UnpacksTooBig':
    case 'UnsafeArchive':
    case 'DeclaresEntities':
    case 'TooDeep':
    case 'TooComplex':
      return (
        <Trans>
          It is built in a way that can do harm, so it was not opened. Copy its text and paste it
          here.
        </Trans>
      );
    case 'ControlCharacters':
    case 'HiddenDirection': {
      const { line, character } = refusal;
      return (
        <Trans>
          Line {line} has a hidden character ({character}) that is not text. Take it out, then try
          again.
        </Trans>
      );
    }
    case 'LoneSurrogates': {
      const { line } = refusal;
      return (
        <Trans>
          Line {line} has half a character in it. Save the text anew as UTF-8, then try again.
        </Trans>
      );
    }
    case 'UnknownEncoding':
      return (
        <Trans>
          Its letters are stored in a way that cannot be told. Save it as UTF-8, or paste the text
          here.
        </Trans>
      );
    case 'TookTooLong':
      return (
        <Trans>Reading it took too long, so it was stopped. Paste its text here instead.</Trans>
      );
    case 'CouldNotRead':
      return <Trans>It could not be read. Paste its text here instead.</Trans>;
  }
}

function FoundSentence({ found }: { readonly found: Found }) {
  switch (found) {
    case 'picture':
      return <Trans>This is a picture.</Trans>;
    case 'old-word':
      return <Trans>This is a Word document of the old kind: save it as .docx.</Trans>;
    case 'open-document':
      return <Trans>This is an OpenDocument text: save it as .docx or PDF.</Trans>;
    case 'spreadsheet':
      return <Trans>This is a spreadsheet.</Trans>;
    case 'slides':
      return <Trans>This is a set of slides.</Trans>;
    case 'book':
      return <Trans>This is an e-book.</Trans>;
    case 'archive':
      return <Trans>This is an archive: unpack it first.</Trans>;
    case 'rich-text':
      return <Trans>This is rich text: save it as .docx.</Trans>;
    case 'program':
      return <Trans>This is a program.</Trans>;
    case 'sound-or-film':
      return <Trans>This is sound or film.</Trans>;
    case 'data':
      return <Trans>This is a file of data.</Trans>;
    case 'text':
    case 'word':
    case 'pdf':
      return <Trans>This file is not what its name says.</Trans>;
    case 'unknown':
      return <Trans>This is not a document.</Trans>;
  }
}

function megabytes(bytes: number): number {
  const size = bytes / (1024 * 1024);
  return size < 10 ? Math.round(size * 10) / 10 : Math.round(size);
}
