/** What a file is, by its first bytes and its name. The bytes win; a name that lies is refused. */
import type { DocumentText } from '@alongside/practice';
import { refuse } from './broken.ts';
import type { FoundType } from './refusals.ts';

export type Format = DocumentText['format'];

/** For a file picker: extensions and media types of what can be read. */
export const acceptedTypes: readonly string[] = [
  '.txt',
  '.text',
  '.md',
  '.markdown',
  '.html',
  '.htm',
  '.xhtml',
  '.docx',
  '.pdf',
  'text/plain',
  'text/markdown',
  'text/html',
  'application/xhtml+xml',
  'application/pdf',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
];

const byExtension: Readonly<Record<string, Format>> = {
  txt: 'text',
  text: 'text',
  md: 'markdown',
  markdown: 'markdown',
  mkd: 'markdown',
  html: 'html',
  htm: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
};

const otherExtensions: readonly (readonly [RegExp, FoundType])[] = [
  [/^(?:json|csv|tsv|xml|yaml|yml|js|ts|css|svg|toml|ini|log|sql|ics|vcf|eml)$/, 'data'],
  [/^(?:exe|dll|so|bin|sh|bat|cmd|msi|app|dmg|jar|py)$/, 'program'],
  [/^rtf$/, 'rich-text'],
  [/^(?:doc|dot)$/, 'old-word'],
  [/^(?:odt|ott|pages)$/, 'open-document'],
  [/^(?:xlsx|xls|ods|numbers)$/, 'spreadsheet'],
  [/^(?:pptx|ppt|odp|key)$/, 'slides'],
  [/^(?:epub|mobi)$/, 'book'],
  [/^(?:png|jpe?g|gif|webp|bmp|tiff?|heic|avif|ico)$/, 'picture'],
  [/^(?:mp3|mp4|m4a|mov|avi|wav|ogg|webm|flac|mkv)$/, 'sound-or-film'],
  [/^(?:zip|gz|tgz|tar|rar|7z|bz2|xz)$/, 'archive'],
];

/** What the file is to be read as. Refuses with `WrongType` where it is none of the five. */
export function formatOf(
  bytes: Uint8Array,
  name: string,
  type?: string,
): Format | 'zip' | 'compound' {
  const extension = /\.([a-z0-9]{1,10})$/i.exec(name)?.[1]?.toLowerCase();
  const says = extension === undefined ? formatOfType(type) : byExtension[extension];
  const found = magic(bytes);
  if (found === 'pdf' || found === 'zip' || found === 'compound') return found;
  if (found) refuse(wrong(found, says && extension));
  if (says === 'docx' || says === 'pdf') refuse(wrong('text', extension ?? says));
  const other = otherExtensions.find(([pattern]) => extension && pattern.test(extension));
  if (other) refuse({ type: 'WrongType', found: other[1] });
  if (says) return says;
  return /^\ufeff?\s*<(?:!doctype html|html|head|body|article|main)\b/i.test(ascii(bytes, 0, 200))
    ? 'html'
    : 'text';
}

function formatOfType(type: string | undefined): Format | undefined {
  const base = type?.split(';')[0]?.trim().toLowerCase();
  if (base === 'text/markdown') return 'markdown';
  if (base === 'text/html' || base === 'application/xhtml+xml') return 'html';
  if (base === 'application/pdf') return 'pdf';
  return base?.endsWith('wordprocessingml.document') ? 'docx' : undefined;
}

function wrong(found: FoundType, said: string | undefined) {
  return { type: 'WrongType' as const, found, ...(said !== undefined && { said }) };
}

/** What the first bytes are the signature of. */
function magic(bytes: Uint8Array): FoundType | 'zip' | 'compound' | undefined {
  const head = ascii(bytes, 0, 16);
  if (ascii(bytes, 0, 1_024).includes('%PDF-')) return 'pdf';
  if (/^PK(?:\x03\x04|\x05\x06|\x07\x08)/.test(head)) return 'zip';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'compound';
  if (head.startsWith('{\\rtf')) return 'rich-text';
  if (
    /^(?:\x89PNG|\xff\xd8\xff|GIF8|BM.{4}\0\0|II\*\0|MM\0\*|\0\0\x01\0)|^RIFF....WEBP|^....ftyp(?:heic|avif|mif1)/s.test(
      head,
    )
  )
    return 'picture';
  if (/^(?:ID3|OggS|fLaC|\x1a\x45\xdf\xa3|\xff[\xfb\xf3])|^RIFF|^....ftyp/s.test(head))
    return 'sound-or-film';
  if (/^(?:\x1f\x8b|Rar!|7z\xbc\xaf|BZh|\xfd7zXZ)/.test(head)) return 'archive';
  if (/^(?:\x7fELF|MZ.{0,2}[\0-\x1f]|\xca\xfe\xba\xbe|\xcf\xfa\xed\xfe|\0asm)/s.test(head))
    return 'program';
  return undefined;
}

/** Bytes as characters of the same number, for comparing with signatures. */
export function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
}
