/**
 * Many strings as one: their lengths and all their text in a row. Reading decodes the text once and
 * cuts a string out when it is asked for, which costs no copy.
 */
import {
  type ByteReader,
  type ByteWriter,
  broken,
  narrow,
  readWhole,
  textFrom,
  writeWhole,
} from './bytes.ts';

export function writeTexts(out: ByteWriter, texts: readonly string[]): void {
  writeWhole(out, narrow(texts.map((text) => text.length)));
  out.text(texts.join(''));
}

/** Texts that are cut out of the whole when asked for. */
export class Texts {
  readonly #whole: string;
  readonly #ends: Uint32Array;

  constructor(whole: string, ends: Uint32Array) {
    this.#whole = whole;
    this.#ends = ends;
  }

  at(place: number): string {
    return this.#whole.slice(place === 0 ? 0 : this.#ends[place - 1], this.#ends[place]);
  }
}

export const noTexts = new Texts('', new Uint32Array());

export function readTexts(from: ByteReader, count: number): Texts {
  const lengths = readWhole(from, count);
  const whole = textFrom(from.bytes());
  const ends = new Uint32Array(count);
  let end = 0;
  for (let at = 0; at < count; at += 1) {
    end += lengths[at] ?? 0;
    ends[at] = end;
  }
  return end === whole.length ? new Texts(whole, ends) : broken();
}
