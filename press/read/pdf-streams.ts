/**
 * Inflates the page descriptions of a PDF once, under a limit, before its parser does it without
 * one. Pictures and fonts are passed over: reading text never unpacks pictures.
 */
import { refuse, Unreadable } from './broken.ts';
import { limits } from './limits.ts';
import { ascii } from './what-is-it.ts';
import { inflateUpTo } from './zip.ts';

const opening = [0x73, 0x74, 0x72, 0x65, 0x61, 0x6d];

export function refuseBigStreams(bytes: Uint8Array): void {
  let total = 0;
  for (let at = find(bytes, opening, 0); at >= 0; at = find(bytes, opening, at + 6)) {
    if (bytes[at - 1] === 0x64) continue;
    const before = ascii(bytes, Math.max(0, at - 1_024), at);
    const dictionary = plainNames(
      before.slice(Math.max(before.lastIndexOf('endobj'), before.lastIndexOf('endstream'), 0)),
    );
    const filters = dictionary.match(/\/(?:FlateDecode|Fl)\b/g)?.length ?? 0;
    if (filters > 1) refuse({ type: 'UnpacksTooBig', limit: limits.inflated });
    const from = at + (bytes[at + 6] === 0x0d ? 8 : 7);
    if (/\/Subtype\s*\/Image\b/.test(dictionary)) continue;
    if (filters === 0 && !looksDeflated(bytes, from)) continue;
    const end = find(bytes, [0x65, 0x6e, 0x64, ...opening], from);
    const declared = Number(/\/Length\s+(\d+)(?!\s+\d+\s+R)/.exec(dictionary)?.[1] ?? Number.NaN);
    const to = Number.isFinite(declared) && from + declared <= bytes.length ? from + declared : end;
    if (to < 0) refuse({ type: 'Truncated' });
    total += inflatedSize(bytes.subarray(from + 2, to));
    if (total > limits.inflated) refuse({ type: 'UnpacksTooBig', limit: limits.inflated });
    at = Math.max(at, to - 6);
  }
}

/** A name's letters may be written as `#` and two digits. */
function plainNames(dictionary: string): string {
  return dictionary.replace(/#([0-9a-f]{2})/gi, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** A filter may be named elsewhere, out of sight here; the first two bytes tell what it would do. */
function looksDeflated(bytes: Uint8Array, from: number): boolean {
  const [first = 0, second = 0] = bytes.subarray(from, from + 2);
  return (first & 15) === 8 && (first * 256 + second) % 31 === 0;
}

/** What the parser makes of a damaged stream is its own affair; only size is watched here. */
function inflatedSize(packed: Uint8Array): number {
  try {
    return inflateUpTo(packed, limits.inflated).length;
  } catch (error) {
    if (error instanceof Unreadable && error.refusal.type === 'UnpacksTooBig') throw error;
    return 0;
  }
}

function find(bytes: Uint8Array, wanted: readonly number[], from: number): number {
  const [first = 0] = wanted;
  for (let at = bytes.indexOf(first, from); at >= 0; at = bytes.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && bytes[at + same] === wanted[same]) same += 1;
    if (same === wanted.length) return at;
  }
  return -1;
}
