/**
 * The words that search compares, in their folded form (`practice/letters.ts`). Words are cut with
 * `Intl.Segmenter`. Scripts that put no spaces between words are cut into overlapping pairs of letters
 * instead: where a word ends in them depends on what stands around it, so that a word alone would not
 * be found within a sentence.
 */
import { foldLetters } from '@alongside/practice/letters';

/** What one word of a query may stand for. */
export interface Asked {
  /** Any of these will do: an Arabic word with its article, and without. */
  readonly forms: readonly string[];
  /** Whether a slip in one letter is forgiven. */
  readonly forgiving: boolean;
}

const words = new Intl.Segmenter('en', { granularity: 'word' });
const letters = new Intl.Segmenter('en', { granularity: 'grapheme' });
const unspaced =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}]+/gu;

/**
 * The words of a text, folded. An Arabic word with the article stands there without it too; the last
 * letter of a run of pairs stands there alone, so that it is found like the others.
 */
export function wordsOf(text: string): string[] {
  const { spaced, runs } = partsOf(text);
  return [
    ...spaced.flatMap((part) => spacedWords(part).flatMap(({ forms }) => forms)),
    ...runs.flatMap((run) => [...pairsOf(run), ...run.slice(-1)]),
  ];
}

/** What a query asks for: each of these has to be there, the last as a beginning. */
export function askedBy(query: string): Asked[] {
  const { spaced, runs, endsInRun } = partsOf(query);
  const pairs = runs
    .flatMap((run) => (run.length === 1 ? run : pairsOf(run)))
    .map((pair) => ({ forms: [pair], forgiving: false }));
  const others = spaced.flatMap(spacedWords);
  return endsInRun ? [...others, ...pairs] : [...pairs, ...others];
}

/** The runs of scripts without spaces, as folded letters, and what stands between them. */
function partsOf(text: string) {
  const whole = text.normalize('NFKC');
  const runs = Array.from(whole.matchAll(unspaced), ([run]) =>
    Array.from(letters.segment(run), ({ segment }) => foldLetters(segment)),
  );
  const spaced = whole.split(unspaced);
  return { spaced, runs, endsInRun: runs.length > 0 && spaced.at(-1)?.trim() === '' };
}

function spacedWords(text: string): Asked[] {
  const found: Asked[] = [];
  for (const { segment, isWordLike } of words.segment(text)) {
    if (!isWordLike) continue;
    const word = foldLetters(segment);
    if (word === '') continue;
    const bare = withoutArticle(word);
    found.push({
      forms: bare === word ? [word] : [word, bare],
      forgiving: word.normalize('NFC').length > 5,
    });
  }
  return found;
}

/** «الطلبات» and «والطلبات» as «طلبات»; a word that would be left with one letter stays whole. */
function withoutArticle(word: string): string {
  if (/^[وفبك]?الله$/u.test(word)) return word;
  return word.replace(/^[وفبك]?ال(?=\p{L}{2})|^لل(?=\p{L}{2})/u, '');
}

function pairsOf(run: readonly string[]): string[] {
  return run.slice(1).map((letter, at) => `${run[at]}${letter}`);
}
