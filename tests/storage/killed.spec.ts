/** A Chromium with a profile on disk: killed while it saves, out of room, and searched for canaries. */
import { startBrowser, withProfile } from './browser-process.ts';
import { searchFolder } from './canaries.ts';
import { expect, SIX, test } from './served.ts';

test('R17: killed at any moment of a save, each batch is whole or absent and what was called saved is there', async ({
  served,
}) => {
  const rounds = process.env.NIGHTLY ? 300 : 5;
  test.setTimeout(60_000 + rounds * 15_000);
  await withProfile(async (profile) => {
    const saved = new Set<string>();
    let browser = await startBrowser(profile, served.address);
    expect(await browser.page.evaluate((words) => window.page.keep(words), SIX)).toBe('Open');
    const record = await browser.page.evaluate(() => window.page.workspace?.newId() ?? '');
    for (let round = 0; round < rounds; round++) {
      const { page } = browser;
      await page.exposeFunction('saved', (field: string) => saved.add(field));
      void page
        .evaluate(
          async ([r, prefix]) => {
            const { saved } = window as unknown as { saved: (field: string) => Promise<void> };
            for (let n = 0; ; n++) {
              const name = `${prefix}-${n}`;
              const change = (field: string) => ({ table: 'tests', record: r, field, value: name });
              window.page.workspace?.commit([change(`a${name}`), change(`b${name}`)], 'everyone');
              if ((await window.page.workspace?.settled())?.type === 'SavedHere') await saved(name);
            }
          },
          [record, String(round)] as const,
        )
        .catch(() => undefined);
      await page.waitForTimeout(150 + ((round * 7919) % 400));
      await browser.kill();
      browser = await startBrowser(profile, served.address);
      expect(await browser.page.evaluate((words) => window.page.unlock(words), SIX)).toBe('Open');
      const fields = (await browser.page.evaluate((r) => window.page.read(r), record)) ?? {};
      for (const name of saved)
        expect(fields).toMatchObject({ [`a${name}`]: name, [`b${name}`]: name });
      for (const field of Object.keys(fields)) {
        if (field.startsWith('a')) expect(fields).toHaveProperty([`b${field.slice(1)}`]);
      }
      expect(await browser.page.evaluate(() => window.page.workspace?.damaged)).toEqual([]);
    }
    expect(saved.size).toBeGreaterThan(rounds);
    await browser.kill();
  });
});

test('R21: a full disk says so, reading and backing up go on, and it is saved when there is room', async ({
  served,
}) => {
  test.setTimeout(120_000);
  await withProfile(async (profile) => {
    const browser = await startBrowser(profile, served.address);
    const { page } = browser;
    // Chromium keeps to this only where the profile is on disk, and asks again only after a while.
    const session = await page.context().newCDPSession(page);
    const origin = new URL(served.address).origin;
    await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: 20_000_000 });
    await page.evaluate((words) => window.page.keep(words), SIX);
    const full = await page.evaluate(async () => {
      for (let n = 0; n < 700; n++) {
        const value = crypto.getRandomValues(new Uint8Array(32_000)).toHex().slice(0, 60_000);
        const record = `${String(n).padStart(21, 'A')}A`;
        const state = await window.page.write(record, 'v', value);
        if (state !== 'SavedHere') return { state, record };
      }
      return { state: 'never full', record: '' };
    });
    expect(full.state).toBe('ReadOnly');
    expect(await page.evaluate(() => window.page.workspace?.safety.get())).toEqual({
      type: 'ReadOnly',
      because: 'storage-full',
    });
    const read = (from: typeof page, record: string) =>
      from.evaluate((r) => window.page.read(r), record);
    expect(await read(page, `${'A'.repeat(20)}0A`)).toHaveProperty('v');
    const backedUp = await page.evaluate(async (words) => {
      const to = { passphrase: 'four or five long words' };
      const made = await window.page.workspace?.backup(to, words);
      return made instanceof Uint8Array;
    }, SIX);
    expect(backedUp).toBe(true);

    await session.send('Storage.overrideQuotaForOrigin', { origin });
    const after = `${'B'.repeat(21)}A`;
    expect(await page.evaluate((r) => window.page.write(r, 'after', 'room'), after)).toBe(
      'SavedHere',
    );
    await browser.kill();
    const again = await startBrowser(profile, served.address);
    expect(await again.page.evaluate((words) => window.page.unlock(words), SIX)).toBe('Open');
    expect(await again.page.evaluate(() => window.page.workspace?.damaged)).toEqual([]);
    expect(await read(again.page, full.record)).toHaveProperty('v');
    expect(await read(again.page, after)).toHaveProperty('after');
    await again.kill();
  });
});

test('F01: a copy of the profile after kill -9 holds no name, no text and no word, in any encoding', async ({
  served,
}) => {
  await withProfile(async (profile) => {
    const browser = await startBrowser(profile, served.address);
    await browser.page.evaluate((words) => window.page.keep(words), SIX);
    const kit = await browser.page.evaluate(async (words) => {
      const { workspace } = window.page;
      if (!workspace) return [];
      const record = workspace.newId();
      const change = (field: string, value: string) => ({
        table: 'canarytable',
        record,
        field,
        value,
      });
      workspace.commit(
        [change('name', 'canary-Zahra-name'), change('canaryfield', 'canary in a value')],
        workspace.onlyMe,
      );
      workspace.text('canarytable', record, 'body', 'everyone').text.insert(0, 'canary typed text');
      await workspace.settled();
      const made = await workspace.createRecoveryKit('en', words);
      const after = workspace.newId();
      workspace.commit(
        [{ table: 'canarytable', record: after, field: 'canaryfield', value: 'canary since' }],
        'everyone',
      );
      await workspace.settled();
      return 'words' in made ? made.words : [];
    }, SIX);
    expect(kit).toHaveLength(12);
    await browser.kill();

    const canaries = [
      'canary-Zahra-name',
      'canary in a value',
      'canary typed text',
      'canary since',
      'canarytable',
      'canaryfield',
      SIX,
      SIX.replaceAll(' ', ''),
      kit.join(' '),
      kit.join(','),
      'ability able about',
    ];
    const { found, bytes } = await searchFolder(profile, canaries);
    expect(bytes).toBeGreaterThan(100_000);
    expect(found).toEqual([]);
  });
});
