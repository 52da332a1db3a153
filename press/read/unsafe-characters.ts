/**
 * Characters that are not text: control characters, and those that make a line read in another
 * order than it is written. Marks and closed isolates that right-to-left texts need are let pass.
 */
import { refuse } from './broken.ts';

const control = /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f]/;
const opensEmbedding = /[\u202a\u202b]/g;
const opensIsolate = /[\u2066-\u2068]/g;

export function refuseUnsafe(lines: readonly string[]): void {
  for (const [index, text] of lines.entries()) {
    const found = control.exec(text);
    if (found)
      refuse({ type: 'ControlCharacters', line: index + 1, character: codePoint(found[0]) });
    const hidden = hiddenDirection(text);
    if (hidden) refuse({ type: 'HiddenDirection', line: index + 1, character: codePoint(hidden) });
    if (!text.isWellFormed()) refuse({ type: 'LoneSurrogates', line: index + 1 });
  }
}

function hiddenDirection(text: string): string | undefined {
  const override = /[\u202d\u202e]/.exec(text)?.[0];
  if (override) return override;
  if (!/[\u202a-\u202c\u2066-\u2069]/.test(text)) return undefined;
  const embeddings = text.match(opensEmbedding) ?? [];
  const isolates = text.match(opensIsolate) ?? [];
  if (embeddings.length > (text.match(/\u202c/g) ?? []).length) return embeddings[0];
  return isolates.length > (text.match(/\u2069/g) ?? []).length ? isolates[0] : undefined;
}

function codePoint(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}
