/**
 * A workspace in which every room holds something: made here, in Node, and brought into a browser as a
 * person would bring it, from a backup with the twelve words of its kit. Made once a language.
 */
import type { Page } from '@playwright/test';
import { exampleChanges } from '../../../practice/example/example-changes.ts';
import { dayOf, daysAfter } from '../../../practice/index.ts';
import { keepWorkspace } from '../../../vault/kept/here.ts';
import { opened, SIX } from '../../../vault/kept/testing.ts';
import { createMemoryStorage } from '../../../vault/local/memory-storage.ts';
import { chooseWords, mainAction } from '../keeping.ts';
import { ids, planted } from './planted.ts';

export type Language = 'en' | 'es' | 'ar';

interface Filled {
  readonly file: Buffer;
  readonly kit: string;
}

const made = new Map<Language, Promise<Filled>>();

/** Fills it with the example in that language and with one planted record of every kind. */
export function filledBackup(language: Language): Promise<Filled> {
  const known = made.get(language) ?? fill(language);
  made.set(language, known);
  return known;
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

async function fill(language: Language): Promise<Filled> {
  const workspace = opened(
    await keepWorkspace({
      storage: createMemoryStorage(),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      now: Date.now,
      words: SIX,
    }),
  );
  const example = exampleChanges({
    newId: workspace.newId,
    today: dayOf(new Date(), zone),
    language,
  });
  const parts = [
    ...example.map(({ audience, changes }) => ({ readers: audience, changes })),
    ...planted(daysAfter(dayOf(new Date(), zone), 3)),
  ];
  for (const { readers, changes } of parts)
    workspace.commit(changes, readers === 'everyone' ? readers : workspace[readers]);
  const body = workspace.text('reflections', ids.reflection, 'body', workspace.onlyMe);
  body.text.insert(0, 'Qzxbody');
  body.close();
  await workspace.settled();
  const kit = await workspace.createRecoveryKit('en');
  const file = await workspace.backup({ kit: true });
  if ('type' in kit || 'type' in file) throw new Error('the filled workspace cannot be backed up');
  await workspace.lock();
  return { file: Buffer.from(file), kit: kit.words.join(' ') };
}

/** Brings the backup in by the page *come back*, in whatever language it speaks. Gives the six words. */
export async function openFilled(page: Page, language: Language): Promise<readonly string[]> {
  const { file, kit } = await filledBackup(language);
  await page.goto('/come-back');
  const chooser = page.waitForEvent('filechooser');
  await page.locator('.page-text > .row > button').click();
  await (await chooser).setFiles({
    name: 'workspace.age',
    mimeType: 'application/octet-stream',
    buffer: file,
  });
  await page.getByRole('textbox').fill(kit);
  await mainAction(page).click();
  const words = await chooseWords(page);
  await page.waitForURL((url) => url.pathname === '/');
  await page.locator('nav a[href="/asks"]:visible').waitFor();
  return words;
}
