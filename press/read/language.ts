/**
 * The language of a document: what it declares, where its letters agree; else what its letters and
 * commonest words tell. `und` where neither does.
 */
import { languageOfLetters } from '@alongside/practice/letters';
import type { Source } from './source.ts';

/** Words that stand in every text of a language and in few of another. */
const common: Readonly<Record<string, RegExp>> = {
  en: /(?<!\p{L})(?:the|and|of|to|is|in|that|for|with|are|not|has|shall)(?!\p{L})/giu,
  es: /(?<!\p{L})(?:el|la|los|las|de|que|y|en|una|con|para|por|su|del)(?!\p{L})/giu,
  tl: /(?<!\p{L})(?:ang|ng|mga|sa|na|ay|at|bawat|may|kung|hindi)(?!\p{L})/giu,
  so: /(?<!\p{L})(?:iyo|oo|waa|ama|uu|inuu|wuxuu|qof|leeyahay|ku|ka|ay)(?!\p{L})/giu,
  vi: /(?<!\p{L})(?:và|của|có|được|không|mọi|người|các|trong|cho|những)(?!\p{L})/giu,
  fr: /(?<!\p{L})(?:le|les|des|et|une|dans|que|est|pour|du|aux)(?!\p{L})/giu,
  pt: /(?<!\p{L})(?:o|os|as|da|do|dos|em|um|uma|não|para|com)(?!\p{L})/giu,
};

export function languageOf(source: Source): string {
  const text = sampleOf(source);
  const found = languageOfText(text);
  const declared = source.language;
  if (declared === undefined) return found;
  if (found === 'und' || scriptOf(found) === scriptOf(declared)) return declared;
  return found;
}

export function directionOf(source: Source, language: string): 'ltr' | 'rtl' {
  const text = sampleOf(source);
  const right = count(
    text,
    /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/gu,
  );
  const letters = count(text, /\p{L}/gu);
  if (letters > 0) return right * 2 > letters ? 'rtl' : 'ltr';
  return source.direction ?? (/^(?:ar|fa|ur|he|ps|ckb)$/.test(language) ? 'rtl' : 'ltr');
}

/** The first part of the text: enough to tell, and the same work for any length. */
function sampleOf({ lines }: Source): string {
  let text = '';
  for (const line of lines) {
    text += `${line.slice(0, 4_000)}\n`;
    if (text.length > 20_000) break;
  }
  return text;
}

export function languageOfText(text: string): string {
  if (count(text, /\p{L}/gu) < 12) return 'und';
  const told = languageOfLetters(text);
  return told === undefined || told === 'vi' ? languageOfWords(text) : told;
}

function languageOfWords(text: string): string {
  const words = count(text, /\p{L}+/gu);
  let best = { language: 'und', share: 0 };
  for (const [language, pattern] of Object.entries(common)) {
    const share = count(text, pattern) / Math.max(words, 1);
    if (share > best.share) best = { language, share };
  }
  return best.share > 0.08 ? best.language : 'und';
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}

/** By its first part alone, which is always well formed. */
function scriptOf(language: string): string {
  const base = language.split('-')[0] ?? language;
  return new Intl.Locale(base).maximize().script ?? 'Latn';
}
