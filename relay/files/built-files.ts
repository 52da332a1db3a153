/**
 * The built application, read once into memory: a few megabytes that never change while the server
 * runs. A request is a look-up in a map, so no path can lead out of the folder.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export interface BuiltFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** True for files whose name carries their hash: they may be kept for good. */
  readonly immutable: boolean;
  /** The bytes as the browser's `accept-encoding` allows; made once, then kept. */
  encoded(
    acceptEncoding: string,
  ): Promise<{ encoding: string | null; bytes: Uint8Array<ArrayBuffer> }>;
}

export interface BuiltFiles {
  /** By path from the root of the site, such as `/assets/main-abc.js`. */
  readonly byPath: ReadonlyMap<string, BuiltFile>;
  /** Headers of every answer (the content security policy and its kin), as the build wrote them. */
  readonly headers: Readonly<Record<string, string>>;
}

/** What the build says of itself in `headers.json`. */
interface BuildHeaders {
  headers: Record<string, string>;
  immutable: string[];
}

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.woff2': 'font/woff2',
};

const alreadySmall = new Set(['.png', '.woff2', '.ico']);

/** Reads a build. Throws when the folder holds no `index.html`: there is nothing to serve. */
export function readBuiltFiles(folder: string): BuiltFiles {
  const build = JSON.parse(readFileSync(join(folder, 'headers.json'), 'utf8')) as BuildHeaders;
  const byPath = new Map<string, BuiltFile>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === 'headers.json' || entry.name.startsWith('.')) continue;
    const path = join(entry.parentPath, entry.name);
    const name = relative(folder, path).split(sep).join('/');
    const immutable = build.immutable.some((prefix) => name.startsWith(prefix));
    byPath.set(`/${name}`, builtFile(new Uint8Array(readFileSync(path)), extname(name), immutable));
  }
  if (!byPath.has('/index.html')) throw new Error(`No application is built in ${folder}`);
  return { byPath, headers: build.headers };
}

const gzipped = promisify(gzip);
const brotlied = promisify(brotliCompress);

function builtFile(
  bytes: Uint8Array<ArrayBuffer>,
  extension: string,
  immutable: boolean,
): BuiltFile {
  const made = new Map<string, Promise<Uint8Array<ArrayBuffer>>>();
  const make = (encoding: string) => {
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } };
    const bytesOf = encoding === 'br' ? brotlied(bytes, options) : gzipped(bytes, { level: 9 });
    return bytesOf.then((buffer) => new Uint8Array(buffer));
  };
  return {
    type: types[extension] ?? 'application/octet-stream',
    bytes,
    immutable,
    async encoded(acceptEncoding) {
      const accepted = acceptEncoding.split(',').map((part) => part.split(';')[0]?.trim());
      const encoding = ['br', 'gzip'].find((name) => accepted.includes(name));
      if (!encoding || alreadySmall.has(extension) || bytes.length < 1024) {
        return { encoding: null, bytes };
      }
      const known = made.get(encoding) ?? make(encoding);
      made.set(encoding, known);
      return { encoding, bytes: await known };
    },
  };
}
