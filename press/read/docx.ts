/**
 * A Word document as blocks. Its archive is looked over before anything is unpacked, and only vetted
 * text parts, packed anew, are handed to the parser: no pictures, no linked files, no macros. Running
 * heads and footers come after the text, as furniture.
 */
import type { LeftOut } from '@alongside/practice';
import { zipSync } from 'fflate';
import { refuse, Unreadable } from './broken.ts';
import { refuseDeepXml, refuseEntities } from './depth.ts';
import { flowOfLine } from './flow.ts';
import { readTree } from './html.ts';
import { limits } from './limits.ts';
import { parsePage } from './page-tree.ts';
import type { FoundType } from './refusals.ts';
import type { Block, Source } from './source.ts';
import { type Entry, entriesOf, unpack } from './zip.ts';

/** Reads a DOCX; refuses an archive or an old Word file that is something else. */
export async function readDocx(bytes: Uint8Array, name: string): Promise<Source> {
  if (bytes[0] === 0xd0) refuse(compound(bytes));
  const entries = entriesOf(bytes);
  if (!entries.has('word/document.xml')) refuse(otherArchive(entries, name));
  const parts = vetted(bytes, entries);
  const html = await toHtml(zipSync(parts, { level: 0 }));
  const source = readTree(await parsePage(html), 'docx');
  return withLeftOut(withRunningHeads(source, parts), entries, parts);
}

/** An encrypted DOCX is kept in the container that old Word files are. */
function compound(bytes: Uint8Array) {
  const encrypted = indexOfUtf16(bytes, 'EncryptedPackage') >= 0;
  return encrypted
    ? ({ type: 'PasswordProtected' } as const)
    : ({ type: 'WrongType', found: 'old-word' } as const);
}

function indexOfUtf16(bytes: Uint8Array, text: string): number {
  const wanted = [...text].flatMap((character) => [character.charCodeAt(0), 0]);
  for (let at = 0; at + wanted.length <= bytes.length; at += 2) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return at;
  }
  return -1;
}

function otherArchive(entries: ReadonlyMap<string, Entry>, name: string) {
  const found: FoundType = entries.has('xl/workbook.xml')
    ? 'spreadsheet'
    : entries.has('ppt/presentation.xml')
      ? 'slides'
      : entries.has('META-INF/container.xml')
        ? 'book'
        : entries.has('content.xml')
          ? 'open-document'
          : 'archive';
  const said = /\.(docx)$/i.exec(name)?.[1];
  return { type: 'WrongType' as const, found, ...(said && { said }) };
}

const wanted =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|word\/(?:document|styles|numbering|footnotes|endnotes|comments|header\d*|footer\d*)\.xml|word\/_rels\/(?:document|footnotes|endnotes|comments)\.xml\.rels)$/;

/** The parts that hold text, each looked over: not too big, not too deep, no entities. */
function vetted(
  bytes: Uint8Array,
  entries: ReadonlyMap<string, Entry>,
): Record<string, Uint8Array> {
  const parts: Record<string, Uint8Array> = {};
  const again = new Map<string, number>();
  let left: number = limits.inflated;
  for (const [name, entry] of entries) {
    if (!wanted.test(name)) continue;
    const part = unpack(bytes, entry, Math.min(limits.part, left));
    left -= part.length;
    const xml = new TextDecoder('utf-8').decode(part);
    refuseEntities(xml);
    if (/<!DOCTYPE/i.test(xml.slice(0, 2_000))) refuse({ type: 'DeclaresEntities' });
    if (!xml.trimEnd().endsWith('>')) refuse({ type: 'Damaged' });
    refuseDeepXml(xml);
    if (!name.endsWith('.rels')) countCalledAgain(xml, again);
    parts[name] = part;
  }
  refuseNotesWrittenAgain(parts, again);
  return parts;
}

