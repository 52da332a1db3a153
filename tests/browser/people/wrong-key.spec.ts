/** D05 on screen: whoever was given a key that opens nothing reads whose it was, and what to do. */

import { turnKeysWithout } from '../../mallory/wrong-key.ts';
import { wordsIn } from '../catalogue.ts';
import { check } from '../choosing.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { mainAction } from '../keeping.ts';
import { askInWithout } from './accomplice.ts';
import { begin, letIn, linkOn, phone } from './coming-in.ts';

const patient = { timeout: 60_000 };

test('D05: who is given a key that opens nothing reads whose it was and what to do, and writes on here', async ({
  browser,
  address,
  voucher,
}) => {
  test.setTimeout(240_000);
  const say = wordsIn('en');
  const amina = await phone(browser);
  await begin(amina, address, voucher);
  await goWithin(amina, '/people');
  await amina.locator('main a[href="/people/invite"]').click();
  await check(amina.getByRole('radio', { name: say('Steward') }));
  await mainAction(amina).click();
  const sam = await askInWithout(await linkOn(amina), 'Sam');
  await letIn(amina, false);
  const workspace = await sam.inside();
  await expect.poll(() => workspace.safety.get().type, patient).toBe('SavedOnServer');
  await goWithin(amina, '/people');
  await expect(amina.getByRole('link', { name: 'Sam' })).toBeVisible(patient);

  const session = await sam.behind(workspace);
  const hers = workspace.together.get().people.find(({ id }) => id !== workspace.me);
  await turnKeysWithout(session, hers?.devices[0]?.number ?? -1);
  session.stop();

  const notice = amina.locator('.safety-notice [role=alert]');
  await expect(notice).toContainText(
    'The keys were changed by Sam, and the one that came to this device opens nothing',
    patient,
  );
  await expect(notice).toContainText('Call the others or see them, and say whose change it was.');
  await expect(notice).not.toContainText('lost part');
  await expect(notice.getByRole('link', { name: say('Make a backup now') })).toBeVisible();

  // Work goes on here, and is called what it is.
  await goWithin(amina, '/partners/new');
  await amina.getByRole('textbox').first().fill('Written Here Alone');
  await mainAction(amina).click();
  await expect(amina.getByRole('heading', { level: 1 })).toContainText('Written Here Alone');
  await expect(amina.locator('.frame-foot')).toHaveText('Saved here; not on the server yet');
  await goWithin(amina, '/settings/server');
  await expect(amina.locator('main')).toContainText('no longer lets this device in', patient);
  await expect(notice).toHaveCount(1);

  await notice.getByRole('button', { name: say('I have seen this; go on') }).click();
  await expect(notice).toHaveCount(0);
  await workspace.lock();
  await amina.context().close();
});
