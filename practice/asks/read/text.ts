/** Text as the reading rules match it: the same length as the text itself, so that places agree. */

const alifs = /[أإآٱ]/g;
/** Vowels as people type them who leave the accents out; ñ is a letter of its own. */
const accented: Readonly<Record<string, string>> = {
  á: 'a',
  é: 'e',
  í: 'i',
  ó: 'o',
  ú: 'u',
  ü: 'u',
};
const digits = /[٠-٩۰-۹]/g;

/** Latin digits, bare alifs and vowels, plain spaces. Never changes where anything stands. */
export function matchable(text: string): string {
  return text
    .replace(alifs, 'ا')
    .replace(/[áéíóúü]/gi, (vowel) => {
      const bare = accented[vowel.toLowerCase()] ?? vowel;
      return vowel === vowel.toLowerCase() ? bare : bare.toUpperCase();
    })
    .replace(digits, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf))
    .replace(/\s/g, (space) => (space === '\n' ? '\n' : ' '));
}

export interface Sentence {
  /** As written. */
  readonly text: string;
  /** Where it begins in the message. */
  readonly at: number;
}

/** The sentences of a message; a line break ends one. Blank ones are left out. */
export function sentencesOf(message: string, language: string): Sentence[] {
  const segmenter = new Intl.Segmenter(language, { granularity: 'sentence' });
  const sentences: Sentence[] = [];
  let at = 0;
  for (const line of message.split('\n')) {
    for (const { segment, index } of segmenter.segment(line)) {
      if (segment.trim() !== '') sentences.push({ text: segment, at: at + index });
    }
    at += line.length + 1;
  }
  return sentences;
}

/** At most so many characters, cut between words, with a sign that there is more. */
export function shortened(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const space = cut.lastIndexOf(' ');
  return `${(space > length / 2 ? cut.slice(0, space) : cut).toWellFormed()}…`;
}
