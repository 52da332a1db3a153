/** Sentences, lists of names and questions inside a paragraph, as offsets into its flow. */
import { type Flow, sliceFlow } from '../flow.ts';
import type { Rules } from '../rules/rules.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

export const endOfText = /[.?!:;؟۔。…]["'”’»)\]]*$/;
export const question = /[?？؟]/;

export function wordCount(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

/** Sentences of a text; an abbreviation of the language ends none. */
export function sentencesOf(text: string, rules: Rules): Span[] {
  const found: Span[] = [];
  let from = 0;
  for (const end of text.matchAll(/[.?!؟…]["'”’»)\]]*(?=\s)/g)) {
    const word = /[\p{L}.]{1,12}$/u.exec(text.slice(Math.max(0, end.index - 12), end.index))?.[0];
    if (end[0][0] === '.' && word && isAbbreviation(word, rules)) continue;
    found.push({ from, to: end.index + end[0].length });
    from = end.index + end[0].length;
  }
  if (text.slice(from).trim() !== '') found.push({ from, to: text.length });
  return found;
}

function isAbbreviation(word: string, rules: Rules): boolean {
  return /^\p{Lu}$/u.test(word) || rules.abbreviations.includes(word.toLowerCase());
}

/** Where the sentence that stands at the offset ends, before its full stop. */
export function sentenceEnd(text: string, offset: number, rules: Rules): number {
  for (const sentence of sentencesOf(text, rules)) {
    if (sentence.to <= offset) continue;
    return (
      sentence.from + text.slice(sentence.from, sentence.to).replace(/[.?!؟…\s"”»]+$/, '').length
    );
  }
  return text.length;
}

/**
 * The names in a list such as "the A (AB) - C, D, and E". Commas inside brackets part nothing; only
 * the last two are parted by an *and*, since names have one too.
 */
export function listItems(flow: Flow, from: number, to: number, rules: Rules): Flow[] {
  const items: Span[] = [];
  let depth = 0;
  let start = from;
  for (let at = from; at < to; at += 1) {
    const character = flow.text[at] ?? '';
    if ('([{'.includes(character)) depth += 1;
    if (')]}'.includes(character)) depth -= 1;
    if (depth <= 0 && /[,;،؛]/.test(character)) {
      items.push({ from: start, to: at });
      start = at + 1;
    }
  }
  const last = { from: start, to };
  const before = items.map((item, at) => (at === 0 ? item : withoutAnd(flow.text, item, rules)));
  const all = [...before, ...lastOfList(flow.text, last, before.length, rules)];
  return all.map((item) => withoutArticle(sliceFlow(flow, item.from, item.to), rules));
}

/** Arabic joins each item with an *and* that is written onto it: it is none where no organization follows. */
function withoutAnd(text: string, item: Span, rules: Rules): Span {
  const words = text.slice(item.from, item.to);
  const leading = new RegExp(rules.and.source, rules.and.flags.replace('g', '')).exec(
    ` ${words.trimStart()}`,
  );
  if (leading?.index !== 0) return item;
  const skip = words.length - words.trimStart().length + leading[0].length - 1;
  const rest = words.slice(skip);
  // Twice the same letter: the second is the name's own.
  const isNamed = rest.search(rules.organization) === 0 || rest.startsWith(leading[0].trim());
  return isNamed ? { from: item.from + skip, to: item.to } : item;
}

function lastOfList(text: string, last: Span, before: number, rules: Rules): Span[] {
  const words = text.slice(last.from, last.to);
  const and = new RegExp(rules.and.source, rules.and.flags.replace('g', ''));
  const leading = and.exec(` ${words.trimStart()}`);
  if (before > 0 && leading?.index === 0) {
    const skip = words.length - words.trimStart().length + leading[0].length - 1;
    return [{ from: last.from + skip, to: last.to }];
  }
  const inside = and.exec(words);
  if (!inside || inside.index === 0) return [last];
  const left = words.slice(0, inside.index);
  if (/\b(?:for|of|de|para|por)\s+\S+(?:\s+\S+)?$/i.test(left) && before === 0) return [last];
  return [
    { from: last.from, to: last.from + inside.index },
    { from: last.from + inside.index + inside[0].length, to: last.to },
  ];
}

export function withoutArticle(flow: Flow, rules: Rules): Flow {
  const article = rules.article.exec(flow.text);
  return article ? sliceFlow(flow, article[0].length) : flow;
}

/** Each question of a run of questions, where several stand in one paragraph. */
export function questionsOf(flow: Flow, from: number): Flow[] {
  const found: Flow[] = [];
  let start = from;
  for (const end of flow.text.matchAll(/[?？؟]["'”’»)\]]*(?=\s|$)/g)) {
    if (end.index < from) continue;
    found.push(sliceFlow(flow, start, end.index + end[0].length));
    start = end.index + end[0].length;
  }
  return found;
}
