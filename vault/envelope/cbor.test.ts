import { decode, encode } from 'cborg';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPlain } from '../testing/any-plain.ts';
import { concat, utf8Bytes } from './bytes.ts';
import { bytesToPlain, MAX_DEPTH, type Plain } from './cbor-read.ts';
import { canWrite, plainToBytes } from './cbor-write.ts';

const hex = (digits: string) => Uint8Array.from(Buffer.from(digits, 'hex'));

test('every value has one encoding, and it reads back', () => {
  fc.assert(
    fc.property(anyPlain, (one) => {
      const bytes = plainToBytes(one);
      expect(bytesToPlain(bytes)).toEqual(one);
      expect(canWrite(one)).toBe(true);
    }),
    { numRuns: 200 },
  );
});

test('an independent implementation writes the same bytes and reads the same values', () => {
  fc.assert(
    fc.property(anyPlain, (one) => {
      const bytes = plainToBytes(one);
      expect(Buffer.from(encode(one, { float64: true })).equals(bytes)).toBe(true);
      if (!JSON.stringify(one).includes('\uFEFF')) expect(decode(bytes)).toEqual(one);
    }),
    { numRuns: 200 },
  );
});

test('whatever bytes are read were the one encoding of their value', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 24 }), (bytes) => {
      const one = bytesToPlain(bytes);
      if (one !== undefined) expect(plainToBytes(one)).toEqual(Uint8Array.from(bytes));
    }),
    { numRuns: 2000 },
  );
});

test('D13: poison is refused, and no prototype changes', () => {
  const poison: Record<string, Uint8Array> = {
    'a longer form of a small number': hex('1817'),
    'a longer length': hex('5801ff'),
    'an indefinite array': hex('9fff'),
    'an indefinite text': hex('7f6161ff'),
    'a tag': hex('c000'),
    undefined: hex('f7'),
    'a simple value': hex('f0'),
    'a half float': hex('f93c00'),
    'a single float': hex('fa3fc00000'),
    NaN: hex('fb7ff8000000000000'),
    Infinity: hex('fb7ff0000000000000'),
    'a float that is whole': hex('fb3ff0000000000000'),
    'minus zero': hex('fb8000000000000000'),
    '2^53': hex('1b0020000000000000'),
    '2^64 - 1': hex('1bffffffffffffffff'),
    '-2^53': hex('3b001fffffffffffff'),
    'a repeated key': hex('a2616100616101'),
    'keys out of order': hex('a2616200616100'),
    'a key that is no text': hex('a10000'),
    'a lone surrogate': hex('63eda080'),
    'text cut inside a letter': hex('61c3'),
    'an array cut short': hex('8200'),
    'an array that promises 2^32 items': hex('9b0000000100000000'),
    'bytes that promise too much': hex('5affffffff'),
    'two values': hex('0000'),
    nothing: new Uint8Array(0),
    __proto: concat(hex('a169'), utf8Bytes('__proto__'), hex('a161780a')),
    'ten thousand levels': concat(new Uint8Array(10_000).fill(0x81), hex('00')),
    'a hundred thousand maps': concat(new Uint8Array(100_000).fill(0xa1), hex('00')),
  };
  for (const [name, bytes] of Object.entries(poison)) {
    expect(bytesToPlain(bytes), name).toBeUndefined();
  }
  expect(({} as { x?: unknown }).x).toBeUndefined();
});

test('D13: constructor and other names of an object are ordinary keys', () => {
  const one = bytesToPlain(plainToBytes({ constructor: 1, toString: 2 })) as {
    constructor: unknown;
  };
  expect(Object.hasOwn(one, 'constructor')).toBe(true);
  expect(one.constructor).toBe(1);
});

test('sixteen levels are read and written, seventeen are not', () => {
  const deep = (levels: number): Plain => (levels === 0 ? 0 : [deep(levels - 1)]);
  expect(bytesToPlain(plainToBytes(deep(MAX_DEPTH)))).toEqual(deep(MAX_DEPTH));
  expect(canWrite(deep(MAX_DEPTH + 1))).toBe(false);
  const bytes = concat(new Uint8Array(MAX_DEPTH + 1).fill(0x81), hex('00'));
  expect(bytesToPlain(bytes)).toBeUndefined();
});

test('a leading byte order mark stays', () => {
  const marked = `\uFEFF${'a'.repeat(40)}`;
  expect(bytesToPlain(plainToBytes(marked))).toBe(marked);
});

test('what has no encoding is not written', () => {
  for (const one of [undefined, Number.NaN, '\uD800', { a: undefined }, [Symbol('x')], 1n]) {
    expect(canWrite(one)).toBe(false);
  }
});
