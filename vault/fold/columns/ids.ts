/**
 * Ids of records: 16 bytes each where all are what `newId` makes, else texts. 16 bytes become 22
 * characters through one call for all of them, padded to 18 so that each fills whole groups.
 */
import { type ByteReader, type ByteWriter, broken } from './bytes.ts';
import { readTexts, writeTexts } from './texts-of.ts';

const idBytes = 16;
const idLength = 22;
const padded = 18;
const paddedLength = 24;
const base64url = { alphabet: 'base64url' } as const;

const asBytes = 0;
const asTexts = 1;

export function writeIds(out: ByteWriter, ids: readonly string[]): void {
  const bytes = idsToBytes(ids);
  if (bytes) out.number(asBytes).raw(bytes);
  else writeTexts(out.number(asTexts), ids);
}

/** Gives the id at a place; decodes when first asked. */
export function readIds(from: ByteReader, count: number): (place: number) => string {
  const kind = from.number();
  if (kind === asTexts) {
    const texts = readTexts(from, count);
    return (place) => texts.at(place);
  }
  if (kind !== asBytes) broken();
  const bytes = from.raw(count * idBytes);
  let whole: string | undefined;
  return (place) => {
    whole ??= bytesToIds(bytes, count);
    const start = place * paddedLength;
    return whole.slice(start, start + idLength);
  };
}

function bytesToIds(bytes: Uint8Array, count: number): string {
  // Two bytes at a time: a view for each id would cost more than the ids.
  const narrow = new Uint16Array(bytes.slice().buffer);
  const wide = new Uint16Array((count * padded) / 2);
  let to = 0;
  for (let from = 0; from < narrow.length; to += (padded - idBytes) / 2) {
    for (const end = from + idBytes / 2; from < end; from += 1, to += 1)
      wide[to] = narrow[from] ?? 0;
  }
  return new Uint8Array(wide.buffer).toBase64(base64url);
}

function idsToBytes(ids: readonly string[]): Uint8Array | undefined {
  const bytes = new Uint8Array(ids.length * idBytes);
  for (const [place, id] of ids.entries()) {
    if (id.length !== idLength || !/^[\w-]{21}[AQgw]$/.test(id)) return undefined;
    bytes.set(Uint8Array.fromBase64(id, base64url), place * idBytes);
  }
  return bytes;
}
