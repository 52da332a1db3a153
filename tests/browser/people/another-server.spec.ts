/**
 * From one server to another on screen: the steward gives its address and a voucher, and the other's
 * browser follows. The page may speak with the second server, as an application that was built with
 * `ALONGSIDE_SERVERS`: here its policy is widened on the way.
 */
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isCannotOpen, openSqliteStore, serve } from '@alongside/relay';
import type { Page } from '@playwright/test';
import { expect, test } from '../harness.ts';
import { askIn, begin, go, inviteOne, letIn, phone } from './coming-in.ts';

async function startOther() {
  const folder = mkdtempSync(join(tmpdir(), 'alongside-other-'));
  const onFatal = (reason: string) => {
    throw new Error(reason);
  };
  const store = openSqliteStore(folder, { now: Date.now, onFatal });
  if (isCannotOpen(store)) throw new Error(store.type);
  const voucher = randomBytes(32);
  const hash = createHash('sha256').update(voucher).digest();
  await store.addVoucher({ hash, streams: 10, quota: { bytes: 1 << 28, children: 1000 } });
  const served = await serve(null, 0, { store });
  if ('type' in served) throw new Error(served.type);
  return {
    address: served.address.replace(/\/$/, ''),
    voucher: voucher.toString('base64url'),
    async stop() {
      await served.stop();
      await store.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The first server's page and its workers say that they may also speak with the second. */
async function allow(page: Page, address: string, other: string): Promise<void> {
  await page.context().route(`${address}**`, async (route) => {
    const isPage = route.request().resourceType() === 'document';
    if (!isPage && !/worker/.test(route.request().url())) return route.continue();
    const answer = await route.fetch({ maxRetries: 3 });
    const policy = answer.headers()['content-security-policy'];
    if (policy === undefined) return route.fulfill({ response: answer });
    const wider = policy.replace("connect-src 'self'", `connect-src 'self' ${other}`);
    const headers = { ...answer.headers(), 'content-security-policy': wider };
    return route.fulfill({ response: answer, headers });
  });
}

test('both browsers go on at the other server, and nothing is lost', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(240_000);
  const other = await startOther();
  const amina = await phone(browser);
  const ruth = await phone(browser);
  for (const page of [amina, ruth]) await allow(page, address, other.address);
  await begin(amina, address, voucher);
  const theirs = await askIn(ruth, await inviteOne(amina), 'Ruth');
  await letIn(amina, theirs, { coreTeam: true });
  await ruth.waitForURL((url) => url.pathname === '/', { timeout: 60_000 });

  await go(amina, '/settings/server');
  await amina.getByText('Move to another server').click();
  await amina.getByLabel('The other server’s address').fill(other.address);
  await amina.getByLabel('A voucher of the other server').fill(other.voucher);
  await amina.getByRole('button', { name: 'Move it there' }).click();
  await go(ruth, '/settings/server');
  for (const page of [amina, ruth]) {
    await expect(page.getByText(other.address, { exact: true })).toBeVisible({ timeout: 60_000 });
    await expect(page.getByText('This workspace has moved.')).toHaveCount(0, { timeout: 60_000 });
  }
  await go(ruth, '/asks');
  await expect(ruth.getByText('Harbor Families Network').first()).toBeVisible();
  await amina.context().close();
  await ruth.context().close();
  await other.stop();
});
