import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { byName } from './by-name.ts';

const named = (...names: string[]) => names.map((name, at) => ({ id: `${at}`, name }));
const inOrder = (locale: string, names: readonly string[]) =>
  named(...names)
    .reverse()
    .sort(byName(locale))
    .map(({ name }) => name);

describe('byName', () => {
  it.each([
    ['en', ['Åland Circle', 'Bayview Elders', 'émigré Fund', 'Families Network', 'Zone 9']],
    ['es', ['Nube', 'Ñandú', 'Olmo']],
    ['ar', ['أمهات الحي', 'بيت الجيران', 'جمعية', 'شبكة', 'يد بيد']],
    ['ur', ['آواز', 'بزم', 'پڑوسی', 'ٹیم', 'ساتھ']],
    ['hi', ['अपना घर', 'कदम', 'खेत', 'साथी', 'हमराह']],
    ['bn', ['আলো', 'কথা', 'খেয়া', 'সাথি', 'হাত']],
    ['pa', ['ਕਦਮ', 'ਗੱਲ', 'ਘਰ', 'ਜੀਵਨ', 'ਮਿੱਤਰ']],
    ['zh', ['北京', '东区', '社区', '中心']],
    ['ko', ['가족', '나눔', '다리', '마을', '하나']],
    ['vi', ['An', 'Ánh', 'Ăn', 'Ân', 'Dương', 'Đông']],
    ['th', ['กลุ่ม', 'เพื่อน', 'มิตร', 'แสง']],
    ['am', ['ሀገር', 'ሰላም', 'በጎ', 'አንድነት']],
    ['ja', ['あおぞら', 'かわ', 'さくら', 'たいよう']],
  ])('goes by the dictionary of the language: %s', (locale, names) => {
    expect(inOrder(locale, names)).toEqual(names);
  });

  it('puts local 9 before local 10, whatever digits they are written in', () => {
    expect(inOrder('en', ['Local 9', 'Local 10', 'Local 110'])).toEqual([
      'Local 9',
      'Local 10',
      'Local 110',
    ]);
    expect(inOrder('ar', ['فرع ٩', 'فرع ١٠'])).toEqual(['فرع ٩', 'فرع ١٠']);
  });

  it('puts the letters of the reader’s own script first', () => {
    const names = ['Harbor Circle', 'شبكة', '邻居'];
    expect(inOrder('ar', names)[0]).toBe('شبكة');
    expect(inOrder('zh', names)[0]).toBe('邻居');
    expect(inOrder('en', names)[0]).toBe('Harbor Circle');
  });

  const name = fc.oneof(
    fc.constantFrom('Ana', 'ana', 'Aña', 'a\u0301', 'á', 'سلام', 'سلام\u200c', '9', '10', '٩', ''),
    fc.string({ unit: 'grapheme', maxLength: 4 }),
  );
  const records = fc
    .array(name, { maxLength: 12 })
    .chain((names) =>
      fc.tuple(
        fc.constant(named(...names)),
        fc.shuffledSubarray(named(...names), { minLength: names.length }),
      ),
    );

  it('never depends on the order of the records, in any language of the interface', () => {
    fc.assert(
      fc.property(
        records,
        fc.constantFrom('en-US', 'es-US', 'ar-u-nu-latn'),
        ([before, after], locale) => {
          expect(after.sort(byName(locale))).toEqual(before.sort(byName(locale)));
        },
      ),
      { numRuns: 500 },
    );
  });
});
