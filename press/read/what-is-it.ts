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

/** First bytes of kinds of files, as hexadecimal digits; two dots stand for any byte. */
const signatures: readonly (readonly [string, FoundType | 'zip' | 'compound'])[] = [
  ['504b0304', 'zip'],
  ['504b0506', 'zip'],
  ['504b0708', 'zip'],
  ['d0cf11e0', 'compound'],
  ['7b5c727466', 'rich-text'],
  ['89504e47', 'picture'],
  ['ffd8ff', 'picture'],
  ['47494638', 'picture'],
  ['424d........0000', 'picture'],
  ['49492a00', 'picture'],
  ['4d4d002a', 'picture'],
  ['00000100', 'picture'],
  ['52494646........57454250', 'picture'],
  ['........6674797068656963', 'picture'],
  ['........6674797061766966', 'picture'],
  ['........66747970', 'sound-or-film'],
  ['52494646', 'sound-or-film'],
  ['494433', 'sound-or-film'],
  ['4f676753', 'sound-or-film'],
  ['664c6143', 'sound-or-film'],
  ['1a45dfa3', 'sound-or-film'],
  ['fffb', 'sound-or-film'],
  ['1f8b', 'archive'],
  ['52617221', 'archive'],
  ['377abcaf', 'archive'],
  ['425a68', 'archive'],
  ['fd377a585a', 'archive'],
  ['7f454c46', 'program'],
  ['4d5a..00', 'program'],
  ['cafebabe', 'program'],
  ['cffaedfe', 'program'],
  ['0061736d', 'program'],
];

function magic(bytes: Uint8Array): FoundType | 'zip' | 'compound' | 'pdf' | undefined {
  if (ascii(bytes, 0, 1_024).includes('%PDF-')) return 'pdf';
  const head = [...bytes.subarray(0, 16)]
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  return signatures.find(([digits]) => new RegExp(`^${digits}`).test(head))?.[1];
}

/** Bytes as characters of the same number, for comparing with signatures. */
export function ascii(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
}
