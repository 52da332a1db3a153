/**
 * Reads the shown values of one column. One class for all kinds, so that the loop that makes
 * records calls one function, which engines inline, and not one a kind.
 */
import { bytesToPlain } from '../../envelope/cbor-read.ts';
import type { Value } from '../../types.ts';
import { freezeValue } from '../freeze-value.ts';
import { type ByteReader, broken, readWhole, type Whole } from './bytes.ts';
import { noTexts, readTexts, type Texts } from './texts-of.ts';

export const kinds = { whole: 0, double: 1, texts: 2, textDictionary: 3, dictionary: 4 } as const;

interface Facts {
  readonly isFull: boolean;
  /** Code 0 stands for no value. */
  readonly codes?: Whole;
  /** Of a dictionary: values by code. */
  readonly known?: readonly (Value | undefined)[];
  /** Of whole numbers: what code 0 would stand for. */
  readonly base?: number;
  readonly doubles?: Float64Array;
  readonly texts?: Texts;
  readonly absent?: ReadonlySet<number>;
}

const noCodes = new Uint8Array();
const noDoubles = new Float64Array();
const nobody: ReadonlySet<number> = new Set();

export class ColumnValues {
  readonly isFull: boolean;
  readonly #kind: number;
  readonly #codes: Whole;
  readonly #known: readonly (Value | undefined)[];
  readonly #base: number;
  readonly #doubles: Float64Array;
  readonly #texts: Texts;
  readonly #absent: ReadonlySet<number>;

  constructor(kind: number, facts: Facts) {
    this.isFull = facts.isFull;
    this.#kind = kind;
    this.#codes = facts.codes ?? noCodes;
    this.#known = facts.known ?? [];
    this.#base = facts.base ?? 0;
    this.#doubles = facts.doubles ?? noDoubles;
    this.#texts = facts.texts ?? noTexts;
    this.#absent = facts.absent ?? nobody;
  }

  at(row: number): Value | undefined {
    if (this.#kind === kinds.texts) {
      return this.isFull || !this.#absent.has(row) ? this.#texts.at(row) : undefined;
    }
    if (this.#kind === kinds.double) {
      const number = this.#doubles[row] ?? Number.NaN;
      return Number.isNaN(number) ? undefined : number;
    }
    const code = this.#codes[row] ?? 0;
    if (this.#kind !== kinds.whole) return this.#known[code];
    return code === 0 ? undefined : code + this.#base;
  }

  /** Rows by value, ascending; undefined where the column is no dictionary. */
  rowsByValue(): ReadonlyMap<Value, number[]> | undefined {
    if (this.#known.length === 0) return undefined;
    const codes = this.#codes;
    const rows: number[][] = this.#known.map(() => []);
    for (let row = 0; row < codes.length; row += 1) rows[codes[row] ?? 0]?.push(row);
    const byValue = new Map<Value, number[]>();
    for (const [code, value] of this.#known.entries()) {
      if (value !== undefined) byValue.set(value, rows[code] ?? []);
    }
    return byValue;
  }
}

export function readValues(from: ByteReader, rows: number): ColumnValues {
  const kind = from.number();
  if (kind === kinds.whole) {
    const base = from.signed() - 1;
    const codes = readWhole(from, rows);
    return new ColumnValues(kind, { isFull: !codes.includes(0), codes, base });
  }
  if (kind === kinds.double) {
    const doubles = new Float64Array(from.raw(rows * 8).slice().buffer);
    return new ColumnValues(kind, { isFull: !doubles.some(Number.isNaN), doubles });
  }
  if (kind === kinds.texts) {
    const absent = new Set(Array.from({ length: from.count() }, () => from.number()));
    const texts = readTexts(from, rows);
    return new ColumnValues(kind, { isFull: absent.size === 0, absent, texts });
  }
  if (kind !== kinds.textDictionary && kind !== kinds.dictionary) return broken();
  const count = from.count();
  const values = kind === kinds.dictionary ? readAny(from, count) : readTextList(from, count);
  const codes = readWhole(from, rows);
  const known = [undefined, ...values];
  return new ColumnValues(kind, { isFull: !codes.includes(0), codes, known });
}

function readTextList(from: ByteReader, count: number): readonly string[] {
  const texts = readTexts(from, count);
  return Array.from({ length: count }, (_, place) => texts.at(place));
}

function readAny(from: ByteReader, count: number): readonly Value[] {
  const list = bytesToPlain(from.bytes());
  if (!Array.isArray(list) || list.length !== count) return broken();
  return freezeValue(list as readonly Value[]) as readonly Value[];
}
