/**
 * Feature 20: words of any script among ours. Each stands in its own language, direction and face, is put
 * in its place by the dictionary of the reader's language, and is found by a word of it.
 */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { byName } from '../../practice/index.ts';
import { goWithin } from './going.ts';
import { expect, test } from './harness.ts';
import { mainAction } from './keeping.ts';

interface Written {
  readonly name: string;
  /** A sentence of ours, used where ../shared/data is absent. */
  readonly says: string;
  /** A word of the name, as it would be typed into search. */
  readonly word: string;
}

/** Invented organizations. `en` and `es` have letters that tell no language, so they carry none. */
const written: Readonly<Record<string, Written>> = {
  en: { name: 'Harbor Tenants Circle', says: 'Heat for every home.', word: 'tenants' },
  es: { name: 'Ñandú, vecinas del puerto', says: 'Nadie sin techo.', word: 'nandu' },
  ar: { name: 'شبكة عائلات البحيرة', says: 'لا بيت بلا تدفئة.', word: 'العائلات' },
  ur: { name: 'پڑوسیوں کی انجمن', says: 'ہر گھر میں چولہا جلے۔', word: 'انجمن' },
  bn: { name: 'প্রতিবেশী মণ্ডল', says: 'সব ঘরে উনুন জ্বলুক।', word: 'মণ্ডল' },
  hi: { name: 'पड़ोसी मंडल', says: 'हर घर में चूल्हा जले।', word: 'मंडल' },
  pa: { name: 'ਗੁਆਂਢੀ ਸਭਾ', says: 'ਹਰ ਘਰ ਵਿੱਚ ਚੁੱਲ੍ਹਾ ਬਲੇ।', word: 'ਸਭਾ' },
  zh: { name: '湖边租户互助会', says: '家家都有热炕头。', word: '互助' },
  ko: { name: '호숫가 이웃 모임', says: '집집마다 따뜻한 방을.', word: '이웃' },
  vi: { name: 'Hội Người Thuê Nhà Bến Cảng', says: 'Mỗi nhà một bếp lửa.', word: 'hoi nguoi' },
  th: { name: 'กลุ่มเพื่อนบ้านริมน้ำ', says: 'ทุกบ้านต้องอุ่น', word: 'เพื่อนบ้าน' },
  am: { name: 'የጎረቤቶች ማኅበር', says: 'ለእያንዳንዱ ቤት ሙቀት።', word: 'ማኅበር' },
  ja: { name: 'みなと借家人の会', says: 'どの家にもぬくもりを。', word: '借家人' },
};
const told = Object.keys(written).filter((language) => language !== 'en' && language !== 'es');
const rightToLeft = ['ar', 'ur'];

const shared = join(import.meta.dirname, '../../../shared/data/udhr/article-1.json');
const articles: Readonly<Record<string, { readonly lang: string; readonly article_1: string }>> =
  existsSync(shared) ? JSON.parse(readFileSync(shared, 'utf8')) : {};

/** What an organization says it does: one article that the world agreed on, or a sentence of ours. */
function says(language: string): string {
  const article = Object.values(articles).find(({ lang }) => lang === language)?.article_1;
  return article?.slice(0, 120).replace(/\s+/g, ' ').trim() ?? written[language]?.says ?? '';
}

const looks = [
  { language: 'en', locale: 'en-US', collation: 'en-US' },
  { language: 'ar', locale: 'ar', collation: 'ar-u-nu-latn' },
] as const;

for (const { language: own, locale, collation } of looks) {
  test(`names of thirteen scripts stand in their own face, in order, and are found (in ${own}; sentences of ours where ../shared/data is absent)`, async ({
    browser,
    address,
  }) => {
    test.setTimeout(900_000);
    const context = await browser.newContext({
      baseURL: address,
      locale,
      viewport: { width: 360, height: 740 },
    });
    const page = await context.newPage();
    const nastaliq: string[] = [];
    page.on('request', (request) => {
      if (/nastaliq/i.test(request.url())) nastaliq.push(request.url());
    });
    await page.goto('/start');
    await page.locator('textarea').first().waitFor();
    const add = async (language: string) => {
      await goWithin(page, '/partners/new');
      const fields = page.locator('#partner').getByRole('textbox');
      await expect(fields).toHaveCount(2);
      await fields.nth(0).fill(written[language]?.name ?? '');
      await fields.nth(1).fill(says(language));
      await mainAction(page).click();
      await expect(page.locator('h1')).toHaveText(written[language]?.name ?? '');
    };
    for (const language of Object.keys(written).filter((one) => one !== 'ur')) await add(language);
    await page.evaluate(() => document.fonts.ready.then(() => undefined));
    expect(nastaliq, 'before any Urdu is shown').toEqual([]);
    await add('ur');
    await expect.poll(() => nastaliq.length, 'with the first Urdu').toBe(1);

    await page.locator('nav a[href="/partners"]:visible').click();
    const names = page.locator('.partner-name bdi');
    await expect(names).toHaveCount(13);
    const shown = await names.allTextContents();
    const records = shown.map((name) => ({ id: name, name }));
    expect(shown).toEqual(records.toSorted(byName(collation)).map(({ name }) => name));

    const how = await page.locator('.partner-name bdi, .partner-name + p').evaluateAll((all) =>
      all.map((element) => ({
        words: element.textContent ?? '',
        lang: element.getAttribute('lang') ?? '',
        direction: element.matches(':dir(rtl)') ? 'rtl' : 'ltr',
        face: getComputedStyle(element).fontFamily,
      })),
    );
    for (const language of told) {
      const direction = rightToLeft.includes(language) ? 'rtl' : 'ltr';
      for (const words of [written[language]?.name ?? '', says(language)]) {
        const one = how.find((each) => each.words === words);
        expect(one, words).toMatchObject({ lang: language, direction });
        expect(one?.face.startsWith('"Noto Nastaliq"'), words).toBe(language === 'ur');
      }
    }
    for (const language of ['en', 'es'])
      expect(how.find(({ words }) => words === written[language]?.name)).toMatchObject({
        lang: '',
        direction: 'ltr',
      });

    await page.keyboard.press('/');
    const search = page.getByRole('dialog').getByRole('searchbox');
    for (const { name, word } of Object.values(written)) {
      await search.fill(word);
      await expect(page.getByRole('dialog').getByRole('link', { name }), word).toBeVisible();
    }
    await context.close();
  });
}

test('a page in Latin letters fetches no face of another script, though Arabic is named on it', async ({
  page,
}) => {
  const faces: string[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('.woff2')) faces.push(request.url());
  });
  await page.goto('/');
  await expect(page.locator('.language-line').getByText('العربية')).toBeVisible();
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  expect(faces.length).toBeGreaterThan(0);
  expect(faces.filter((face) => !face.includes('latin'))).toEqual([]);
  await page.locator('.language-line').getByText('العربية').click();
  await expect.poll(() => faces.some((face) => face.includes('arabic'))).toBe(true);
});
