/** The words on screen in a language, from the catalogues, so that a walk can be told once. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export type Language = 'en' | 'es' | 'ar';

const folder = join(import.meta.dirname, '..', '..', 'web', 'words');

/** Gives the words for an English sentence. Fails when the catalogues do not have them. */
export function wordsIn(language: Language): (english: string) => string {
  const found = new Map<string, string>();
  for (const file of globSync(`${language}/*.po`, { cwd: folder })) {
    const po = readFileSync(join(folder, file), 'utf8');
    for (const [, id, text] of po.matchAll(/^msgid ((?:".*"\n)+)msgstr ((?:".*"\n)+)/gm)) {
      found.set(joined(id), joined(text));
    }
  }
  return (english) => {
    const words = found.get(english);
    if (!words) throw new Error(`no ${language} words for "${english}"`);
    return words;
  };
}

function joined(lines = ''): string {
  return lines
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as string)
    .join('');
}
