/**
 * What is said in a paragraph, and by whom. A quotation stands between double marks, curly,
 * straight or angled. Two halves around "she explains" are one statement. A word or two between
 * marks is no statement unless someone is said to say it. The words are the document's own, and so
 * is the mark between two halves: a comma that only leads on to "she explains" gives way to the full
 * stop after it, where the document begins a new sentence.
 */
import { type Flow, sliceFlow } from '../flow.ts';
import type { Rules } from '../rules/rules.ts';
import { namePattern } from './names.ts';
import { wordCount } from './sentences.ts';

/** Offsets of the two marks; `to` is past the closing one. Unclosed runs to the end of the text. */
export interface Quoted {
  readonly from: number;
  readonly to: number;
  readonly unclosed: boolean;
}

const marks = /["“”„‟«»＂]/g;

/** Every quotation of a text, in order. */
export function quotedIn(text: string): Quoted[] {
  const found: Quoted[] = [];
  let open = -1;
  for (const mark of text.matchAll(marks)) {
    const before = text[mark.index - 1] ?? ' ';
    const after = text[mark.index + 1] ?? ' ';
    const canOpen = /[\s([—–\-/¿¡'‘]/.test(before) && !/\s/.test(after);
    const canClose = !/\s/.test(before) && /[\s)\].,;:?!—–\-/'’،؛؟]/.test(after);
    const french = mark[0] === '«' || mark[0] === '»';
    if (open < 0 && (canOpen || mark[0] === '«' || mark[0] === '“')) open = mark.index;
    else if (open >= 0 && (canClose || (french && text[open] !== mark[0]) || mark[0] === '”')) {
      found.push({ from: open, to: mark.index + 1, unclosed: false });
      open = -1;
    }
  }
  if (open >= 0) found.push({ from: open, to: text.length, unclosed: true });
  return found;
}

/** The words between the marks of a quotation. */
function innerOf(flow: Flow, quoted: Quoted): Flow {
  return sliceFlow(flow, quoted.from + 1, quoted.unclosed ? quoted.to : quoted.to - 1);
}

/** A half whose comma at the end only leads on to who says it. */
function withoutComma(half: Flow): Flow {
  return /[,،]$/.test(half.text) ? sliceFlow(half, 0, half.text.length - 1) : half;
}

/**
 * A half, and the mark that parts it from the next: its own, where it ends a sentence or leads on in
 * one; else the mark that the document sets after "she explains", at `gap`, as a part by itself.
 */
function withMark(half: Flow, flow: Flow, gap: { from: number; to: number }): Flow[] {
  const after = /[.,،;؛]\s*$/.exec(flow.text.slice(gap.from, gap.to));
  if (!after || /[.?!…؟:;؛]$/.test(half.text)) return [half];
  if (/[,،]$/.test(half.text) && !after[0].startsWith('.')) return [half];
  const at = gap.from + after.index;
  return [withoutComma(half), sliceFlow(flow, at, at + 1)];
}

/** The words of one statement: its halves, and the marks between them where they stand. */
export function wordsOfStatement(halves: readonly Flow[]): string {
  return halves
    .map(({ text }) => (/^[.,،;؛]$/.test(text) ? text : ` ${text}`))
    .join('')
    .trim();
}

/** A text that is one quotation from end to end, but for a "— Name" after it. */
export function wholeQuotation(flow: Flow): { inner: Flow; by?: Flow } | undefined {
  const quoted = quotedIn(flow.text);
  const [first] = quoted;
  const last = quoted.at(-1);
  if (!first || !last || first.from !== 0) return undefined;
  if (
    quoted.length > 1 &&
    !quoted.every((one, at) => at === 0 || one.from <= (quoted[at - 1]?.to ?? 0) + 1)
  ) {
    return undefined;
  }
  if (wordCount(flow.text.slice(0, last.to)) < 3) return undefined;
  const inner = sliceFlow(flow, 1, last.unclosed ? last.to : last.to - 1);
  const rest = flow.text.slice(last.to);
  if (/^[\s.]*$/.test(rest)) return last.unclosed ? undefined : { inner };
  const dash = /^\s*(?:[—–―-]{1,3}|~)\s*/.exec(rest);
  if (!dash || wordCount(rest) > 14) return undefined;
  return { inner, by: sliceFlow(flow, last.to + dash[0].length) };
}

export interface Said {
  /** The halves of one statement, in order, and the mark between two where it stands apart. */
  readonly halves: readonly Flow[];
  readonly speaker: string | null;
}

export interface Speakers {
  readonly rules: Rules;
  /** Full names of those who tell the story. */
  readonly narrators: readonly string[];
  /** Who spoke last, before this paragraph. */
  readonly last?: string | null;
}

/** Everything said in a paragraph. */
export function saidIn(flow: Flow, speakers: Speakers): Said[] {
  const quoted = quotedIn(flow.text).filter((one) => !one.unclosed || one.to - one.from > 20);
  const patterns = patternsOf(speakers.rules);
  const said: Said[] = [];
  let last = speakers.last;
  for (let at = 0; at < quoted.length; ) {
    const first = quoted[at] as Quoted;
    const halves = [innerOf(flow, first)];
    const after = speakerAfter(flow.text, first.to, quoted[at + 1]?.from, patterns);
    let speaker = after && whoIs(after.subject, flow.text.slice(0, first.from), speakers, last);
    let next = at + 1;
    while (after && next < quoted.length) {
      const one = quoted[next] as Quoted;
      const gap = speakerAfter(flow.text, (quoted[next - 1] as Quoted).to, one.from, patterns);
      if (!gap?.whole) break;
      const later = speakerAfter(flow.text, one.to, quoted[next + 1]?.from, patterns);
      const other = later && whoIs(later.subject, flow.text.slice(0, one.from), speakers, speaker);
      if (later && other !== speaker) break;
      const from = (quoted[next - 1] as Quoted).to;
      halves.push(
        ...withMark(halves.pop() as Flow, flow, { from, to: one.from }),
        innerOf(flow, one),
      );
      next += 1;
    }
    const before = flow.text.slice(at === 0 ? 0 : (quoted[at - 1] as Quoted).to, first.from);
    const subject = after ? undefined : speakerBefore(before, patterns);
    if (subject !== undefined)
      speaker = whoIs(subject, flow.text.slice(0, first.from), speakers, last);
    const isSaid = after !== undefined || subject !== undefined;
    if (isSaid || isStatement(halves[0]?.text ?? '')) {
      said.push({
        halves: [...halves.slice(0, -1), withoutComma(halves.at(-1) as Flow)],
        speaker: speaker ?? (isSaid ? null : mentioned(flow.text, speakers, last)),
      });
      if (speaker) last = speaker;
    }
    at = next;
  }
  return said;
}

/** Words that someone says, rather than a phrase or a title between marks. */
function isStatement(text: string): boolean {
  const words = text.split(' ');
  const capitals = words.filter((word) => /^\p{Lu}/u.test(word)).length;
  if (words.length < 4 || (capitals * 2 > words.length && words.length < 10)) return false;
  return words.length >= 7 || /[.?!,…؟]$/.test(text);
}

interface Patterns {
  readonly after: RegExp;
  readonly before: RegExp;
}

const made = new Map<string, Patterns>();

function patternsOf(rules: Rules): Patterns {
  const known = made.get(rules.language);
  if (known) return known;
  const pronouns = rules.pronouns
    .split('|')
    .flatMap((one) => [one, one.charAt(0).toUpperCase() + one.slice(1)])
    .join('|');
  const subject = `${namePattern}|${pronouns}`;
  const alone = rules.language === 'en' ? '' : `|(?:${rules.verbs})`;
  const patterns = {
    after: new RegExp(
      `^\\s*[,،]?\\s*[—–-]?\\s*(?:(${pronouns}|${namePattern})(?:,[^,"“”]{3,60},)?\\s+(?:(?:has|have|had|also|then|\\p{Ll}+ly)\\s+){0,2}(?:${rules.verbs})|(?:${rules.verbs})\\s+(${subject})${alone})(?!\\p{L})|^\\s*[—–]\\s*(${namePattern})`,
      'u',
    ),
    before: new RegExp(
      `(?<!\\p{L})(?:(${pronouns}|${namePattern})(?:,[^,]{3,60},)?\\s+(?:(?:has|have|had|also|then|\\p{Ll}+ly)\\s+){0,2}(?:${rules.verbs})|(?:${rules.verbs})\\s+(${subject})|(?:${rules.verbs}))(?!\\p{L})[^.?!؟]*[,:،]\\s*$|(?<!\\p{L})(${pronouns}|${namePattern})\\s+(?:${rules.verbs})\\s*$`,
      'u',
    ),
  };
  made.set(rules.language, patterns);
  return patterns;
}

/** "she explains" right after a quotation; `whole` when nothing else stands before the next one. */
function speakerAfter(
  text: string,
  from: number,
  nextFrom: number | undefined,
  patterns: Patterns,
): { subject: string; whole: boolean } | undefined {
  const gap = text.slice(from, Math.min(nextFrom ?? text.length, from + 160));
  const found = patterns.after.exec(gap);
  if (!found) return undefined;
  const rest = gap.slice(found[0].length);
  return {
    subject: found[1] ?? found[2] ?? found[3] ?? '',
    whole:
      nextFrom !== undefined &&
      nextFrom - from <= 120 &&
      /^[^.!?؟]{0,60}[.,:;،—–-]?\s*$/.test(rest),
  };
}

function speakerBefore(before: string, patterns: Patterns): string | undefined {
  const sentence = before.slice(-240).replace(/^[\s\S]*[.?!؟](?=\s)/, '');
  const found = patterns.before.exec(sentence);
  return found ? (found[1] ?? found[2] ?? found[3] ?? '') : undefined;
}

/** The full name behind "she" or a first name, as far as the document tells. */
function whoIs(
  subject: string,
  before: string,
  { rules, narrators }: Speakers,
  last: string | null | undefined,
): string | null {
  const isPronoun = subject === '' || rules.pronouns.split('|').includes(subject.toLowerCase());
  if (!isPronoun) return narratorCalled(subject, narrators) ?? subject;
  const [only] = narrators;
  if (narrators.length === 1) return only ?? null;
  return lastNamed(before, narrators) ?? last ?? null;
}

/** The narrator who has this name, or part of it. */
export function narratorCalled(name: string, narrators: readonly string[]): string | undefined {
  const words = wordsOf(name);
  return narrators.find((narrator) => {
    const own = wordsOf(narrator);
    return words.length > 0 && words.every((word) => own.includes(word));
  });
}

function wordsOf(name: string): string[] {
  return name
    .replace(/['’]s$/, '')
    .toLowerCase()
    .split(/[\s.]+/)
    .filter((word) => word !== '' && !/^(?:dr|mr|mrs|ms|rev|imam|rabbi)$/.test(word));
}

function lastNamed(before: string, narrators: readonly string[]): string | undefined {
  let best: { at: number; name: string } | undefined;
  for (const name of narrators) {
    for (const part of name.split(/\s+/)) {
      const at = part.length > 2 ? before.lastIndexOf(part) : -1;
      if (at >= 0 && (!best || at > best.at)) best = { at, name };
    }
  }
  return best?.name;
}

/** With one narrator, an unattributed statement is theirs where the paragraph speaks of them. */
function mentioned(
  text: string,
  { rules, narrators }: Speakers,
  last: string | null | undefined,
): string | null {
  const [only] = narrators;
  if (narrators.length !== 1 || !only) return narrators.length > 1 ? (last ?? null) : null;
  const pronoun = new RegExp(`(?<!\\p{L})(?:${rules.pronouns})(?!\\p{L})`, 'iu');
  return lastNamed(text, [only]) || pronoun.test(text) ? only : null;
}
