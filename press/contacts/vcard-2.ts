/**
 * vCard 2.1 as 3.0, line by line: bare parameters (`TEL;CELL;PREF`), quoted-printable text in any
 * letter code, and commas that mean nothing special. ical.js reads 3.0 and 4.0 only.
 */
import { propertyOf, unfold } from './content-lines.ts';

/** The lines of one card of version 2.1 as lines of version 3.0. */
export function fromVersion2(lines: readonly string[]): readonly string[] {
  return unfold(joinSoftBreaks(lines), true).map(lineOf);
}

/** Quoted-printable text goes on in the next line where its line ends with `=`. */
function joinSoftBreaks(lines: readonly string[]): readonly string[] {
  const joined: string[] = [];
  let goesOn = false;
  for (const line of lines) {
    if (goesOn) joined[joined.length - 1] += line;
    else joined.push(line);
    const last = joined.at(-1) ?? '';
    goesOn = isQuoted(last.slice(0, last.indexOf(':'))) && last.endsWith('=');
    if (goesOn) joined[joined.length - 1] = last.slice(0, -1);
  }
  return joined;
}

function isQuoted(head: string): boolean {
  return /;(?:ENCODING=)?QUOTED-PRINTABLE(?:;|$)/i.test(head);
}

function lineOf(line: string): string {
  const colon = line.indexOf(':');
  const name = propertyOf(line);
  if (colon < 0 || name === '' || name === 'BEGIN' || name === 'END') return line;
  if (name === 'VERSION') return 'VERSION:3.0';
  const [, ...parameters] = line.slice(0, colon).split(';');
  const charset = parameters.find((one) => /^CHARSET=/i.test(one))?.slice(8);
  const head = line.slice(0, colon);
  const value = line.slice(colon + 1);
  const text = isQuoted(head) ? fromQuoted(value, charset) : value;
  const types = parameters
    .map((one) => one.replace(/^TYPE=/i, ''))
    .filter(
      (one) => /^[A-Za-z0-9-]+$/.test(one) && !/^(?:QUOTED-PRINTABLE|BASE64|8BIT|7BIT)$/i.test(one),
    );
  const escaped = text
    .replace(/\\(?!;)/g, '\\\\')
    .replace(/,/g, '\\,')
    .replace(/\r\n|\r|\n/g, '\\n');
  return `${name}${types.map((type) => `;TYPE=${type}`).join('')}:${escaped}`;
}

/** `=C3=91` as Ñ. A letter code that nobody knows is read as UTF-8; bytes that are none give �. */
function fromQuoted(value: string, charset = 'utf-8'): string {
  const bytes: number[] = [];
  for (let at = 0; at < value.length; at += 1) {
    const hex = /^=([0-9A-Fa-f]{2})/.exec(value.slice(at, at + 3))?.[1];
    if (hex === undefined) {
      bytes.push(...new TextEncoder().encode(value[at]));
    } else {
      bytes.push(Number.parseInt(hex, 16));
      at += 2;
    }
  }
  return decoder(charset).decode(new Uint8Array(bytes)).normalize('NFC');
}

function decoder(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
