import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldWords, wordsOf } from './fold-words.ts';

describe('foldWords', () => {
  it('makes one of the Arabic letters that people type alike', () => {
    expect(foldWords('إلى المؤسّسة')).toBe(foldWords('الي الموسسه'));
    expect(foldWords('أُمّهات')).toBe('امهات');
    expect(foldWords('قصــــة')).toBe('قصه');
  });

  it('takes accents and case away from Latin letters', () => {
    expect(foldWords('Peticiónes de APOYO')).toBe('peticiones de apoyo');
    expect(foldWords('Nguyễn Đình')).toBe('nguyen dinh');
  });

  it('changes nothing more when it folds again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldWords(foldWords(text))).toBe(foldWords(text));
      }),
      { numRuns: 200 },
    );
  });
});

describe('wordsOf', () => {
  it('finds an Arabic word with and without its article', () => {
    expect(wordsOf('والطلبات')).toContain('طلبات');
    expect(wordsOf('للقصص')).toContain('قصص');
  });

  it('cuts a language without spaces into words', () => {
    expect(wordsOf('我们支持邻居').length).toBeGreaterThan(1);
  });

  it('leaves signs and spaces out', () => {
    expect(wordsOf('one — two, (three)!')).toEqual(['one', 'two', 'three']);
  });
});
