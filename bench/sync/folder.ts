/** A server's folder as bytes and back, so that each run begins with the same one. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pack, unpack } from '../seal.ts';

export function folderToBytes(folder: string): Uint8Array<ArrayBuffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1));
  const list = new TextEncoder().encode(JSON.stringify(names));
  return pack([list, ...names.map((name) => readFileSync(join(folder, name)))]);
}

export function bytesToFolder(bytes: Uint8Array<ArrayBuffer>, folder: string): void {
  const [list, ...files] = unpack(bytes);
  const names = JSON.parse(new TextDecoder().decode(list)) as string[];
  for (const [at, name] of names.entries()) {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, files[at] ?? new Uint8Array());
  }
}
