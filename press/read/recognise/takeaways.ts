/**
 * Which blocks of the takeaways are titles: those that are numbered, or, where none are, those that
 * the layout sets off. A list inside a takeaway has numbers too: it stands together, with no text
 * between its items, and its numbers do not go on from the takeaway's.
 */
import { type Flow, sliceFlow } from '../flow.ts';
import type { Rules } from '../rules/rules.ts';
import type { Block } from '../source.ts';
import { sentencesOf, wordCount } from './sentences.ts';

export interface Title {
  readonly flow: Flow;
  readonly number?: number;
  /** The text after the title, where both stand in one block. */
  readonly body?: Flow;
}

export interface Inside {
  readonly block: Block;
  /** A heading seen before, or another break, stands right before this block. */
  readonly afterBreak: boolean;
}

/** The titles among the blocks, by index. */
export function titlesOf(
  inside: readonly Inside[],
  sectionLevel: number | undefined,
  rules: Rules,
): Map<number, Title> {
  const numbered = numberedTitles(inside, rules);
  const blocks = inside.map(({ block }) => block);
  const headed = blocks.some(({ level }) => level !== undefined && level > (sectionLevel ?? 0));
  const listed = [...numbered.keys()].every((at) => blocks[at]?.level === undefined);
  if (numbered.size > 0 && !(headed && listed)) return numbered;
  for (const chosen of [
    (block: Block) =>
      block.level !== undefined && (sectionLevel === undefined || block.level > sectionLevel),
    (block: Block) => block.level !== undefined && block.level === sectionLevel,
    (block: Block) => block.emphasised === true && wordCount(block.flow.text) <= 25,
    (block: Block, next?: Block) =>
      wordCount(block.flow.text) <= 14 &&
      !/[:?,]$/.test(block.flow.text) &&
      !/^["“«]/.test(block.flow.text) &&
      wordCount(next?.flow.text ?? '') >= 20,
  ]) {
    const found = new Map<number, Title>();
    for (const [at, block] of blocks.entries()) {
      if (block.setApart || !chosen(block, blocks[at + 1])) continue;
      found.set(at, { flow: block.flow });
    }
    if (found.size > 0) return found;
  }
  return new Map();
}

/** A number at the front of a block, or that its list gives it. */
export function numberOf(block: Block): { number: number; rest: Flow } | undefined {
  // Not "24-hour", "3.5 million" or "10:30".
  const printed =
    /^(?:\p{L}+\s+)?#?(\d{1,2}|[٠-٩]{1,2})\s*(?:[.):](?:\s+|(?![\d٠-٩]))|[–—-]\s+)(?=\S)/u.exec(
      block.flow.text,
    );
  const bare = /^(0\d|\d{1,2}(?=\s+\p{Lu}))\s+/u.exec(block.flow.text);
  const found =
    printed && isLabel(printed[0])
      ? printed
      : bare && (bare[1]?.startsWith('0') || block.level !== undefined || block.emphasised)
        ? bare
        : null;
  if (found?.[1]) return { number: digits(found[1]), rest: sliceFlow(block.flow, found[0].length) };
  if (block.item?.ordinal !== undefined) return { number: block.item.ordinal, rest: block.flow };
  return undefined;
}

/** "1." or "Takeaway 1:", not "Article 19 – ": one word before the number at most, and a known one. */
function isLabel(front: string): boolean {
  const word = /^\p{L}+/u.exec(front)?.[0].toLowerCase();
  return (
    word === undefined ||
    /^(?:takeaway|lesson|no|aprendizaje|lección|خلاصة|الخلاصة|درس|الدرس)$/.test(word)
  );
}

function digits(text: string): number {
  return Number(text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)));
}

function numberedTitles(inside: readonly Inside[], rules: Rules): Map<number, Title> {
  const numbers = inside.map(({ block }) => (block.setApart ? undefined : numberOf(block)));
  const hasBody = (at: number) => inside[at + 1] !== undefined && numbers[at + 1] === undefined;
  const bodies = numbers.filter((one, at) => one && hasBody(at)).length;
  const found = new Map<number, Title>();
  let last = 0;
  for (const [at, one] of numbers.entries()) {
    if (!one) continue;
    const lone = hasBody(at) && (at === 0 || numbers[at - 1] === undefined);
    const follows = one.number === last + 1;
    const repeats = one.number <= last && (inside[at]?.afterBreak || lone);
    const first = found.size === 0;
    const taken = first || follows || repeats || (lone && one.number > last);
    const listed =
      !first &&
      !hasBody(at) &&
      bodies > 1 &&
      numbers[at - 1] !== undefined &&
      !inside[at]?.afterBreak;
    const { block } = inside[at] as Inside;
    const plain = block.flow.text.length;
    if (!taken || (listed && !(numbers[at + 1] === undefined))) continue;
    if (listed && !follows) continue;
    const title = titleAndBody(one.rest, rules);
    if (!title || plain === 0) continue;
    found.set(at, { ...title, number: one.number });
    last = one.number;
  }
  return found;
}

/** A title, or a title and the paragraph that goes on in the same block. */
function titleAndBody(flow: Flow, rules: Rules): { flow: Flow; body?: Flow } | undefined {
  if (flow.text === '') return undefined;
  const [first, ...more] = sentencesOf(flow.text, rules);
  if (wordCount(flow.text) <= 25 || !first || more.length === 0) {
    return wordCount(flow.text) <= 45 ? { flow } : undefined;
  }
  if (first.to > 160) return undefined;
  return { flow: sliceFlow(flow, 0, first.to), body: sliceFlow(flow, first.to) };
}
