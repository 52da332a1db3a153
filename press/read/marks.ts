/**
 * Marks inside a line of text or Markdown: bold, italics, code, links. They are left out of the
 * words and stay where they are in the document. Text taken from designed documents carries them
 * too (`**bold**`, `[label](#)`), so both formats are read alike. One pass, in step with the length
 * of the text whatever is in it.
 */
import { type Flow, FlowBuilder } from './flow.ts';

/** A line or a part of one. */
export interface LinePart {
  readonly line: number;
  readonly text: string;
  readonly from: number;
}

export interface Inline {
  readonly flow: Flow;
  /** The `(target)` of each link, without its label. */
  readonly remains: readonly Flow[];
  /** All the words stand between bold marks. */
  readonly bold: boolean;
}

const longestTarget = 500;

/** Joins the lines of one block into a flow without marks. */
export function inlineText(parts: readonly LinePart[], escapes: boolean): Inline {
  const raw = parts.map((part) => part.text).join('\n');
  const left = new Uint8Array(raw.length);
  const targets = dropLinks(raw, left);
  const bold = dropPairs(raw, left, '**');
  dropPairs(raw, left, '__');
  dropPairs(raw, left, '*');
  dropPairs(raw, left, '_');
  if (escapes) dropEscapesAndTags(raw, left);

  const flow = new FlowBuilder();
  const remains: Flow[] = [];
  let start = 0;
  for (const part of parts) {
    let at = 0;
    if (!endsInHyphen(raw, start)) flow.space();
    while (at < part.text.length) {
      const character = part.text[at] ?? '';
      if (/\s/.test(character)) {
        flow.space();
        at += 1;
        continue;
      }
      if (left[start + at]) {
        at += 1;
        continue;
      }
      let end = at + 1;
      while (end < part.text.length && !left[start + end] && !/\s/.test(part.text[end] ?? ''))
        end += 1;
      flow.add(part.text.slice(at, end), part.line, part.from + at);
      at = end;
    }
    for (const [from, to] of targets) {
      if (from < start || to > start + part.text.length) continue;
      const one = new FlowBuilder();
      one.add(raw.slice(from, to), part.line, part.from + from - start);
      remains.push(one.done());
    }
    start += part.text.length + 1;
  }
  return { flow: flow.done(), remains, bold };
}

/** A word broken at its own hyphen goes on without a space: `long-` and `term`. */
function endsInHyphen(raw: string, start: number): boolean {
  return (
    /[\p{L}\p{N}]-$/u.test(raw.slice(Math.max(0, start - 4), Math.max(0, start - 1))) &&
    /^\s{0,8}[\p{L}\p{N}]/u.test(raw.slice(start, start + 10))
  );
}

/** `[label](target)` and `![label](target)`: gives where each `(target)` stands. */
function dropLinks(raw: string, left: Uint8Array): [number, number][] {
  const targets: [number, number][] = [];
  let open = -1;
  for (let at = 0; at < raw.length; at += 1) {
    const character = raw[at];
    if (character === '[') open = at;
    if (character !== ']' || open < 0) continue;
    const opened = open;
    open = -1;
    if (raw[at + 1] !== '(') continue;
    const close = closeOfTarget(raw, at + 2);
    if (close < 0) continue;
    left[opened] = 1;
    if (raw[opened - 1] === '!') left[opened - 1] = 1;
    left.fill(1, at, close + 1);
    targets.push([at + 1, close + 1]);
    at = close;
  }
  return targets;
}

function closeOfTarget(raw: string, from: number): number {
  let depth = 0;
  let title = false;
  for (let at = from; at < Math.min(raw.length, from + longestTarget); at += 1) {
    const character = raw[at];
    if (character === '\n' || character === '[') return -1;
    if (character === '"') title = !title;
    if (title) continue;
    if (character === ' ' && raw[at + 1] !== '"') return -1;
    if (character === '(') depth += 1;
    if (character === ')') {
      if (depth === 0) return at;
      depth -= 1;
    }
  }
  return -1;
}

/** Marks that come in pairs around words. Says whether one pair holds the whole text. */
function dropPairs(raw: string, left: Uint8Array, mark: string): boolean {
  let opened = -1;
  let whole = false;
  const first = raw.search(/\S/);
  const last = raw.trimEnd().length;
  for (let at = raw.indexOf(mark); at >= 0; at = raw.indexOf(mark, at + mark.length)) {
    if (left[at]) continue;
    const before = raw[at - 1] ?? ' ';
    const after = raw[at + mark.length] ?? ' ';
    const closes = opened >= 0 && !/\s/.test(before) && (mark === '**' || !isWord(after));
    if (closes) {
      left.fill(1, opened, opened + mark.length);
      left.fill(1, at, at + mark.length);
      whole ||= opened === first && at + mark.length === last;
      opened = -1;
    } else if (opened < 0 && !/\s/.test(after) && (mark === '**' || !isWord(before))) opened = at;
  }
  return whole;
}

function isWord(character: string): boolean {
  return /[\p{L}\p{N}]/u.test(character);
}

/** Markdown's `\'` and `<br>`: the backslash and the tag are marks. */
function dropEscapesAndTags(raw: string, left: Uint8Array): void {
  for (const each of raw.matchAll(/\\[!-/:-@[-`{-~]|\\$/gm)) left[each.index] = 1;
  for (const each of raw.matchAll(/<\/?[a-z][a-z0-9]{0,20}(?:\s[^<>\n]{0,300})?>/gi)) {
    left.fill(1, each.index, each.index + each[0].length);
  }
}
