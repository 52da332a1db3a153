/** What a workspace is called counts from a steward: whoever renames it to look like another is told of above every page. */
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { askInWithout } from './accomplice.ts';
import { begin, inviteOne, letIn, phone } from './coming-in.ts';

const patient = { timeout: 60_000 };
/** The one record of the table: sixteen zero bytes. */
const only = 'A'.repeat(22);

test('a workspace that somebody who is no steward renames says so above every page, until a steward names it', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(180_000);
  const amina = await phone(browser);
  await begin(amina, address, voucher);
  const sam = await askInWithout(await inviteOne(amina), 'Sam');
  await letIn(amina, false);
  const workspace = await sam.inside();
  await expect.poll(() => workspace.safety.get().type, patient).toBe('SavedOnServer');
  workspace.commit(
    [{ table: 'space', record: only, field: 'name', value: 'Home of the others' }],
    'everyone',
  );
  const told = amina.getByText('Somebody who is no steward has changed what this workspace is');
  await expect(told).toBeVisible(patient);
  for (const place of ['/asks', '/partners']) {
    await goWithin(amina, place);
    await expect(told).toBeVisible();
  }
  await goWithin(amina, '/settings/workspace');
  const name = amina.getByLabel('What this workspace is called');
  await name.fill('Ours');
  await name.blur();
  await expect(told).toHaveCount(0, patient);
  await expect(amina.locator('.which-workspace')).toHaveText('Ours');
  await workspace.lock();
  await amina.context().close();
});
