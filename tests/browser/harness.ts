/**
 * What browser tests share: the built application served on loopback by our own server, one a
 * worker, and a watch over every page that no request leaves for another origin and that the
 * content security policy has nothing to object to.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCannotOpen, openSqliteStore, serve } from '@alongside/relay';
import { type Browser, test as base, expect } from '@playwright/test';

const dist = join(import.meta.dirname, '..', '..', 'web', 'dist');

interface Started {
  readonly address: string;
  readonly voucher: string;
}

interface PerWorker {
  started: Started;
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
      const folder = mkdtempSync(join(tmpdir(), 'alongside-served-'));
      const store = openSqliteStore(folder, {
        now: Date.now,
        onFatal: (reason) => {
          throw new Error(reason);
        },
      });
      if (isCannotOpen(store)) throw new Error(`no place for streams: ${store.type}`);
      const voucher = randomBytes(32);
      const hash = createHash('sha256').update(voucher).digest();
      await store.addVoucher({ hash, streams: 100, quota: { bytes: 1 << 28, children: 1000 } });
      const served = await serve(dist, 0, { store });
      if ('type' in served) throw new Error(`cannot serve the application: ${served.type}`);
      await use({ address: served.address, voucher: voucher.toString('base64url') });
      await served.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
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
