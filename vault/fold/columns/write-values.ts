/**
 * Writes the values of one column in the kind that is smallest: numbers of a narrow range, unique
 * texts, or a dictionary with a code for each row. Code 0, or NaN, stands for no value.
 */
import { plainToBytes } from '../../envelope/cbor-write.ts';
import type { Value } from '../../types.ts';
import { structuredKey } from '../field-index.ts';
import { type ByteWriter, narrow, writeWhole } from './bytes.ts';
import { writeTexts } from './texts-of.ts';
import { kinds } from './values.ts';

/** A dictionary pays when values occur this often. */
const worthADictionary = 2;

export function writeValues(out: ByteWriter, values: readonly (Value | undefined)[]): void {
  if (values.every((value) => value === undefined || typeof value === 'number')) {
    writeNumbers(out, values as (number | undefined)[]);
    return;
  }
  const isText = values.every((value) => value === undefined || typeof value === 'string');
  const { distinct, codes } = codesOf(values);
  if (isText && distinct.length * worthADictionary > values.length) {
    writeUniqueTexts(out, values as (string | undefined)[]);
    return;
  }
  out.number(isText ? kinds.textDictionary : kinds.dictionary).number(distinct.length);
  if (isText) writeTexts(out, distinct as string[]);
  else out.bytes(plainToBytes(distinct));
  writeWhole(out, narrow(codes));
}

function codesOf(values: readonly (Value | undefined)[]): { distinct: Value[]; codes: number[] } {
  const plain = new Map<Value, number>();
  const structured = new Map<string, number>();
  const distinct: Value[] = [];
  const codes = values.map((value) => {
    if (value === undefined) return 0;
    const isPlain = value === null || typeof value !== 'object';
    const key = isPlain ? '' : structuredKey(value);
    const known = isPlain ? plain.get(value) : structured.get(key);
    if (known !== undefined) return known;
    const code = distinct.push(value);
    if (isPlain) plain.set(value, code);
    else structured.set(key, code);
    return code;
  });
  return { distinct, codes };
}

function writeNumbers(out: ByteWriter, numbers: readonly (number | undefined)[]): void {
  const known = numbers.filter((number) => number !== undefined);
  let least = known[0] ?? 0;
  let most = least;
  for (const number of known) {
    if (number < least) least = number;
    if (number > most) most = number;
  }
  const isWhole =
    most - least < 0xffff_ffff &&
    Math.abs(least) < 2 ** 51 &&
    known.every((number) => Number.isSafeInteger(number) && !Object.is(number, -0));
  if (isWhole) {
    out.number(kinds.whole).signed(least);
    writeWhole(out, narrow(numbers.map((n) => (n === undefined ? 0 : n - least + 1))));
    return;
  }
  const doubles = Float64Array.from(numbers, (number) => number ?? Number.NaN);
  out.number(kinds.double).raw(new Uint8Array(doubles.buffer));
}

function writeUniqueTexts(out: ByteWriter, texts: readonly (string | undefined)[]): void {
  const absent = texts.flatMap((text, row) => (text === undefined ? [row] : []));
  out.number(kinds.texts).number(absent.length);
  for (const row of absent) out.number(row);
  writeTexts(
    out,
    texts.map((text) => text ?? ''),
  );
}
