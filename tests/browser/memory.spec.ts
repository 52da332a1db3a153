/**
 * F04: after a lock the page holds nothing of what was open: not on screen, not in its memory, not in a
 * worker. Memory is searched in a snapshot of the whole heap, taken once before the lock, where the
 * canaries are found, and once after it.
 */

import type { CDPSession } from '@playwright/test';
import { uncheck } from './choosing.ts';
import { openPages } from './filled/pages.ts';
import { ids, planted } from './filled/planted.ts';
import { backupOf, bringIn, soon } from './filled/workspace.ts';
import { goWithin } from './going.ts';
import { expect, test } from './harness.ts';
import { chooseWords, mainAction } from './keeping.ts';

const word = 'canaryword';

/** How often each text stands in the memory of the page. */
async function inMemory(session: CDPSession, texts: readonly string[]): Promise<number[]> {
  const counts = texts.map(() => 0);
  let rest = '';
  const longest = Math.max(...texts.map(({ length }) => length));
  const heard = ({ chunk }: { chunk: string }) => {
    const text = rest + chunk;
    for (const [at, needle] of texts.entries())
      counts[at] = (counts[at] ?? 0) + (text.split(needle).length - 1);
    rest = text.slice(-(longest - 1));
  };
  session.on('HeapProfiler.addHeapSnapshotChunk', heard);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  session.off('HeapProfiler.addHeapSnapshotChunk', heard);
  return counts;
}

test.use({ locale: 'en-US', viewport: { width: 1440, height: 900 } });

test('F04: after a lock neither the page, nor its memory, nor a worker holds a word of it', async ({
  page,
  context,
}) => {
  test.setTimeout(600_000);
  const backup = await backupOf(planted(soon(), word), `${word} in the notebook`);
  const words = await bringIn(page, backup);
  for (const [, path] of openPages) await goWithin(page, path);
  await page.keyboard.press('/');
  await page.getByRole('searchbox').fill(word);
  await page.getByRole('dialog').getByRole('link').first().waitFor();
  await page.keyboard.press('Escape');
  await goWithin(page, '/notebook');
  await page.getByRole('button', { name: 'Why I do this' }).click();
  await page.getByRole('textbox').pressSequentially('anothercanary');
  await expect(page.locator('.frame-foot')).toHaveText('Saved here');

  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const canaries = [word, 'anothercanary', words.slice(1, 5).join(' ')];
  const [planted_ = 0, typed = 0] = await inMemory(session, canaries);
  expect(planted_, 'the search finds what is open').toBeGreaterThan(20);
  expect(typed).toBeGreaterThan(0);
  expect(page.workers()).toHaveLength(1);

  await page.getByRole('button', { name: 'Lock' }).first().click();
  await page.getByRole('heading', { name: 'Your six words open this.' }).waitFor();
  await expect.poll(() => page.workers().length).toBe(0);
  const shown = await page.evaluate(() => document.documentElement.outerHTML);
  for (const canary of canaries) expect(shown).not.toContain(canary);
  expect(await inMemory(session, canaries)).toEqual(canaries.map(() => 0));
});

test('F04: where a coalition workspace opens in the place of the first, the page’s memory holds no word of that', async ({
  page,
  context,
}) => {
  test.setTimeout(600_000);
  await bringIn(page, await backupOf(planted(soon(), word), `${word} in the notebook`));
  for (const path of ['/asks', '/notebook', '/stories', `/partners/${ids.partner}`])
    await goWithin(page, path);
  await page.getByRole('link', { name: 'Open this campaign to them' }).click();
  await page.getByLabel('What is the campaign called?').fill('Homes for All');
  await uncheck(page.getByRole('checkbox', { checked: true }));
  await mainAction(page).click();
  await page.getByText('Nothing is ticked: it begins empty, with its name.').waitFor();
  await page.getByLabel('What should they call you there?').fill('Amina');
  await mainAction(page).click();
  const session = await context.newCDPSession(page);
  await session.send('HeapProfiler.enable');
  const [before = 0] = await inMemory(session, [word]);
  expect(before, 'the search finds what is open').toBeGreaterThan(20);
  await chooseWords(page);
  await page.locator('.which-workspace').waitFor();
  await expect.poll(() => page.workers().length).toBe(1);
  await goWithin(page, '/partners');
  const shown = await page.evaluate(() => document.documentElement.outerHTML);
  expect(shown).not.toContain(word);
  expect(await inMemory(session, [word])).toEqual([0]);
});
