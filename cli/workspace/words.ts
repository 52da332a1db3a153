/** The six words of this machine: typed, or in a file of their own for scripts. */
import { readFileSync, writeFileSync } from 'node:fs';
import { drawWords, keyText, wordLists } from '@alongside/vault/words';
import type { Io } from '../io.ts';
import type { Asking, WorkspaceOptions } from './options.ts';

const question = 'The six words: ';

const random = (length: number) => crypto.getRandomValues(new Uint8Array(length));

/** The words that open what is kept; undefined, with its sentence said, where the file has none. */
export async function wordsToOpen(
  { wordsFile }: WorkspaceOptions,
  io: Io,
  ask: Asking,
): Promise<string | undefined> {
  if (wordsFile === undefined) return ask(question);
  const words = readWords(wordsFile);
  if (words === undefined) io.stderr('The file with the six words cannot be read.\n');
  return words;
}

/**
 * New words. With a file: those in it, or new ones written into it for its owner alone. At a terminal:
 * drawn, shown once, and typed back. Undefined, with its sentence said, where that did not end well.
 */
export async function wordsToKeep(
  { wordsFile }: WorkspaceOptions,
  io: Io,
  ask: Asking,
): Promise<string | undefined> {
  const drawn = drawWords('en', random).join(' ');
  if (wordsFile === undefined) {
    io.stderr(`Six words open this workspace on this machine. Write them down:\n\n  ${drawn}\n\n`);
    if (keyText(await ask('Type them once: ')) === keyText(drawn)) return drawn;
    io.stderr('These are not the same words. Nothing was kept; begin again.\n');
    return undefined;
  }
  const there = readWords(wordsFile);
  if (there !== undefined) return there;
  try {
    writeFileSync(wordsFile, `${drawn}\n`, { mode: 0o600, flag: 'wx' });
  } catch {
    io.stderr('The file for the six words cannot be written.\n');
    return undefined;
  }
  return drawn;
}

function readWords(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

/** Four words to compare, in the three languages in which the other may see them. */
export function sayFourWords(words: readonly number[]): string {
  const lines = Object.values(wordLists).map(
    (list) => `  ${words.map((at) => list[at] ?? '').join(' · ')}\n`,
  );
  return lines.join('');
}
