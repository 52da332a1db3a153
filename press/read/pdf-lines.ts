/**
 * The lines of a page in the order in which people read them: items of one baseline make a line,
 * a wide gap down the page parts columns, and what spans the columns stands between them.
 */

export interface TextItem {
  readonly text: string;
  /** From the left and from the bottom of the page, in points. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly size: number;
  readonly font: string;
  readonly rightToLeft: boolean;
}

export interface PageText {
  readonly items: readonly TextItem[];
  readonly left: number;
  readonly right: number;
  readonly bottom: number;
  readonly top: number;
}

export interface PageLine {
  readonly text: string;
  readonly x: number;
  readonly right: number;
  readonly y: number;
  readonly size: number;
  readonly font: string;
  /** Left and right edge of the column that it stands in. */
  readonly column: { readonly left: number; readonly right: number };
  /** The page has columns. */
  readonly columns: boolean;
  /** First of its column or of a part of the page. */
  readonly first: boolean;
  /** How far up the page: 0 at the bottom, 1 at the top. */
  readonly height: number;
}

type Segment = readonly TextItem[];

export function pageLines(page: PageText): PageLine[] {
  const segments = rowsOf(page.items).flatMap(splitAtGaps);
  const gutter = gutterOf(segments);
  const parts: Segment[][] = [];
  if (gutter === undefined) parts.push(segments);
  else {
    let left: Segment[] = [];
    let right: Segment[] = [];
    const flush = () => {
      const rightFirst =
        [...left, ...right].filter((one) => one[0]?.rightToLeft).length * 2 >
        left.length + right.length;
      parts.push(...(rightFirst ? [right, left] : [left, right]));
      left = [];
      right = [];
    };
    for (const segment of segments) {
      if (rightOf(segment) <= gutter + 2) left.push(segment);
      else if (leftOf(segment) >= gutter - 2) right.push(segment);
      else {
        flush();
        const last = parts.at(-1);
        if (last && last.length > 0 && last.every((one) => spans(one, gutter))) last.push(segment);
        else parts.push([segment]);
      }
    }
    flush();
  }
  return parts.flatMap((part) => linesOf(part, page, gutter !== undefined));
}

function spans(segment: Segment, gutter: number): boolean {
  return leftOf(segment) < gutter - 2 && rightOf(segment) > gutter + 2;
}

function leftOf(segment: Segment): number {
  return segment.reduce((least, item) => Math.min(least, item.x), Number.POSITIVE_INFINITY);
}

function rightOf(segment: Segment): number {
  return segment.reduce(
    (most, item) => Math.max(most, item.x + item.width),
    Number.NEGATIVE_INFINITY,
  );
}

/** Items of one baseline, from the top of the page down. */
function rowsOf(items: readonly TextItem[]): TextItem[][] {
  const rows: { y: number; size: number; items: TextItem[] }[] = [];
  for (const item of [...items].sort((a, b) => b.y - a.y)) {
    if (item.text.trim() === '') continue;
    const row = rows.at(-1);
    if (row && row.y - item.y < Math.min(row.size, item.size) * 0.4) row.items.push(item);
    else rows.push({ y: item.y, size: item.size, items: [item] });
  }
  return rows.map((row) => row.items.sort((a, b) => a.x - b.x));
}

/** A row parted where a gap is wider than any between words. */
function splitAtGaps(row: readonly TextItem[]): TextItem[][] {
  const parts: TextItem[][] = [];
  for (const item of row) {
    const last = parts.at(-1)?.at(-1);
    const gap = last ? item.x - (last.x + last.width) : 0;
    if (last && gap <= Math.max(last.size, item.size) * 1.1) parts.at(-1)?.push(item);
    else parts.push([item]);
  }
  return parts;
}

/** Points: 200 inches, the widest page that PDF readers show (ISO 32000-1, annex C). */
const widestPage = 14_400;

/**
 * The middle of the white strip between two columns. There must be enough text at both sides, side
 * by side, and little that crosses it.
 */
function gutterOf(segments: readonly Segment[]): number | undefined {
  if (segments.length < 6) return undefined;
  const boxes = segments.map((segment) => ({
    left: leftOf(segment),
    right: rightOf(segment),
    y: segment[0]?.y ?? 0,
    letters: segment.reduce((sum, item) => sum + item.text.length, 0),
  }));
  const left = least(boxes.map((box) => box.left));
  const right = most(boxes.map((box) => box.right));
  if (!(right - left <= widestPage)) return undefined;
  const free = new Map<number, number[]>();
  for (let x = left + (right - left) * 0.25; x <= left + (right - left) * 0.75; x += 1) {
    const before = boxes.filter((box) => box.right <= x);
    const after = boxes.filter((box) => box.left >= x);
    const crossing = boxes.length - before.length - after.length;
    if (!areColumns(before, after) || crossing > before.length + after.length) continue;
    free.set(crossing, [...(free.get(crossing) ?? []), x]);
  }
  const freest = free.get(least([...free.keys()]));
  return freest && widestRun(freest);
}

interface Box {
  readonly y: number;
  readonly letters: number;
}

/** Enough text on both sides, and side by side for more than a line or two. */
function areColumns(before: readonly Box[], after: readonly Box[]): boolean {
  if (before.length < 3 || after.length < 3) return false;
  const letters = (part: readonly Box[]) => part.reduce((sum, box) => sum + box.letters, 0);
  const [a, b] = [letters(before), letters(after)];
  if (a * 8 < b || b * 8 < a) return false;
  const highest = Math.min(most(before.map(({ y }) => y)), most(after.map(({ y }) => y)));
  const lowest = Math.max(least(before.map(({ y }) => y)), least(after.map(({ y }) => y)));
  return highest - lowest > 30;
}

function widestRun(free: readonly number[]): number {
  let best = { from: free[0] ?? 0, to: free[0] ?? 0 };
  let from = free[0] ?? 0;
  for (const [at, x] of free.entries()) {
    if (at > 0 && x - (free[at - 1] ?? x) > 1.5) from = x;
    if (x - from > best.to - best.from) best = { from, to: x };
  }
  return (best.from + best.to) / 2;
}

/** The lines of one column: parts of a row that were apart are put together again. */
function linesOf(segments: readonly Segment[], page: PageText, columns: boolean): PageLine[] {
  const rows = rowsOf(segments.flat());
  const column = {
    left: least(segments.map(leftOf)),
    right: most(segments.map(rightOf)),
  };
  return rows.map((row, at) => {
    const biggest = row.reduce((a, b) => (b.text.trim().length > a.text.trim().length ? b : a));
    return {
      text: textOf(row),
      x: leftOf(row),
      right: rightOf(row),
      y: biggest.y,
      size: biggest.size,
      font: biggest.font,
      column,
      columns,
      first: at === 0,
      height: (biggest.y - page.bottom) / Math.max(1, page.top - page.bottom),
    };
  });
}

function textOf(row: readonly TextItem[]): string {
  const backwards = row.filter((item) => item.rightToLeft).length * 2 > row.length;
  const items = backwards ? [...row].reverse() : row;
  let text = '';
  for (const [at, item] of items.entries()) {
    const last = items[at - 1];
    const gap = !last
      ? 0
      : backwards
        ? last.x - (item.x + item.width)
        : item.x - (last.x + last.width);
    text += last && gap > item.size * 0.12 ? ` ${item.text}` : item.text;
  }
  return text.replace(/\s+/g, ' ').trim();
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
}

function most(numbers: readonly number[]): number {
  return numbers.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);
}
