/**
 * What browser tests share: the built application served on loopback by our own server, one a
 * worker, and a watch over every page that no request leaves for another origin and that the
 * content security policy has nothing to object to.
 */
import { join } from 'node:path';
import { serve } from '@alongside/relay';
import { test as base, expect } from '@playwright/test';

const dist = join(import.meta.dirname, '..', '..', 'web', 'dist');

interface PerWorker {
  /** The address of the started application, such as `http://localhost:41234/`. */
  address: string;
}

interface PerTest {
  /** Fails the test when a page asked another origin or broke the content security policy. */
  watch: undefined;
}

export const test = base.extend<PerTest, PerWorker>({
  address: [
    async ({ browserName: _ }, use) => {
      const served = await serve(dist, 0);
      if ('type' in served) throw new Error(`cannot serve the application: ${served.type}`);
      await use(served.address);
      await served.stop();
    },
    { scope: 'worker' },
  ],
  watch: [
    async ({ context, address }, use) => {
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
      expect(elsewhere, 'requests to another origin').toEqual([]);
      expect(violations, 'objections of the content security policy').toEqual([]);
    },
    { auto: true },
  ],
  baseURL: async ({ address }, use) => use(address),
});

export { expect };
