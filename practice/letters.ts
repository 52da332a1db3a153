/**
 * Letters of any script, told apart as their readers do. Two uses: comparing words as people type
 * them (search, the same name twice), and telling the language of a short text by its letters, so
 * that it is shown in its own face and direction and read aloud in its own voice.
 */

/**
 * Signs that readers leave out when they type: Latin, Greek and Cyrillic accents, Hebrew points, Arabic
 * vowel signs and stretching, the dot of borrowed sounds in Hindi, joiners. All other marks make
 * another word and stay: vowels of Indic and Thai scripts, Thai tones, the voiced kana.
 */
const leftOut =
  /[\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670\u06d6-\u06ed\u093c\u200c\u200d]/gu;

/** Forms of a letter or a sign that people type alike. */
const alike: ReadonlyMap<string, string> = new Map([
  ['ٱ', 'ا'],
  ['ة', 'ه'],
  ['ى', 'ي'],
  ['ی', 'ي'],
  ['ک', 'ك'],
  ['ہ', 'ه'],
  ['ھ', 'ه'],
  ['ە', 'ه'],
  ['ß', 'ss'],
  ['ø', 'o'],
  ['ł', 'l'],
  ['đ', 'd'],
  ['ı', 'i'],
  ['’', "'"],
  ['ʼ', "'"],
]);
const variants = new RegExp(`[${[...alike.keys()].join('')}]`, 'gu');

/**
 * The same text in the form that is compared: without case and what is left out in typing, forms of a
 * letter made one, digits of any script as 0 to 9. Folding twice changes nothing more. Never for showing.
 */
export function foldLetters(text: string): string {
  return text
    .normalize('NFKD')
    .replace(leftOut, '')
    .toLowerCase()
    .normalize('NFKD')
    .replace(leftOut, '')
    .replace(variants, (letter) => alike.get(letter) ?? letter)
    .replace(/\p{Nd}/gu, latinDigit);
}

/** Each script's ten digits stand in a row that begins at a code point ending in 0 or 6. */
function latinDigit(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  const row = code - (code % 16);
  const zero = /\p{Nd}/u.test(String.fromCodePoint(row)) ? row : row + 6;
  return String(code - zero);
}

const scripts: readonly (readonly [RegExp, string])[] = [
  [/[\p{Script=Hiragana}\p{Script=Katakana}]/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
  [/\p{Script=Thai}/gu, 'th'],
  [/\p{Script=Devanagari}/gu, 'hi'],
  [/\p{Script=Bengali}/gu, 'bn'],
  [/\p{Script=Gurmukhi}/gu, 'pa'],
  [/\p{Script=Ethiopic}/gu, 'am'],
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Cyrillic}/gu, 'ru'],
  [/\p{Script=Greek}/gu, 'el'],
];

/**
 * The language that most letters of the text tell, as BCP 47: the commonest one of their script.
 * Latin letters tell only Vietnamese; undefined for the rest, and where there are no letters.
 */
export function languageOfLetters(text: string): string | undefined {
  const counts = scripts.map(([letters, language]) => ({ language, count: count(text, letters) }));
  const most = counts.reduce((best, each) => (each.count > best.count ? each : best));
  if (most.count <= count(text, /\p{Script=Latin}/gu)) return languageOfLatinLetters(text);
  const kana = counts.find(({ language }) => language === 'ja')?.count ?? 0;
  if (most.language === 'zh') return kana * 10 > most.count ? 'ja' : languageOfHan(text);
  return most.language === 'ar' ? languageOfArabicLetters(text) : most.language;
}

function languageOfHan(text: string): string {
  return count(text, /[們國發個這對說學為與業權會來時]/gu) >
    count(text, /[们国发个这对说学为与业权会来时]/gu)
    ? 'zh-Hant'
    : 'zh';
}

function languageOfArabicLetters(text: string): string {
  if (count(text, /[ٹڈڑںےہ]/gu) * 100 > text.length) return 'ur';
  if (count(text, /[ېډړښګ]/gu) * 100 > text.length) return 'ps';
  return count(text, /[پچژگیک]/gu) * 40 > text.length ? 'fa' : 'ar';
}

/** A horn, a hook or two signs on one vowel are Vietnamese alone; one name of it makes no text so. */
function languageOfLatinLetters(text: string): string | undefined {
  const own = count(text.normalize('NFC'), /[ơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/giu);
  return own * 12 > count(text, /\p{L}/gu) ? 'vi' : undefined;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
