import fc from 'fast-check';
import { expect, test } from 'vitest';
import { foldWord } from './fold-words.ts';
import { languages, readWords, wordLists } from './lists.ts';
import { checkTwoWords, drawWords, keyText, twoToAsk } from './six-words.ts';

const seeded = (bytes: Uint8Array) => (length: number) => bytes.slice(0, length);

test('each list has 2,048 words that stay different after folding', () => {
  for (const language of languages) {
    expect(wordLists[language]).toHaveLength(2048);
    expect(new Set(wordLists[language].map(foldWord)).size).toBe(2048);
  }
});

test('the Arabic list holds 3 to 8 Arabic letters a word, no diacritics, in order', () => {
  for (const word of wordLists.ar)
    expect(word).toMatch(/^[ءآأؤإئابةتثجحخدذرزسشصضطظعغفقكلمنهوىي]{3,8}$/);
  const folded = wordLists.ar.map(foldWord);
  expect([...folded].sort()).toEqual(folded);
});

test('the Spanish list stays different without its accents, so they may be left out', () => {
  expect(typeof keyText('arbol oceano nacion azucar carbon lapiz')).toBe('string');
  expect(keyText('arbol oceano nacion azucar carbon lapiz')).toBe(
    keyText('Árbol océano nación azúcar carbón lápiz'),
  );
});

test('any words that were drawn can be typed back, with other case, spaces and Arabic forms', () => {
  const forms: [RegExp, string][] = [
    [/[أإآ]/g, 'ا'],
    [/ة/g, 'ه'],
    [/ى/g, 'ي'],
  ];
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 12, maxLength: 12 }),
      fc.constantFrom(...languages),
      (bytes, language) => {
        const words = drawWords(language, seeded(bytes));
        const plain = keyText(words.join(' '));
        expect(typeof plain).toBe('string');
        let typed = `  ${words.join('   ').toUpperCase()} \n`;
        for (const [form, into] of forms) typed = typed.replace(form, into);
        expect(keyText(typed)).toBe(plain);
      },
    ),
    { numRuns: 100 },
  );
});

test('Arabic words are understood with diacritics and stretched letters', () => {
  const [first, ...rest] = drawWords('ar', seeded(new Uint8Array(12)));
  const marked = `${first?.[0]}\u064e\u0640${first?.slice(1)}`;
  expect(keyText([marked, ...rest].join(' '))).toBe(keyText([first, ...rest].join(' ')));
});

test('a word of no list is named by its place, and missing words are counted', () => {
  expect(keyText('abandon ability able about above abouts')).toEqual({
    type: 'WordUnknown',
    at: 5,
  });
  expect(readWords('abandon ability', 6)).toEqual({ type: 'WordsMissing', have: 2, need: 6 });
  expect(keyText('')).toEqual({ type: 'WordsMissing', have: 0, need: 6 });
});

test('two of the six are asked for again, always two different ones', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 2, maxLength: 2 }), (bytes) => {
      const [a, b] = twoToAsk(seeded(bytes));
      expect(a).toBeLessThan(b);
      expect(b).toBeLessThan(6);
    }),
  );
  const words = ['abandon', 'ability', 'able', 'about', 'above', 'absent'];
  expect(
    checkTwoWords(words, [1, 4], ['Ability ', 'above'].map((w) => w.trim()) as [string, string]),
  ).toBe(true);
  expect(checkTwoWords(words, [1, 4], ['above', 'ability'])).toBe(false);
  expect(checkTwoWords(words, [1, 4], ['', ''])).toBe(false);
});
