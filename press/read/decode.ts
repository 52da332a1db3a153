/**
 * Bytes as text. UTF-8 first, UTF-16 with or without its mark, then the two encodings that office
 * programs still write for our languages; where none fits the document is refused rather than
 * guessed. Text is given in composed form (NFC).
 */
import { refuse } from './broken.ts';

export interface Decoded {
  readonly text: string;
  /** Where it was not UTF-8. */
  readonly encoding?: string;
}

/** `declared` is what the document says of itself, as an HTML page does. */
export function decode(bytes: Uint8Array, declared?: string): Decoded {
  const marked = markOf(bytes);
  if (marked)
    return finish(strictly(bytes, marked, true), marked === 'utf-8' ? undefined : 'utf-16');
  const unmarked = looksLikeUtf16(bytes);
  if (unmarked) return finish(strictly(bytes, unmarked, true), 'utf-16');
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== undefined) return finish(utf8, undefined);
  const lone = loneSurrogateIn(bytes);
  if (lone !== undefined) refuse({ type: 'LoneSurrogates', line: lone });
  if (isCutUtf8(bytes)) refuse({ type: 'Truncated' });
  const encoding = declaredSingleByte(declared) ?? singleByteOf(bytes);
  if (!encoding) refuse({ type: 'UnknownEncoding' });
  return finish(strictly(bytes, encoding, false), encoding);
}

function finish(text: string, encoding: string | undefined): Decoded {
  const composed = text.replace(/^\ufeff/, '').normalize('NFC');
  return { text: composed, ...(encoding !== undefined && { encoding }) };
}

function markOf(bytes: Uint8Array): 'utf-8' | 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}

/** Without a mark, half of the bytes of common letters are zero, always at the same side. */
function looksLikeUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length - (bytes.length % 2), 4_096);
  if (length < 4) return undefined;
  const high = [0, 0];
  const kinds = [new Set<number>(), new Set<number>()];
  for (let at = 0; at < length; at += 1) {
    const byte = bytes[at] ?? 0;
    if (byte === 0) high[at % 2] = (high[at % 2] ?? 0) + 1;
    kinds[at % 2]?.add(byte);
  }
  const [even = 0, odd = 0] = high;
  if (even + odd === 0) return undefined;
  const few = [kinds[0]?.size ?? 0, kinds[1]?.size ?? 0] as const;
  if (odd > even * 4 && (odd * 3 > length / 2 || few[1] < 8)) return 'utf-16le';
  if (even > odd * 4 && (even * 3 > length / 2 || few[0] < 8)) return 'utf-16be';
  return undefined;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function strictly(bytes: Uint8Array, encoding: string, unicode: boolean): string {
  if (unicode && encoding !== 'utf-8' && bytes.length % 2 === 1) refuse({ type: 'Truncated' });
  const text = tryDecode(bytes, encoding);
  if (text !== undefined) return text;
  if (!unicode) refuse({ type: 'UnknownEncoding' });
  if (encoding === 'utf-8')
    return refuse(isCutUtf8(bytes) ? { type: 'Truncated' } : { type: 'UnknownEncoding' });
  const loose = new TextDecoder(encoding).decode(bytes);
  const broken = loose.indexOf('\ufffd');
  return refuse({ type: 'LoneSurrogates', line: lineAt(loose, Math.max(broken, 0)) });
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

/** Surrogates written as if they were characters: ED A0–BF and a byte. */
function loneSurrogateIn(bytes: Uint8Array): number | undefined {
  let line = 1;
  for (let at = 0; at < bytes.length - 2; at += 1) {
    if (bytes[at] === 0x0a) line += 1;
    const second = bytes[at + 1] ?? 0;
    const third = bytes[at + 2] ?? 0;
    if (bytes[at] === 0xed && second >= 0xa0 && second <= 0xbf && third >= 0x80 && third <= 0xbf)
      return line;
  }
  return undefined;
}

/** Sound up to its last bytes, which begin a character and do not end it. */
function isCutUtf8(bytes: Uint8Array): boolean {
  for (let back = 1; back <= 3 && back < bytes.length; back += 1) {
    const byte = bytes[bytes.length - back] ?? 0;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 0;
    if (length > back)
      return (
        tryDecode(bytes.subarray(0, bytes.length - back), 'utf-8') !== undefined && hasUtf8(bytes)
      );
    if (length > 0) return false;
  }
  return false;
}

function hasUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length - 4; at += 1) if ((bytes[at] ?? 0) >= 0xc0) return true;
  return false;
}

function declaredSingleByte(declared: string | undefined): string | undefined {
  if (/^(?:windows-1252|iso-8859-1|latin1)$/i.test(declared ?? '')) return 'windows-1252';
  return /^(?:windows-1256)$/i.test(declared ?? '') ? 'windows-1256' : undefined;
}

/**
 * Latin letters with an accent stand inside words of plain ones; Arabic words are of high bytes
 * throughout. Bytes that neither encoding has, or words that fit neither, give nothing.
 */
function singleByteOf(bytes: Uint8Array): 'windows-1252' | 'windows-1256' | undefined {
  let inside = 0;
  let whole = 0;
  let plain = 0;
  const text = new TextDecoder('windows-1252').decode(bytes);
  for (const word of text.matchAll(/[A-Za-z\u00c0-\u00ff]+/g)) {
    const high = word[0].replace(/[A-Za-z]/g, '').length;
    if (high === 0) plain += 1;
    else if (high === word[0].length && high > 1) whole += 1;
    else if (high * 2 <= word[0].length || word[0].length <= 2) inside += 1;
    else whole += 1;
  }
  if (whole > inside) {
    const arabic = new TextDecoder('windows-1256').decode(bytes);
    const words = arabic.match(/\p{Script=Arabic}{2,}/gu) ?? [];
    const common = words.filter((word) => /^(?:ال|و|من$|في$|على$|إلى$|أن$|عن$)/.test(word)).length;
    return common * 8 > words.length ? 'windows-1256' : undefined;
  }
  const sound = !/[\u0081\u008d\u008f\u0090\u009d]/.test(text);
  return sound && (inside > 0 || plain > 0) && whole * 4 <= inside + plain
    ? 'windows-1252'
    : undefined;
}
