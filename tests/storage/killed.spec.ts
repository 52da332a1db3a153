/** Chromium killed with SIGKILL while it saves, and what its profile on disk gives away. */
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startBrowser } from './browser-process.ts';
import { expect, SIX, test } from './served.ts';

async function withProfile(work: (profile: string) => Promise<void>): Promise<void> {
  const profile = await mkdtemp(join(tmpdir(), 'alongside-profile-'));
  try {
    await work(profile);
  } finally {
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

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

test('F01: a copy of the profile after kill -9 holds no name, no text and no word, in any encoding', async ({
  served,
}) => {
  await withProfile(async (profile) => {
    const browser = await startBrowser(profile, served.address);
    await browser.page.evaluate((words) => window.page.keep(words), SIX);
    const kit = await browser.page.evaluate(async () => {
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
      const made = await workspace.createRecoveryKit('en');
      const after = workspace.newId();
      workspace.commit(
        [{ table: 'canarytable', record: after, field: 'canaryfield', value: 'canary since' }],
        'everyone',
      );
      await workspace.settled();
      return 'words' in made ? made.words : [];
    });
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
    const needles = canaries.flatMap((text) => {
      const utf8 = Buffer.from(text);
      // Base64 shifts with its place: without its first and last groups each of three shifts is looked for.
      const shifted = [0, 1, 2].map((pad) =>
        Buffer.from(
          Buffer.concat([Buffer.alloc(pad), utf8])
            .toString('base64')
            .slice(4, -4),
        ),
      );
      return [
        utf8,
        Buffer.from(text, 'utf16le'),
        Buffer.from(utf8.toString('hex')),
        ...shifted,
      ].map((needle) => ({ text, needle }));
    });
    const found: string[] = [];
    let bytes = 0;
    for (const entry of await readdir(profile, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const content = await readFile(join(entry.parentPath, entry.name)).catch(() =>
        Buffer.alloc(0),
      );
      // The page's own code, which names no canary but would hold them if the test inlined them.
      bytes += content.length;
      for (const { text, needle } of needles) {
        if (content.includes(needle)) found.push(`${text} in ${entry.parentPath}/${entry.name}`);
      }
    }
    expect(bytes).toBeGreaterThan(100_000);
    expect(found).toEqual([]);
  });
});
