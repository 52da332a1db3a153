/** Feature 20: what is written in any script is found again, by any word of it, as people type it. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { StoredRecord, Tables } from '@alongside/vault';
import { describe, expect, it, test } from 'vitest';
import { createFinder } from './finder.ts';

const notes = {
  table: 'notes',
  title: (record: StoredRecord) => String(record.id),
  words: (record: StoredRecord) => String(record.text),
  path: (record: StoredRecord) => `/notes/${record.id}`,
};

function finderOver(texts: Readonly<Record<string, string>>) {
  const records = Object.entries(texts).map(([id, text]) => ({ id, text }));
  const tables = { all: () => records, subscribe: () => () => {} } as unknown as Tables;
  const finder = createFinder(tables, [notes]);
  return (query: string) => finder.find(query).map(({ title }) => title);
}

/** Sentences of ours, one a language, all saying that neighbours bring tea and stay. */
const sentences = {
  en: 'Neighbors bring tea and stay until morning.',
  es: 'Las vecinas traen té y se quedan hasta la mañana.',
  ar: 'يحمل الجيران الشاي ويبقون حتى الصباح.',
  ur: 'پڑوسی چائے لاتے ہیں اور صبح تک ٹھہرتے ہیں۔',
  bn: 'প্রতিবেশীরা চা আনে আর সকাল পর্যন্ত থাকে।',
  hi: 'पड़ोसी चाय लाते हैं और सुबह तक रुकते हैं।',
  pa: 'ਗੁਆਂਢੀ ਚਾਹ ਲਿਆਉਂਦੇ ਹਨ ਤੇ ਸਵੇਰ ਤੱਕ ਰੁਕਦੇ ਹਨ।',
  zh: '邻居端来热茶，一直留到早上。',
  ja: 'となりの人がお茶を持ってきて、朝までいてくれる。',
  ko: '이웃들이 차를 가져와 아침까지 머문다.',
  vi: 'Hàng xóm mang trà đến và ở lại tới sáng.',
  th: 'เพื่อนบ้านยกน้ำชามาและอยู่ด้วยกันจนถึงเช้า',
  am: 'ጎረቤቶች ሻይ ያመጣሉ፤ እስከ ጠዋትም ይቆያሉ።',
};

const find = finderOver(sentences);

describe.each(Object.entries(sentences))('in %s', (language, sentence) => {
  it('finds each word of it', () => {
    const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(sentence)];
    for (const { segment, isWordLike } of words)
      if (isWordLike) expect(find(segment), segment).toContain(language);
  });

  it('finds it by the whole sentence, and by what stands in it so far while typing', () => {
    expect(find(sentence)).toEqual([language]);
    const typed = [...new Intl.Segmenter(language).segment(sentence)].map(({ segment }) => segment);
    for (let letters = 3; letters <= typed.length; letters++)
      expect(find(typed.slice(0, letters).join('')), `${letters} letters`).toContain(language);
  });
});

test.each([
  ['zh', ['热茶', '茶', '一直', '留到', '早上', '居端来热', '上']],
  ['ja', ['お茶', '朝', '朝まで', '人がお', '茶を']],
  ['th', ['น้ำชา', 'บ้าน', 'เช้า', 'อยู่ด้วย']],
])('without spaces any piece of a sentence is found: %s', (language, pieces) => {
  for (const piece of pieces) expect(find(piece), piece).toContain(language);
  expect(find(pieces[0] ?? '')).toEqual([language]);
});

test('an Arabic word is found with its article, without it and behind “and”', () => {
  const find = finderOver({ bare: 'طلبات كثيرة', whole: 'هذه الطلبات', behind: 'القصص والطلبات' });
  for (const query of ['طلبات', 'الطلبات', 'والطلبات', 'طلبا'])
    expect(find(query).sort(), query).toEqual(['bare', 'behind', 'whole']);
});

test('words that differ in a vowel sign, a tone or a dot are not taken for each other', () => {
  const pairs = [
    ['दान दिया', 'दिन बीता'],
    ['কাল আসব', 'কূল নেই'],
    ['ਦਿਨ ਚੜ੍ਹਿਆ', 'ਦਾਨ ਕੀਤਾ'],
    ['กินข้าว', 'กันแดด'],
    ['かぎを', 'かきを'],
  ] as const;
  for (const [one, other] of pairs) {
    const find = finderOver({ one, other });
    const [word] = [...new Intl.Segmenter('th', { granularity: 'word' }).segment(one)];
    expect(find(word?.segment ?? ''), one).toEqual(['one']);
  }
});

test('what is typed on another keyboard or without signs is found', () => {
  const find = finderOver({ ...sentences, hall: 'القاعة ٩، الساعة ١٠', vi2: 'Nguyễn Thị Đào' });
  expect(find('چائے')).toEqual(['ur']);
  expect(find('لاتي هين')).toEqual([]);
  expect(find('پڑوسي')).toEqual(['ur']);
  expect(find('القاعه 9')).toEqual(['hall']);
  expect(find('nguyen dao')).toEqual(['vi2']);
  expect(find('पडोसी')).toEqual(['hi']);
});

const articles = join(import.meta.dirname, '../../../../shared/data/udhr/article-1.json');

test.skipIf(!existsSync(articles))(
  'each word of one article in thirty languages is found (skipped where ../shared/data is absent)',
  () => {
    const found = JSON.parse(readFileSync(articles, 'utf8')) as Readonly<
      Record<string, { readonly lang: string; readonly article_1: string }>
    >;
    const texts = Object.fromEntries(Object.entries(found).map(([id, one]) => [id, one.article_1]));
    const find = finderOver(texts);
    for (const [id, { lang, article_1: text }] of Object.entries(found)) {
      for (const { segment, isWordLike } of new Intl.Segmenter(lang, {
        granularity: 'word',
      }).segment(text))
        if (isWordLike) expect(find(segment), `${id}: ${segment}`).toContain(id);
      expect(find(text.slice(0, 60)), id).toContain(id);
    }
  },
);
