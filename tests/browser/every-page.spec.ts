/**
 * Features 20 and 35: every page of the application, with something in it, as it is seen on a phone and
 * at a desk, light and dark, in both writing directions, at 400 % zoom, by keyboard and by axe.
 */

import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { closedPages, openPages, patternsInCode } from './filled/pages.ts';
import { mark } from './filled/planted.ts';
import { type Seen, seenOn, sideways } from './filled/seen.ts';
import { type Language, openFilled } from './filled/workspace.ts';
import { goWithin } from './going.ts';
import { expect, test } from './harness.ts';
import { comeBack } from './keeping.ts';

/** A walk takes a minute where the processor is free, and many where it is shared. */
const patience = 600_000;

const phone = { width: 360, height: 740 };
const desk = { width: 1440, height: 900 };
/** A desk of 1280 pixels at 400 %, which is what WCAG 1.4.10 asks for. */
const zoomed = { width: 320, height: 256 };

const looks: readonly {
  readonly name: string;
  readonly language: Language;
  /** Twice the size of text, as it is chosen in Settings. */
  readonly text?: 'largest';
  /** Left out where only the room for words differs: it takes four fifths of the time. */
  readonly axe?: false;
  readonly use: Parameters<typeof test.use>[0];
}[] = [
  {
    name: 'a phone, dark, in Arabic',
    language: 'ar',
    use: { locale: 'ar', viewport: phone, colorScheme: 'dark' },
  },
  {
    name: 'a desk, light, in Arabic',
    language: 'ar',
    use: { locale: 'ar', viewport: desk, colorScheme: 'light' },
  },
  {
    name: 'a phone, light, in English',
    language: 'en',
    use: { locale: 'en-US', viewport: phone, colorScheme: 'light' },
  },
  {
    name: 'a desk, in Spanish',
    language: 'es',
    axe: false,
    use: { locale: 'es-US', viewport: desk, colorScheme: 'light' },
  },
  {
    name: 'at 400 % zoom, in Spanish',
    language: 'es',
    axe: false,
    use: { locale: 'es-US', viewport: zoomed, colorScheme: 'light' },
  },
  {
    name: 'a phone at twice the size of text, in Arabic',
    language: 'ar',
    text: 'largest',
    axe: false,
    use: { locale: 'ar', viewport: phone, colorScheme: 'light' },
  },
];

/** Latin words that stand on Arabic pages: our name, names of languages, formats, keys, faces, tools. */
const latinNames = new RegExp(
  [
    'Alongside|English|Español|Markdown|HTML|PDF|DOCX|vCard|CSV|iCalendar|Ctrl|Esc',
    'Atkinson Hyperlegible Next|Source Serif|Noto Sans Arabic|Noto Nastaliq Urdu',
    'https?://\\S+|voucher=|SIL Open Font License|Apache|MIT|React Aria|React|TanStack Router|Lingui|MiniSearch|Yjs',
  ]
    .map((names) => `\\b(?:${names})(?!\\w)`)
    .join('|'),
  'g',
);

/** What a reader of the language would stumble over, as far as a program can tell. */
async function stumbles(page: Page, where: string, language: Language): Promise<string[]> {
  const found: string[] = [];
  const { dir, lang } = await page.evaluate(() => ({
    dir: document.documentElement.dir,
    lang: document.documentElement.lang,
  }));
  if (lang !== language || dir !== (language === 'ar' ? 'rtl' : 'ltr'))
    found.push(`${where}: is ${lang} ${dir}`);
  const over = await sideways(page);
  if (over.length > 0) found.push(`${where}: scrolls sideways by ${over.join(', ')}`);
  const seen = await seenOn(page);
  for (const one of seen) {
    const say = `${where}: “${one.words.slice(0, 60)}” (${one.in} of ${one.at})`;
    if (isOfAPerson(one) && !one.apart) found.push(`${say} is not set apart`);
    if (language === 'ar' && one.lang === 'ar' && /[A-Za-z]{2}/.test(oursOnly(one.words)))
      found.push(`${say} is in Latin letters`);
  }
  return found;
}

const isOfAPerson = ({ words }: Seen) => words.includes(mark);
const oursOnly = (words: string) =>
  words.replace(new RegExp(`${mark}\\S*`, 'g'), '').replace(latinNames, '');

/** What axe finds. */
async function barriers(page: Page, where: string): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode().analyze();
  return violations.map(({ id, nodes }) => `${where}: ${id} ${nodes[0]?.html.slice(0, 200)}`);
}

test('the walk knows every page that the application has', () => {
  const walked = new Set([...openPages.map(([pattern]) => pattern), ...closedPages]);
  expect(patternsInCode().length).toBeGreaterThan(25);
  expect(patternsInCode().filter((pattern) => !walked.has(pattern))).toEqual([]);
});

for (const { name, language, use, text, axe = true } of looks) {
  test.describe(name, () => {
    test.use(use);
    test.beforeEach(async ({ page }) => {
      if (text)
        await page.addInitScript((size) => {
          localStorage.setItem('alongside.look', JSON.stringify({ text: size }));
        }, text);
    });
    const look = async (page: Page, where: string) => [
      ...(await stumbles(page, where, language)),
      ...(axe ? await barriers(page, where) : []),
    ];

    test('every page before anything is kept can be read, and axe finds nothing', async ({
      page,
    }) => {
      test.setTimeout(patience);
      const found: string[] = [];
      for (const path of closedPages) {
        await page.goto(path);
        await page.locator('h1').first().waitFor();
        found.push(...(await look(page, path)));
      }
      expect(found).toEqual([]);
    });

    test('every page of a kept workspace can be read, and axe finds nothing', async ({ page }) => {
      test.setTimeout(patience);
      const words = await openFilled(page, language);
      const found: string[] = [];
      let met = 0;
      for (const [, path] of openPages) {
        await goWithin(page, path);
        found.push(...(await look(page, path)));
        met += (await seenOn(page)).filter(isOfAPerson).length;
      }
      expect(met, 'words that people wrote were met').toBeGreaterThan(100);
      for (const key of ['/', 'n', '?']) {
        await page.keyboard.press(key);
        await page.getByRole('dialog').waitFor();
        found.push(...(await look(page, key)));
        await page.keyboard.press('Escape');
        await page.getByRole('dialog').waitFor({ state: 'hidden' });
      }
      await page.goto('/');
      await page.getByRole('textbox').waitFor();
      found.push(...(await look(page, 'the lock')));
      await comeBack(page, words);
      await page.locator('nav a[href="/asks"]:visible').waitFor();
      expect(found).toEqual([]);
    });
  });
}
