/**
 * What people wrote, for a terminal and for programs. Other members are not trusted with the terminal:
 * what would steer it or turn the line about shows as a mark, and in JSON as its escape.
 */
import type { Export } from '@alongside/vault/kept';

type Json = Export['texts'][number]['delta'][number];
export type Shown = Export['tables'][string][number];

const steering = /[\p{Cc}\p{Bidi_Control}\u2028\u2029]/gu;

/** One line. */
export function sayLine(text: string): string {
  return text.replace(steering, '\ufffd');
}

/** JSON with no letter in it that steers a terminal; it reads back as the same. */
export function sayJson(value: unknown): string {
  const escaped = (letter: string) =>
    letter === '\n' ? letter : `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`;
  return `${JSON.stringify(value, null, 2).replace(steering, escaped)}\n`;
}

/** A record, a field a line; a longer text goes on below, set in. */
export function sayRecord({ id, audience, fields }: Shown): string {
  const lines = Object.entries(fields)
    .filter(([, value]) => value !== '' && value !== null)
    .map(([name, value]) => `  ${sayLine(name)}: ${sayValue(value)}\n`);
  return `${id}  (${audience})\n${lines.join('')}\n`;
}

function sayValue(value: Json): string {
  if (typeof value !== 'string') return sayLine(JSON.stringify(value));
  return value.split('\n').map(sayLine).join('\n    ');
}
