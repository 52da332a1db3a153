/**
 * A document of very many short lines: the page stays small, nothing of it is
 * lost, the browser finds its last word, and its last line can be tapped like any other.
 */
import { expect, test } from '../harness.ts';
import { chooseText } from './import-pages.ts';

const lines = 20_000;
/** Short lines, and one at the end that can be told from all others. */
const text = [
  ...Array.from({ length: lines }, (_, at) => (at % 2 ? '' : `${at % 10}a`)),
  'the very last line of it',
].join('\n');

// Only a hang is timed: what is held to is counted.
test.use({
  viewport: { width: 1440, height: 900 },
  navigationTimeout: 120_000,
  actionTimeout: 120_000,
});

test('a document of twenty thousand short lines is a small page, with every line in it', async ({
  page,
}) => {
  test.setTimeout(300_000);
  await chooseText(page, text);
  const column = page.locator('.document-column');
  await column.waitFor({ timeout: 120_000 });
  const size = () => page.evaluate(() => document.querySelectorAll('*').length);
  expect(await size()).toBeLessThan(5000);

  const shown = await column.evaluate((element) => {
    // What we put beside the words, letters and notes, is not the document's.
    const copy = element.cloneNode(true) as Element;
    for (const ours of copy.querySelectorAll('.mark-letter, .document-reason')) ours.remove();
    return copy.textContent.replaceAll('\n', '');
  });
  expect(shown === text.replaceAll('\n', ''), 'nothing is lost').toBe(true);

  // The browser's own search reaches what nobody has come near.
  const found = await page.evaluate(() =>
    Reflect.apply(Reflect.get(window, 'find'), window, ['very last line']),
  );
  expect(found).toBe(true);
  await column.evaluate((element) => element.scrollTo({ top: element.scrollHeight }));
  const last = column.locator(`[data-line="${lines + 1}"]`);
  await expect(last).toContainText('the very last line of it');
  expect(await size()).toBeLessThan(8000);
});
