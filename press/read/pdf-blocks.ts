/**
 * Lines of pages as paragraphs: a change of size or letter, a wider gap, an indent or a short last
 * line ends one; a paragraph goes on over the end of a column or a page. What stands at the same
 * place at the edge of several pages, and page numbers, are furniture.
 */
import { type Flow, FlowBuilder, flowOfLine } from './flow.ts';
import type { PageLine } from './pdf-lines.ts';
import { isHeading, plainForm } from './rules/headings.ts';
import type { Block, Source } from './source.ts';

interface Numbered extends PageLine {
  /** The line's number in the document. */
  readonly line: number;
  readonly page: number;
}

export function pdfBlocks(pages: readonly (readonly PageLine[])[]): Source {
  const lines: string[] = [];
  const all: Numbered[] = [];
  for (const [page, found] of pages.entries()) {
    for (const one of found) {
      if (one.text === '') continue;
      lines.push(one.text);
      all.push({ ...one, line: lines.length, page });
    }
  }
  widenColumns(all);
  const furniture = furnitureOf(all, pages.length);
  const body = bodyOf(all.filter((one) => !furniture.has(one)));
  const words = hyphenated(lines);
  const blocks: Block[] = [];
  let group: Numbered[] = [];
  const flush = () => {
    if (group.length > 0) blocks.push(blockOf(group, body, words));
    group = [];
  };
  const ended: Block[] = [];
  for (const line of all) {
    if (furniture.has(line)) {
      ended.push({ ...plainBlock(line), furniture: true });
      continue;
    }
    const last = group.at(-1);
    if (last && !goesOn(last, line, body)) flush();
    group.push(line);
  }
  flush();
  return { format: 'pdf', lines, blocks: [...blocks, ...ended] };
}

/**
 * A column is as wide as those that begin at the same place and are full of lines, on any page; or
 * a page of a few short lines would look full.
 */
function widenColumns(lines: Numbered[]): void {
  const counts = new Map<string, { left: number; right: number; lines: number }>();
  for (const { column, page } of lines) {
    const key = `${page} ${Math.round(column.left)} ${Math.round(column.right)}`;
    counts.set(key, { ...column, lines: (counts.get(key)?.lines ?? 0) + 1 });
  }
  const full = [...counts.values()].filter((one) => one.lines >= 10);
  for (const [at, line] of lines.entries()) {
    const { left, right } = line.column;
    const edges = full.filter((one) => Math.abs(one.left - left) < 16 && one.right >= right - 1);
    const nearest = edges.reduce(
      (edge, one) => Math.min(edge, one.right),
      Number.POSITIVE_INFINITY,
    );
    if (Number.isFinite(nearest)) lines[at] = { ...line, column: { left, right: nearest } };
  }
}

interface Body {
  readonly size: number;
  readonly font: string;
  /** From one baseline to the next. */
  readonly leading: number;
  /** Paragraphs are parted by space, so a short line alone ends none. */
  readonly spaced: boolean;
  /** Paragraphs begin with an indent, so nothing else ends one. */
  readonly indented: boolean;
}

/** The size, letter and line distance of running text: those of most characters. */
function bodyOf(lines: readonly Numbered[]): Body {
  const sizes = new Map<string, number>();
  const gaps = new Map<number, number>();
  for (const [at, line] of lines.entries()) {
    const key = `${Math.round(line.size * 2) / 2} ${line.font}`;
    sizes.set(key, (sizes.get(key) ?? 0) + line.text.length);
    const next = lines[at + 1];
    if (!next || next.page !== line.page || next.first) continue;
    const gap = Math.round((line.y - next.y) * 2) / 2;
    if (gap > 0) gaps.set(gap, (gaps.get(gap) ?? 0) + 1);
  }
  const [most] = [...sizes].sort((a, b) => b[1] - a[1]);
  const [size = '10', font = ''] = (most?.[0] ?? '').split(' ');
  const often = Math.max(2, Math.max(0, ...gaps.values()) * 0.15);
  const usual = [...gaps].filter(([gap, times]) => times >= often && gap > Number(size) * 0.9);
  const leading = usual.length > 0 ? Math.min(...usual.map(([gap]) => gap)) : Number(size) * 1.3;
  const all = [...gaps.values()].reduce((sum, times) => sum + times, 0);
  const wide = [...gaps].filter(([gap]) => gap > leading * 1.25 && gap < leading * 4);
  const running = lines.filter((line) => isBody(line, { size: Number(size), font }));
  const begun = running.filter((line) => {
    const indent = (line.x - line.column.left) / Number(size);
    return indent > 0.8 && indent < 4;
  });
  const indented = begun.length >= 5 && begun.length * 12 > running.length;
  return {
    size: Number(size),
    font,
    leading: Math.min(leading, Number(size) * 1.9),
    indented,
    spaced: !indented && wide.reduce((sum, [, times]) => sum + times, 0) * 8 > all,
  };
}

