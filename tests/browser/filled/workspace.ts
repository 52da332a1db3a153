/**
 * A workspace in which every room holds something: made here, in Node, and brought into a browser as a
 * person would bring it, from a backup with the twelve words of its kit. Made once a language.
 */

import type { Page } from '@playwright/test';
import { exampleChanges } from '../../../practice/example/example-changes.ts';
import { type Change, dayOf, daysAfter, type Readers } from '../../../practice/index.ts';
import { keepWorkspace } from '../../../vault/kept/here.ts';
import { opened, SIX } from '../../../vault/kept/testing.ts';
import type { KeptWorkspace } from '../../../vault/kept/types.ts';
import { createMemoryStorage } from '../../../vault/local/memory-storage.ts';
import { check } from '../choosing.ts';
import { chooseWords, mainAction } from '../keeping.ts';
import { ids, mark, planted } from './planted.ts';

export type Language = 'en' | 'es' | 'ar';

/** What to write, and for whom. */
export interface Part {
  readonly readers: Readers;
  readonly changes: readonly Change[];
}

export interface Backup {
  readonly file: Buffer;
  readonly kit: string;
}

const made = new Map<Language, Promise<Backup>>();

/** Filled with the example in that language and with one planted record of every kind. */
export function filledBackup(language: Language): Promise<Backup> {
  const known = made.get(language) ?? backupOf(filledParts(language));
  made.set(language, known);
  return known;
}

const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;

function filledParts(language: Language): Part[] {
  let next = 0;
  const newId = () => `example-${next++}`.padEnd(21, '_').concat('A');
  const example = exampleChanges({ newId, today: dayOf(new Date(), zone), language });
  return [
    ...example.map(({ audience, changes }) => ({ readers: audience, changes })),
    ...planted(soon()),
  ];
}

/** A day still to come. */
export function soon(): string {
  return daysAfter(dayOf(new Date(), zone), 3);
}

/** Somebody alone plans for themselves: what planners read stands in their own circle. */
function audienceOf(workspace: KeptWorkspace, readers: Readers) {
  if (readers === 'everyone') return readers;
  return readers === 'coreTeam' ? workspace.coreTeam : workspace.onlyMe;
}

/**
 * A backup, with its kit, of a workspace that holds these records; the planted page is written on too.
 * `parts` may depend on who writes them.
 */
export async function backupOf(
  parts: readonly Part[] | ((me: string) => readonly Part[]),
  body = `${mark}body`,
): Promise<Backup> {
  const workspace = opened(
    await keepWorkspace({
      storage: createMemoryStorage(),
      random: (length) => crypto.getRandomValues(new Uint8Array(length)),
      now: Date.now,
      words: SIX,
    }),
  );
  const all = typeof parts === 'function' ? parts(workspace.me) : parts;
  for (const { readers, changes } of all) workspace.commit(changes, audienceOf(workspace, readers));
  const page = workspace.text('reflections', ids.reflection, 'body', workspace.onlyMe);
  page.text.insert(0, body);
  page.close();
  await workspace.settled();
  const kit = await workspace.createRecoveryKit('en', SIX);
  const file = await workspace.backup({ kit: true }, SIX);
  if ('type' in kit || 'type' in file) throw new Error('the workspace cannot be backed up');
  await workspace.lock();
  return { file: Buffer.from(file), kit: kit.words.join(' ') };
}

/**
 * Brings a backup in by the page *come back*, in whatever language it speaks. Gives the six words.
 * `address` is needed where the browser was started by the test itself.
 */
export async function bringIn(
  page: Page,
  { file, kit }: Backup,
  address = '/',
): Promise<readonly string[]> {
  await page.goto(`${address}come-back`);
  await check(page.locator('input[type=radio][value=backup]'));
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

export async function openFilled(page: Page, language: Language): Promise<readonly string[]> {
  return bringIn(page, await filledBackup(language));
}
