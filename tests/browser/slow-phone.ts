/** An old phone on a slow network: Chromium's own "Slow 3G", and a processor four times slower. */
import type { BrowserContext, Page } from '@playwright/test';

/** Bytes a second and milliseconds. */
const slow3G = {
  offline: false,
  latency: 400,
  downloadThroughput: 51_200,
  uploadThroughput: 51_200,
};

export async function slowDown(page: Page, context: BrowserContext): Promise<void> {
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', slow3G);
  await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
}
