/**
 * Long texts in fields. A field holds at most 64 KiB encoded, so a longer text lies in several, each
 * of at most 48 KiB of UTF-8, cut between characters.
 */

/** UTF-8 bytes a field may take up before its text is cut. */
export const chunkBytes = 48 * 1024;

/** The text in parts that each fit a field; one part, possibly empty, where it is short. */
export function chunksOf(text: string, limit = chunkBytes): string[] {
  const chunks: string[] = [];
  let start = 0;
  let bytes = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.codePointAt(at) ?? 0;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (bytes + size > limit) {
      chunks.push(text.slice(start, at));
      start = at;
      bytes = 0;
    }
    bytes += size;
    at += code > 0xffff ? 2 : 1;
  }
  chunks.push(text.slice(start));
  return chunks;
}

/** How many bytes of UTF-8 the text takes. */
export function utf8Length(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  }
  return bytes;
}

/**
 * The text that fields `name:0`, `name:1`, … hold together; empty where there is none. With `count` just
 * so many: a text that was longer once leaves its old end behind, which is no longer part of it.
 */
export function joinedField(
  fields: { readonly [field: string]: unknown },
  name: string,
  count = Number.POSITIVE_INFINITY,
): string {
  let text = '';
  for (let at = 0; at < count; at++) {
    const part = fields[`${name}:${at}`];
    if (typeof part !== 'string') return text;
    text += part;
  }
  return text;
}