/** Lines at the same height on several pages, and page numbers at the edge of one. */
function furnitureOf(lines: readonly Numbered[], pages: number): Set<Numbered> {
  const found = new Set<Numbered>();
  const places = new Map<string, Numbered[]>();
  for (const line of lines) {
    const edge = line.height > 0.88 || line.height < 0.12;
    if (!edge || isHeading(line.text)) continue;
    const number =
      /^(?:\p{L}{1,8}\s*)?[-–—|·\s]*\d{1,4}(?:\s*(?:\/|of|de|من)\s*\d{1,4})?[-–—|·\s]*$/iu.test(
        line.text,
      );
    if (number && (line.height < 0.12 || pages > 1) && !/^0\d$/.test(line.text)) found.add(line);
    const key = `${plainForm(line.text).replace(/\d+/g, '#')} ${Math.round(line.y / 6)}`;
    places.set(key, [...(places.get(key) ?? []), line]);
  }
  for (const same of places.values()) {
    if (new Set(same.map((line) => line.page)).size >= 2) for (const line of same) found.add(line);
  }
  return found;
}

/** Whether a line goes on with the paragraph of the line before it. */
function goesOn(last: Numbered, next: Numbered, body: Body): boolean {
  if (isHeading(last.text) || isHeading(next.text)) return false;
  if (Math.abs(last.size - next.size) > 0.6) return false;
  const wasBody = isBody(last, body);
  if (
    last.font !== next.font &&
    wasBody !== isBody(next, body) &&
    !/\p{Ll}/u.test(next.text.charAt(0))
  )
    return false;
  if (/^\(?\d{1,2}[.)]\s|^0\d\s|^[•‣◦▪●]/.test(next.text)) return false;
  const column = last.column;
  const letter = (last.right - last.x) / Math.max(1, last.text.length);
  const word = ((next.text.split(/\s/)[0] ?? '').length + 1) * letter;
  const space = column.right - last.right;
  const closed = /[.?!:;؟]["'”’»)]*$/.test(last.text);
  const begins = body.indented ? next.column.left : last.x;
  const indented = next.x > begins + body.size * 0.8 && next.x < begins + body.size * 4;
  if (body.indented && wasBody && indented) return false;
  if (next.page !== last.page || next.first || next.y > last.y) {
    return wasBody && (!closed || space < word * 1.4) && last.size <= body.size * 1.1;
  }
  const gap = last.y - next.y;
  const usual = Math.max(body.leading, last.size * (body.leading / Math.max(body.size, 1)));
  if (gap > usual * 1.25) return false;
  if (!wasBody) return true;
  if (indented && closed) return false;
  return body.spaced || body.indented || !closed || space < word * 1.05;
}

function isBody(line: PageLine, body: Pick<Body, 'size' | 'font'>): boolean {
  return Math.abs(line.size - body.size) <= 0.6 && line.font === body.font;
}

function blockOf(group: readonly Numbered[], body: Body, words: ReadonlySet<string>): Block {
  const [first] = group as [Numbered, ...Numbered[]];
  const bigger = first.size > body.size + 0.6;
  const other = first.font !== body.font;
  const bullet = /^[•‣◦▪●]\s*/.exec(first.text);
  const flow = joined(group, bullet?.[0].length ?? 0, words);
  const characters = group.reduce((sum, line) => sum + line.text.length, 0);
  return {
    flow,
    lineFlows: group.map((line) => flowOfLine(line.text, line.line)),
    extents: group.map((line) => ({ line: line.line, from: 0, to: line.text.length })),
    ...(bigger &&
      characters < 240 && {
        level: first.size > body.size * 1.7 ? 1 : first.size > body.size * 1.3 ? 2 : 3,
      }),
    ...((bigger || other) && { emphasised: true }),
    ...(bullet && { item: {} }),
  };
}

function plainBlock(line: Numbered): Block {
  const flow = flowOfLine(line.text, line.line);
  return { flow, lineFlows: [flow], extents: [{ line: line.line, from: 0, to: line.text.length }] };
}

const keeps =
  /(?:^|[^\p{L}])(?:self|cross|long|short|well|co|faith|non|first|third|multi|anti|full|half|high|low|ex|post|pre|all|working|decision|community|ever|[\p{L}]+-[\p{L}]+)-$/iu;
const keepsBefore =
  /^(?:based|term|class|building|led|wide|free|hand|related|specific|driven|centered|making|care|in|to|of|the|by|up|and)(?!\p{L})/iu;

/** Joins lines; a word parted at a line's end is made whole, one with a hyphen of its own keeps it. */
function joined(group: readonly Numbered[], skip: number, words: ReadonlySet<string>): Flow {
  const flow = new FlowBuilder();
  for (const [at, line] of group.entries()) {
    const last = group[at - 1]?.text ?? '';
    const broken = /\p{L}[-\u00ad\u2010]$/u.test(last) && /^\p{L}/u.test(line.text);
    if (broken) {
      const whole = `${/[\p{L}'’]+[-\u2010]$/u.exec(last)?.[0] ?? ''}${/^[\p{L}'’]+/u.exec(line.text)?.[0] ?? ''}`;
      const own = keeps.test(last) || keepsBefore.test(line.text) || words.has(whole.toLowerCase());
      if (last.endsWith('\u00ad') || (!own && /^\p{Ll}/u.test(line.text)))
        flow.dropLast(last.slice(-1));
    } else flow.space();
    flow.append(flowOfLine(line.text, line.line, at === 0 ? skip : 0));
  }
  return flow.done();
}

/** Words that the document itself writes with a hyphen inside a line. */
function hyphenated(lines: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const line of lines) {
    for (const [word] of line.matchAll(/[\p{L}'’]+[-\u2010][\p{L}'’]+/gu))
      words.add(word.toLowerCase());
  }
  return words;
}
