import { describe, expect, it } from 'vitest';
import { askedBy, wordsOf } from './fold-words.ts';

describe('wordsOf', () => {
  it('holds an Arabic word with and without its article', () => {
    expect(wordsOf('والطلبات')).toEqual(['والطلبات', 'طلبات']);
    expect(wordsOf('للقصص')).toContain('قصص');
    expect(wordsOf('الله')).toEqual(['الله']);
  });

  it('cuts a language without spaces into pairs of letters, also within a line of another', () => {
    expect(wordsOf('我们支持')).toEqual(['我们', '们支', '支持', '持']);
    expect(wordsOf('see 水利 in 3区')).toEqual(['see', 'in', '3', '水利', '利', '区']);
  });

  it('leaves signs and spaces out', () => {
    expect(wordsOf('one — two, (three)!')).toEqual(['one', 'two', 'three']);
    expect(wordsOf('የሰው፡ልጅ።')).toEqual(['የሰው', 'ልጅ']);
    expect(wordsOf('')).toEqual([]);
  });
});

describe('askedBy', () => {
  it('takes what is typed last as a beginning, whatever script it is in', () => {
    expect(askedBy('水利 in').at(-1)?.forms).toEqual(['in']);
    expect(askedBy('in 水利').at(-1)?.forms).toEqual(['水利']);
    expect(askedBy('水').map(({ forms }) => forms)).toEqual([['水']]);
  });

  it('lets either form of an Arabic word do', () => {
    expect(askedBy('الطلبات')).toEqual([{ forms: ['الطلبات', 'طلبات'], forgiving: true }]);
  });

  it('forgives a slip only in a word long enough to be told from others', () => {
    expect(askedBy('tenants hall 사람들').map(({ forgiving }) => forgiving)).toEqual([
      true,
      false,
      false,
    ]);
  });
});
