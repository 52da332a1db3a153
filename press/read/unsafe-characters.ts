/**
 * Characters that are not text: control characters, and those that make a line read in another
 * order than it is written. Marks and closed isolates that right-to-left texts need are let pass.
 */
import { refuse } from './broken.ts';

/** C0 but tab and line ends, DEL and C1 but the next-line mark. */
function isControl(code: number): boolean {
  if (code < 0x20) return code < 0x09 || code > 0x0d;
  return code >= 0x7f && code <= 0x9f && code !== 0x85;
}

function firstControl(text: string): string | undefined {
  for (let at = 0; at < text.length; at += 1) {
    if (isControl(text.charCodeAt(at))) return text[at];
  }
  return undefined;
}

export function refuseUnsafe(lines: readonly string[]): void {
  for (const [index, text] of lines.entries()) {
    const found = firstControl(text);
    if (found) refuse({ type: 'ControlCharacters', line: index + 1, character: codePoint(found) });
    const hidden = hiddenDirection(text);
    if (hidden) refuse({ type: 'HiddenDirection', line: index + 1, character: codePoint(hidden) });
    if (!text.isWellFormed()) refuse({ type: 'LoneSurrogates', line: index + 1 });
  }
}

function hiddenDirection(text: string): string | undefined {
  const override = /[\u202d\u202e]/.exec(text)?.[0];
  if (override) return override;
  if (!/[\u202a-\u202c\u2066-\u2069]/.test(text)) return undefined;
  const embeddings = text.match(/[\u202a\u202b]/g) ?? [];
  const isolates = text.match(/[\u2066-\u2068]/g) ?? [];
  if (embeddings.length > (text.match(/\u202c/g) ?? []).length) return embeddings[0];
  return isolates.length > (text.match(/\u2069/g) ?? []).length ? isolates[0] : undefined;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
