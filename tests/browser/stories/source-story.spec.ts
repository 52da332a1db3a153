/**
 * Feature 7, from the real source story, which is not ours to keep in this repository: it is read
 * from beside the checkout, and what is expected is read from its lines.
 */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { extractText, getDocumentProxy } from 'unpdf';
import { expect, test } from '../harness.ts';
import { bookletOf, chooseFile, keepIt } from './import-pages.ts';

const file = join(import.meta.dirname, '../../../../shared/stories/zahra-billoo.txt');
const there = existsSync(file);

test('the source story fills every part with no correction, the same on screen and in print', async ({
  page,
}) => {
  test.skip(
    !there,
    'left out: ../shared/stories/zahra-billoo.txt, the real source story, is absent',
  );
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim());
  const filled = lines.filter((line) => line !== '');
  const after = (heading: string) => filled.slice(filled.lastIndexOf(heading) + 1);
  const numbered = filled.filter((line) => /^\d\. /.test(line)).map((line) => line.slice(3));
  const quotes = filled
    .slice(filled.indexOf('Takeaways'), filled.lastIndexOf('Your Turn'))
    .flatMap((line) => line.match(/"[^"]+"/g) ?? []);

  await page.setViewportSize({ width: 1440, height: 900 });
  await chooseFile(page, file);
  await expect(
    page.getByText('1 narrator · 6 partners · 3 questions · 4 takeaways · 6 prompts'),
  ).toBeVisible();
  await keepIt(page);
  const booklet = await bookletOf(page);

  expect(booklet.narrators).toEqual([filled[2]?.split(',')[0]]);
  expect(booklet.byline[0]).toMatch(/^executive director, Council .+ \(CAIR\)$/);
  expect(booklet.opening).toEqual([filled[5]?.replace(/[“”]/g, '')]);
  expect(booklet.introduction.length).toBeGreaterThanOrEqual(2);
  expect(booklet.partners).toHaveLength(6);
  expect(booklet.questions).toEqual(filled.slice(filled.indexOf('Takeaways') - 3).slice(0, 3));
  expect(booklet.takeaways).toEqual(numbered);
  expect(numbered).toHaveLength(4);
  expect(booklet.said).toEqual(quotes);
  expect(booklet.prompts).toEqual(after('Your Turn'));
  expect(booklet.prompts).toHaveLength(6);

  for (const format of ['A4', 'Letter'] as const) {
    const printed = await wordsOf(await page.pdf({ format }));
    const order = [
      ...booklet.narrators,
      ...booklet.opening,
      ...booklet.introduction,
      ...booklet.questions,
      ...booklet.takeaways,
      ...booklet.prompts,
    ].map(bare);
    const places = order.map((words) => printed.indexOf(words));
    expect(places, `every part is printed on ${format}`).not.toContain(-1);
    expect(places, `in the same order on ${format}`).toEqual([...places].sort((a, b) => a - b));
    for (const words of quotes) expect(printed).toContain(bare(words));
  }
});

async function wordsOf(pdf: Buffer): Promise<string> {
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(pdf)), {
    mergePages: true,
  });
  return bare(text);
}

/** Letters and digits alone: line ends and hyphens of a page are not words. */
const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
