import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldLetters, languageOfLetters } from './letters.ts';

describe('foldLetters', () => {
  it('makes one of the Arabic letters that people type alike', () => {
    expect(foldLetters('إلى المؤسّسة')).toBe(foldLetters('الي الموسسه'));
    expect(foldLetters('أُمّهات')).toBe('امهات');
    expect(foldLetters('قصــــة')).toBe('قصه');
  });

  it('makes one of Urdu and Persian letters and the Arabic ones of another keyboard', () => {
    expect(foldLetters('ہمسایہ کی')).toBe(foldLetters('همسايه كي'));
    expect(foldLetters('می‌روم')).toBe(foldLetters('ميروم'));
  });

  it('takes accents and case away from Latin letters', () => {
    expect(foldLetters('Peticiónes de APOYO')).toBe('peticiones de apoyo');
    expect(foldLetters('Nguyễn Đình')).toBe('nguyen dinh');
    expect(foldLetters('Tenants’')).toBe("tenants'");
  });

  it.each([
    ['Hindi', 'दान', 'दिन'],
    ['Bengali', 'কাল', 'কূল'],
    ['Punjabi', 'ਦਿਨ', 'ਦਾਨ'],
    ['Thai', 'กิน', 'กัน'],
    ['Thai tones', 'มา', 'ม้า'],
    ['Japanese', 'かき', 'かぎ'],
  ])('keeps the signs that make another word: %s', (_, one, other) => {
    expect(foldLetters(one)).not.toBe(foldLetters(other));
  });

  it('forgives the dot of borrowed sounds in Hindi, which many leave out', () => {
    expect(foldLetters('ज़रूरत')).toBe(foldLetters('जरूरत'));
  });

  it('reads digits of any script as 0 to 9', () => {
    for (const digits of ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९', '০১২৩৪৫৬৭৮৯', '๐๑๒๓๔๕๖๗๘๙'])
      expect(foldLetters(digits)).toBe('0123456789');
  });

  it('changes nothing more when it folds again', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(foldLetters(foldLetters(text))).toBe(foldLetters(text));
      }),
      { numRuns: 500 },
    );
  });
});

describe('languageOfLetters', () => {
  it.each([
    ['ur', 'پڑوسیوں کی انجمن'],
    ['ur', 'ہمارا ساتھ'],
    ['ar', 'شبكة عائلات البحيرة'],
    ['fa', 'انجمن همسایگان'],
    ['hi', 'पड़ोसियों का संगठन'],
    ['bn', 'প্রতিবেশীদের সংগঠন'],
    ['pa', 'ਗੁਆਂਢੀਆਂ ਦੀ ਸੰਸਥਾ'],
    ['zh', '租户互助会'],
    ['zh-Hant', '我們這個會'],
    ['ja', 'となりの会'],
    ['ko', '이웃 모임'],
    ['vi', 'Hội Người Thuê Nhà'],
    ['th', 'สมาคมเพื่อนบ้าน'],
    ['am', 'የጎረቤቶች ማኅበር'],
  ])('tells %s from a name of an organization', (language, name) => {
    expect(languageOfLetters(name)).toBe(language);
  });

  it('says nothing of Latin letters, digits and signs, nor of one name within a sentence', () => {
    for (const text of ['Harbor Tenants Circle', 'Asociación de Vecinas', '7 – 9', ''])
      expect(languageOfLetters(text)).toBeUndefined();
    expect(
      languageOfLetters('We sat with Nguyễn Thị Hoa and her neighbors until the hearing ended.'),
    ).toBeUndefined();
  });

  it('goes by most of the letters', () => {
    expect(languageOfLetters('Harbor Families Network (شبكة)')).toBeUndefined();
    expect(languageOfLetters('شبكة عائلات الميناء (HFN)')).toBe('ar');
  });
});
