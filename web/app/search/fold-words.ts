/**
 * The form of words that search compares: without case, accents, Arabic vowel signs and stretching,
 * and with the forms of a letter that people type alike made one (أ إ آ ٱ as ا, ة as ه, ى and ی as ي,
 * ک as ك). Words are cut with `Intl.Segmenter`, so that languages without spaces are found too.
 */

const alike: ReadonlyMap<string, string> = new Map([
  ['ٱ', 'ا'],
  ['ة', 'ه'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ە', 'ه'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
]);

const marks = /[\p{M}\u0640]/gu;
const variants = new RegExp(`[${[...alike.keys()].join('')}]`, 'gu');

/** The same text in the form that is compared. Folding twice changes nothing more. */
export function foldWords(text: string): string {
  return text
    .normalize('NFKD')
    .replace(marks, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(marks, '')
    .replace(variants, (letter) => alike.get(letter) ?? letter);
}

const segmenter = new Intl.Segmenter('en', { granularity: 'word' });

/** The words of a text, folded, in order. An Arabic word with the article stands there without it too. */
export function wordsOf(text: string): string[] {
  const words: string[] = [];
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (!isWordLike) continue;
    const word = foldWords(segment);
    words.push(word);
    const bare = withoutArticle(word);
    if (bare !== word) words.push(bare);
  }
  return words;
}

/** «الطلبات» and «والطلبات» as «طلبات»; a word that would be left with one letter stays whole. */
function withoutArticle(word: string): string {
  const bare = word.replace(/^[وفبك]?ال(?=\p{L}{2})|^لل(?=\p{L}{2})/u, '');
  return bare;
}
