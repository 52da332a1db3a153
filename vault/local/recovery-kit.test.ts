import fc from 'fast-check';
import { expect, test } from 'vitest';
import { deviceOfKit } from './kit-keys.ts';
import { kitToWords, wordsToKit } from './recovery-kit.ts';
import { languages } from './words/lists.ts';

test('a kit in any of the three languages gives its seed back', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.constantFrom(...languages),
      (seed, language) => {
        const words = kitToWords(Uint8Array.from(seed), language);
        expect(words).toHaveLength(12);
        expect(wordsToKit(words.join(' '))).toEqual(Uint8Array.from(seed));
      },
    ),
    { numRuns: 100 },
  );
});

test('the words of zero bytes are those of the published BIP-39 vector', () => {
  expect(kitToWords(new Uint8Array(16), 'en').join(' ')).toBe(`${'abandon '.repeat(11)}about`);
});

test('one wrong word is found by the checksum or by the list', () => {
  const words = kitToWords(new Uint8Array(16).fill(7), 'en');
  expect(wordsToKit([...words.slice(1), words[0]].join(' '))).toEqual({ type: 'KitMistyped' });
  expect(wordsToKit(words.slice(1).join(' '))).toEqual({
    type: 'WordsMissing',
    have: 11,
    need: 12,
  });
});

test('the keys of a kit differ from each other', () => {
  const { sign, kem } = deviceOfKit(new Uint8Array(16));
  expect(sign).not.toEqual(kem);
});
