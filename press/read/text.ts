/**
 * Text and Markdown as blocks. Both are read by the same rules, since text taken from designed
 * documents carries Markdown's marks, and Markdown written by people is often just text. Blank
 * lines, marks and, where there are none, the width at which the text was wrapped say where a
 * paragraph ends. Leaves out: tables and code, which stay as the lines they are.
 */
import { refuse } from './broken.ts';
import { linesOfFlow } from './flow.ts';
import { limits } from './limits.ts';
import { inlineText, type LinePart } from './marks.ts';
import { isHeading } from './rules/headings.ts';
import type { Block, Source } from './source.ts';

interface Line {
  readonly part: LinePart;
  readonly level?: number;
  readonly item: boolean;
  readonly quotation: boolean;
  /** Ends the paragraph before it: a blank line or a rule came between. */
  readonly apart: boolean;
  /** Markdown's line break: two spaces or a backslash at the end. */
  readonly hard: boolean;
}

/** Reads text, or Markdown where the format says so: there a line break alone ends no paragraph. */
export function readText(text: string, format: 'text' | 'markdown'): Source {
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/);
  if (lines.at(-1) === '') lines.pop();
  const read = lineMarks(lines);
  const width = wrapWidth(lines);
  const blanks = lines.filter((line) => isBlank(line)).length;
  const dense = blanks * 12 < lines.length;
  const flows = format === 'markdown' && blanks * 6 > lines.length;
  const blocks: Block[] = [];
  let group: Line[] = [];
  let bold = false;
  for (const line of read) {
    const last = group.at(-1);
    if (last && !goesOn(last, line, bold, width, flows, dense)) {
      blocks.push(blockOf(group, format));
      group = [];
      bold = false;
    }
    group.push(line);
    if (line.part.text.split('**').length % 2 === 0) bold = !bold;
  }
  if (group.length > 0) blocks.push(blockOf(group, format));
  return { format, lines, blocks };
}

function isBlank(line: string): boolean {
  return !/[^\s\u200b-\u200f\u2060\u00ad\u061c]/.test(line);
}

const number = /^\(?\d{1,2}[.)]\s|^0\d\s/;
const bullet = /^(?:[-*+•‣◦▪●]|\\-)\s+(?=\S)/;

/** Each line that has words, its marks at the front taken off. */
function lineMarks(lines: readonly string[]): Line[] {
  const found: Line[] = [];
  const nesting: number[] = [];
  let apart = true;
  for (const [index, text] of lines.entries()) {
    if (isBlank(text) || /^\s*(?:[-*_=~#]\s*){3,}$/.test(text)) {
      const above = found.at(-1);
      const underline = /^\s*(=|-)\1{2,}\s*$/.exec(text);
      if (above && !apart && underline && above.part.line === index) {
        found[found.length - 1] = { ...above, level: underline[1] === '=' ? 1 : 2 };
      }
      apart = true;
      continue;
    }
    found.push({ ...lineMark(text, index + 1, nesting), apart });
    apart = false;
  }
  return found;
}

function lineMark(text: string, line: number, nesting: number[]): Omit<Line, 'apart'> {
  let from = text.search(/\S/);
  let quotations = 0;
  while (text[from] === '>') {
    quotations += 1;
    if (quotations > limits.depth) refuse({ type: 'TooDeep', limit: limits.depth });
    from += 1;
    while (/\s/.test(text[from] ?? '')) from += 1;
  }
  let items = 0;
  for (let found = bullet.exec(text.slice(from, from + 60)); found; ) {
    items += 1;
    if (items === 1) nest(nesting, from);
    if (nesting.length + items > limits.depth) refuse({ type: 'TooDeep', limit: limits.depth });
    from += found[0].length;
    found = bullet.exec(text.slice(from, from + 60));
  }
  if (/\[{256}/.test(text)) refuse({ type: 'TooDeep', limit: limits.depth });
  const heading = /^(#{1,6})\s+(?=\S)/.exec(text.slice(from, from + 60));
  if (heading) from += heading[0].length;
  let to = text.trimEnd().length;
  if (heading) {
    while (text[to - 1] === '#' && to > from) to -= 1;
    while (/\s/.test(text[to - 1] ?? '') && to > from) to -= 1;
  }
  return {
    part: { line, text: text.slice(from, Math.max(from, to)), from },
    ...(heading?.[1] && { level: heading[1].length }),
    item: items > 0,
    quotation: quotations > 0,
    hard: text.endsWith('  ') || text.endsWith('\\'),
  };
}

/** How deep lists stand inside one another, by their indents. */
function nest(nesting: number[], indent: number): void {
  while (nesting.length > 0 && (nesting.at(-1) ?? 0) >= indent) nesting.pop();
  nesting.push(indent);
}

/** The width at which lines were broken, or nothing where each paragraph is one line. */
function wrapWidth(lines: readonly string[]): number | undefined {
  const lengths = lines.map((line) => line.trim().length).filter((length) => length > 0);
  const long = lengths.filter((length) => length > 110).length;
  if (lengths.length < 4 || long * 20 > lengths.length) return undefined;
  let width = 0;
  for (const length of lengths) if (length <= 110 && length > width) width = length;
  const full = lengths.filter((length) => length > width * 0.8).length;
  return width > 40 && full * 4 > lengths.length ? width : undefined;
}

/** Whether a line goes on with the paragraph of the line before it. */
function goesOn(
  last: Line,
  next: Line,
  openBold: boolean,
  width: number | undefined,
  flows: boolean,
  dense: boolean,
): boolean {
  if (next.apart || next.item || next.level !== undefined || last.level !== undefined) return false;
  if (last.quotation !== next.quotation && !(last.quotation && flows)) return false;
  if (number.test(next.part.text) || isHeading(last.part.text) || isHeading(next.part.text))
    return false;
  if (openBold) return true;
  if (
    /^(?:\*\*|["“«„]).*(?:\*\*|["”»])$/.test(last.part.text) &&
    !/^\p{Ll}/u.test(next.part.text)
  ) {
    return false;
  }
  if (flows) return !last.hard;
  const begins = /^\p{Ll}/u.test(next.part.text);
  if (width === undefined) return begins || /[,،]$/.test(last.part.text);
  if (dense && /[?؟]$/.test(last.part.text)) return false;
  const word = /^\S*?(?:-(?=\S)|(?=\s)|$)/.exec(next.part.text.slice(0, 60))?.[0] ?? '';
  const fits = last.part.from + last.part.text.length + 1 + word.length <= width;
  return !fits || (begins && !/[.?!:]["”»]?$/.test(last.part.text));
}

function blockOf(group: readonly Line[], format: 'text' | 'markdown'): Block {
  const parts = group.map((line) => line.part);
  const { flow, remains, bold } = inlineText(parts, format === 'markdown');
  const first = group[0];
  return {
    flow,
    lineFlows: linesOfFlow(flow),
    extents: parts.map((part) => ({ line: part.line, from: 0, to: part.from + part.text.length })),
    ...(first?.level !== undefined && { level: first.level }),
    ...(first?.item && { item: {} }),
    ...(first?.quotation && { setApart: 'quotation' as const }),
    ...(bold && { emphasised: true }),
    ...(!first?.apart && { tight: true }),
    ...(remains.length > 0 && { remains }),
  };
}
