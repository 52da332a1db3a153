/** Looks for words in every file of a folder, in the encodings that a browser or we ourselves use. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Searched {
  /** Where each was found. */
  readonly found: readonly string[];
  /** How much was looked through. */
  readonly bytes: number;
}

/** UTF-8, UTF-16, hexadecimal, and base64 at each of its three shifts; not inside compressed files. */
export async function searchFolder(folder: string, texts: readonly string[]): Promise<Searched> {
  const needles = texts.flatMap((text) => encodings(text).map((needle) => ({ text, needle })));
  const found: string[] = [];
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    const content = await readFile(file).catch(() => Buffer.alloc(0));
    bytes += content.length;
    for (const { text, needle } of needles)
      if (content.includes(needle)) found.push(`${text} in ${file}`);
  }
  return { found, bytes };
}

function encodings(text: string): readonly Buffer[] {
  const utf8 = Buffer.from(text);
  // Base64 shifts with its place: without its first and last groups each of three shifts is looked for.
  const shifted = [0, 1, 2].map((pad) =>
    Buffer.from(
      Buffer.concat([Buffer.alloc(pad), utf8])
        .toString('base64')
        .slice(4, -4),
    ),
  );
  return [utf8, Buffer.from(text, 'utf16le'), Buffer.from(utf8.toString('hex')), ...shifted];
}
