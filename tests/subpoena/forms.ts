/** The ways in which a text or a key may be written down. */

export interface Needle {
  readonly name: string;
  readonly bytes: Buffer;
  /** Set where it is words: then its UTF-16 forms are looked for too. */
  readonly text?: string;
}

export interface Form {
  readonly needle: string;
  readonly form: string;
  readonly bytes: Buffer;
}

/** Words that must not be found. At least eight bytes, so that chance finds none. */
export function text(words: string, name = words): Needle {
  return { name, text: words, bytes: Buffer.from(words) };
}

/** A key, a token or an address that must not be found. */
export function bytes(name: string, of: Uint8Array): Needle {
  return { name, bytes: Buffer.from(of) };
}

export function formsOf(needle: Needle): readonly Form[] {
  const { name, bytes: plain, text: words } = needle;
  if (plain.length < 8) throw new Error(`Must hold: "${name}" is too long to be there by chance`);
  const forms: [string, Buffer][] = [[words === undefined ? 'bytes' : 'UTF-8', plain]];
  if (words !== undefined) {
    forms.push(['UTF-16, little end first', Buffer.from(words, 'utf16le')]);
    forms.push(['UTF-16, big end first', Buffer.from(words, 'utf16le').swap16()]);
    forms.push(['JSON escapes', Buffer.from(escaped(words))]);
  }
  const hex = plain.toString('hex');
  forms.push(['hexadecimal', Buffer.from(hex)], ['HEXADECIMAL', Buffer.from(hex.toUpperCase())]);
  for (const shift of [0, 1, 2]) {
    forms.push([`base64, shift ${shift}`, Buffer.from(shifted(plain, shift, 'base64'))]);
    forms.push([`base64url, shift ${shift}`, Buffer.from(shifted(plain, shift, 'base64url'))]);
  }
  const seen = new Set<string>();
  return forms.flatMap(([form, of]) => {
    const key = of.toString('latin1');
    if (seen.has(key)) return [];
    seen.add(key);
    return [{ needle: name, form, bytes: of }];
  });
}

/**
 * The base64 letters that are the same whatever stands before and after, where so many bytes stand
 * before in the first group of three.
 */
function shifted(plain: Buffer, shift: number, encoding: 'base64' | 'base64url'): string {
  const whole = Buffer.concat([Buffer.alloc(shift), plain])
    .toString(encoding)
    .replace(/=+$/, '');
  const from = Math.ceil((shift * 8) / 6);
  const to = Math.floor(((shift + plain.length) * 8) / 6);
  return whole.slice(from, to);
}

/** As JSON writes letters beyond ASCII when it is asked to. */
function escaped(words: string): string {
  return [...words]
    .map((letter) =>
      letter > '\x7f'
        ? letter
            .split('')
            .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
            .join('')
        : letter,
    )
    .join('');
}
