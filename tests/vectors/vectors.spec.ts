/** One verdict in every runtime: the frozen vectors in Chromium beside the same in Node. */
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { runVectors } from '../../vault/vectors/run.ts';
import { serveTestPage } from '../storage/served.ts';

test('R28 D07: Chromium and Node give every vector the same verdict and the same state hash', async ({
  page,
}) => {
  const served = await serveTestPage(join(import.meta.dirname, 'page'));
  try {
    await page.goto(served.address);
    await page.waitForFunction(() => window.runVectors !== undefined);
    const inChromium = await page.evaluate(() => window.runVectors());
    const inNode = await runVectors();
    expect(inChromium).toEqual(inNode);
    expect(inChromium.filter(({ right }) => !right)).toEqual([]);
    expect(inChromium.length).toBeGreaterThan(150);
  } finally {
    await served.close();
  }
});
