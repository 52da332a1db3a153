/** D06 on screen: a device that somebody takes in beside theirs is told to everybody, on every page. */

import { randomBytes } from 'node:crypto';
import { createDeviceSeeds, deviceFromSeeds } from '../../../vault/identity/device.ts';
import { wordsIn } from '../catalogue.ts';
import { goWithin } from '../going.ts';
import { expect, test } from '../harness.ts';
import { comeBack } from '../keeping.ts';
import { askInWithout } from './accomplice.ts';
import { begin, inviteOne, letIn, phone } from './coming-in.ts';

const patient = { timeout: 60_000 };

for (const language of ['en', 'es', 'ar'] as const) {
  test(`D06: in ${language} a device that somebody adds is told to everybody else on every page, and found on theirs`, async ({
    browser,
    address,
    voucher,
  }) => {
    test.setTimeout(240_000);
    const say = wordsIn(language);
    const amina = await phone(browser, language);
    const six = await begin(amina, address, voucher);
    const sam = await askInWithout(await inviteOne(amina), 'Sam');
    await letIn(amina, false);
    const workspace = await sam.inside();
    await expect.poll(() => workspace.safety.get().type, patient).toBe('SavedOnServer');
    // That somebody new has a device is no news.
    const notice = amina.locator('.safety-notice .notice');
    await goWithin(amina, '/people');
    await expect(amina.getByRole('link', { name: 'Sam' })).toBeVisible(patient);
    await expect(notice).toHaveCount(0);

    const session = await sam.behind(workspace);
    const ghost = await deviceFromSeeds(createDeviceSeeds((n) => new Uint8Array(randomBytes(n))));
    const added = await session.changeChain((replica) =>
      replica.change({ type: 'addDevice', card: ghost.card }),
    );
    expect(added).toMatchObject({ type: 'Done' });
    session.stop();

    await expect(notice).toHaveCount(1, patient);
    await expect(notice.locator('bdi')).toHaveText('Sam');
    for (const place of ['/asks', '/partners']) {
      await goWithin(amina, place);
      await expect(notice).toBeVisible();
    }
    await notice.getByRole('link', { name: say('Look at it') }).click();
    await expect(amina).toHaveURL(new RegExp(`/people/${workspace.me}$`));
    await expect(amina.locator('main').getByText(say('new'), { exact: true })).toHaveCount(1);
    await goWithin(amina, '/people');
    await expect(
      amina.locator('main').getByText(say('A device was added in the last 24 hours.')),
    ).toHaveCount(1);

    // Seen is seen, until the workspace is opened anew within the day.
    await notice.getByRole('button', { name: say('I have seen this; go on') }).click();
    await expect(notice).toHaveCount(0);
    await amina.goto(address);
    await comeBack(amina, six);
    await expect(notice).toHaveCount(1, patient);
    await workspace.lock();
    await amina.context().close();
  });
}
