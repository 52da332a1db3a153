/**
 * The shown values of one column, in the kind that is smallest: numbers of a narrow range, unique
 * texts, or a dictionary with a code for each row. Code 0, or NaN, stands for no value.
 */
import { decode, encode } from 'cborg';
import type { Value } from '../../types.ts';
import { structuredKey } from '../field-index.ts';
import { freezeValue } from '../freeze-value.ts';
import {
  type ByteReader,
  type ByteWriter,
  broken,
  narrow,
  readWhole,
  type Whole,
  writeWhole,
} from './bytes.ts';
import { readTexts, writeTexts } from './texts-of.ts';

const kinds = { whole: 0, double: 1, texts: 2, textDictionary: 3, dictionary: 4 } as const;

/** A dictionary pays when values occur this often. */
const worthADictionary = 2;

export interface Values {
  readonly isFull: boolean;
  at(row: number): Value | undefined;
  rowsByValue(): ReadonlyMap<Value, number[]> | undefined;
}

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
  else out.bytes(encode(distinct));
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

export function readValues(from: ByteReader, rows: number): Values {
  const kind = from.number();
  if (kind === kinds.whole) return wholeNumbers(from.signed(), readWhole(from, rows));
  if (kind === kinds.double) return doubles(from.raw(rows * 8));
  if (kind === kinds.texts) return uniqueTexts(from, rows);
  if (kind !== kinds.textDictionary && kind !== kinds.dictionary) return broken();
  const count = from.count();
  const known = kind === kinds.dictionary ? readAny(from, count) : readTextList(from, count);
  return dictionary(known, readWhole(from, rows));
}

function wholeNumbers(least: number, codes: Whole): Values {
  const base = least - 1;
  return {
    isFull: !codes.includes(0),
    at: (row) => (codes[row] ? (codes[row] ?? 0) + base : undefined),
    rowsByValue: () => undefined,
  };
}

function doubles(bytes: Uint8Array): Values {
  const numbers = new Float64Array(bytes.slice().buffer);
  const at = (row: number) => {
    const number = numbers[row];
    return number === undefined || Number.isNaN(number) ? undefined : number;
  };
  return {
    isFull: !numbers.some(Number.isNaN),
    at,
    rowsByValue: () => undefined,
  };
}

function uniqueTexts(from: ByteReader, rows: number): Values {
  const absent = new Set(Array.from({ length: from.count() }, () => from.number()));
  const texts = readTexts(from, rows);
  const at =
    absent.size === 0 ? texts.at : (row: number) => (absent.has(row) ? undefined : texts.at(row));
  return { isFull: absent.size === 0, at, rowsByValue: () => undefined };
}

function dictionary(known: readonly Value[], codes: Whole): Values {
  const values: readonly (Value | undefined)[] = [undefined, ...known];
  return {
    isFull: !codes.includes(0),
    at: (row) => values[codes[row] ?? 0],
    rowsByValue() {
      const rows: number[][] = values.map(() => []);
      for (let row = 0; row < codes.length; row += 1) rows[codes[row] ?? 0]?.push(row);
      return new Map(known.map((value, place) => [value, rows[place + 1] ?? []]));
    },
  };
}

function readTextList(from: ByteReader, count: number): readonly string[] {
  const texts = readTexts(from, count);
  return Array.from({ length: count }, (_, place) => texts.at(place));
}

function readAny(from: ByteReader, count: number): readonly Value[] {
  let list: unknown;
  try {
    list = decode(from.bytes(), { allowUndefined: false, rejectDuplicateMapKeys: true });
  } catch {
    return broken();
  }
  if (!Array.isArray(list) || list.length !== count) return broken();
  return freezeValue(list as readonly Value[]) as readonly Value[];
}
