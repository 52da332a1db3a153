/**
 * What browser tests share: the built application served on loopback by our own server, one a
 * worker, and a watch over every page that no request leaves for another origin and that the
 * content security policy has nothing to object to.
 */
import { type Browser, test as base, expect } from '@playwright/test';
import { built, type OneServer, startServer } from './server-here.ts';

interface PerWorker {
  started: OneServer;
  /** The address of the started application, such as `http://localhost:41234/`. */
  address: string;
  /** Good for workspaces on it, as text. */
  voucher: string;
}

interface PerTest {
  /** Fails the test when a page asked another origin or broke the content security policy. */
  watch: undefined;
}

export const test = base.extend<PerTest, PerWorker>({
  started: [
    async ({ browserName: _ }, use) => {
      const server = await startServer(built);
      await use(server);
      await server.stop();
    },
    { scope: 'worker' },
  ],
  address: [async ({ started }, use) => use(started.address), { scope: 'worker' }],
  voucher: [async ({ started }, use) => use(started.voucher), { scope: 'worker' }],
  watch: [
    async ({ context, browser, address }, use, testInfo) => {
      const elsewhere: string[] = [];
      const violations: string[] = [];
      context.on('request', (request) => {
        const url = request.url();
        if (!url.startsWith(address) && !/^(blob|data):/.test(url)) elsewhere.push(url);
      });
      context.on('console', (message) => {
        if (
          /Content.Security.Policy|TrustedHTML|TrustedScript|Integrity-Policy/i.test(message.text())
        ) {
          violations.push(message.text());
        }
      });
      await use(undefined);
      if (testInfo.status !== testInfo.expectedStatus) await printShown(browser);
      expect(elsewhere, 'requests to another origin').toEqual([]);
      expect(violations, 'objections of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
  baseURL: async ({ address }, use) => use(address),
});

/** What every page showed when a test failed, beside the error: on another machine nobody can look. */
async function printShown(browser: Browser): Promise<void> {
  for (const page of browser.contexts().flatMap((context) => context.pages())) {
    const text = await page.locator('body').ariaSnapshot({ timeout: 2_000 }).catch(String);
    console.error(`${page.url().replace(/#.*/, '')} showed:\n${text.slice(0, 2_000)}\n`);
  }
}

export { expect };