/** How often notes are called that were called before, by kind. What cannot be told is damaged. */
function countCalledAgain(xml: string, again: Map<string, number>): void {
  const called = new Set<string>();
  const calls = /<(?:[^\s<>:/]+:)?(footnote|endnote|comment)Reference(?=[\s/>])([^>]*)>/g;
  for (const [, kind = '', attributes = ''] of xml.matchAll(calls)) {
    const ids = [...attributes.matchAll(/[\s:]id\s*=\s*(?:"(-?\d+)"|'(-?\d+)'|)/g)];
    const id = ids[0]?.[1] ?? ids[0]?.[2];
    if (ids.length > 1 || id === undefined) refuse({ type: 'Damaged' });
    const call = `${kind} ${id}`;
    if (called.has(call)) again.set(kind, (again.get(kind) ?? 0) + 1);
    called.add(call);
  }
}

/** The parser writes a note out wherever it is called: one long note can stand for millions. */
function refuseNotesWrittenAgain(
  parts: Readonly<Record<string, Uint8Array>>,
  again: ReadonlyMap<string, number>,
): void {
  for (const [kind, times] of again) {
    const size = parts[`word/${kind}s.xml`]?.length ?? 0;
    if (times * size > limits.part) refuse({ type: 'UnpacksTooBig', limit: limits.part });
  }
}

async function toHtml(bytes: Uint8Array): Promise<string> {
  const { default: mammoth } = await import('mammoth');
  const buffer = bytes.slice().buffer;
  const input = { arrayBuffer: buffer, buffer: bytes };
  const options = {
    ignoreEmptyParagraphs: true,
    externalFileAccess: false,
    includeEmbeddedStyleMap: false,
    convertImage: mammoth.images.imgElement(async () => ({ src: '' })),
    styleMap: [
      "p[style-name='Title'] => h1:fresh",
      "p[style-name='Subtitle'] => h2:fresh",
      "p[style-name='Quote'] => blockquote > p:fresh",
      "p[style-name='Intense Quote'] => blockquote > p:fresh",
      'comment-reference => sup',
    ],
  };
  try {
    const { value } = await mammoth.convertToHtml(input as never, options);
    return value;
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    return refuse({ type: 'Damaged' });
  }
}

/** Heads and footers of pages: each paragraph once, however many pages repeat it. */
function withRunningHeads(source: Source, parts: Readonly<Record<string, Uint8Array>>): Source {
  const lines = [...source.lines];
  const blocks: Block[] = [...source.blocks];
  const seen = new Set<string>();
  for (const [name, part] of Object.entries(parts)) {
    if (!/word\/(?:header|footer)/.test(name)) continue;
    for (const paragraph of new TextDecoder().decode(part).split('</w:p>')) {
      const words = [...paragraph.matchAll(/<w:t(?:\s[^<>]*)?>([^<]*)<\/w:t>/g)].map((found) =>
        unescaped(found[1] ?? ''),
      );
      const text = words.join('').trim();
      if (text === '' || seen.has(text)) continue;
      seen.add(text);
      lines.push(text);
      const flow = flowOfLine(text, lines.length);
      blocks.push({
        flow,
        lineFlows: [flow],
        extents: [{ line: lines.length, from: 0, to: text.length }],
        furniture: true,
      });
    }
  }
  return { ...source, lines, blocks };
}

function unescaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
  };
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (_, name: string) => names[name] ?? '');
}

function withLeftOut(
  source: Source,
  entries: ReadonlyMap<string, Entry>,
  parts: Readonly<Record<string, Uint8Array>>,
): Source {
  const pictures = [...entries.keys()].filter((name) => name.startsWith('word/media/')).length;
  const rels = new TextDecoder().decode(parts['word/_rels/document.xml.rels'] ?? new Uint8Array());
  const linked = [...rels.matchAll(/<Relationship\b[^>]*TargetMode="External"[^>]*>/g)].filter(
    ([relation]) => !/relationships\/hyperlink"/.test(relation),
  ).length;
  const leftOut: LeftOut[] = [];
  if (pictures > 0) leftOut.push({ what: 'picture', count: pictures });
  if (linked > 0) leftOut.push({ what: 'linked-file', count: linked });
  const { leftOut: _, ...rest } = source;
  return leftOut.length > 0 ? { ...rest, leftOut } : rest;
}
