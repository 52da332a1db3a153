import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readMessages } from './messages.ts';

const limits = { messages: 1000, messageBytes: 300_000 };
const wire = fc
  .uint8Array({ minLength: 1, maxLength: 300 })
  .map((bytes) => Buffer.from(bytes).toString('base64url'));
const space = fc.string({ unit: fc.constantFrom(' ', '\n', '\t', '\r'), maxLength: 3 });

test('messages come out as they went in, whatever lies between them', () => {
  fc.assert(
    fc.property(fc.array(wire, { minLength: 1 }), space, space, (messages, before, after) => {
      const text = `${before}[${messages.map((one) => `${after}"${one}"${before}`).join(',')}]${after}`;
      const read = readMessages(Buffer.from(text), limits);
      if (typeof read === 'string') throw new Error(read);
      expect(read.count).toBe(messages.length);
      expect(JSON.parse(`[${read.blocks.map((block) => Buffer.from(block)).join(',')}]`)).toEqual(
        messages,
      );
    }),
  );
});

test('whatever is read is what JSON reads, and only strings of base64url are', () => {
  const almost = fc.string({
    unit: fc.constantFrom('[', ']', '"', ',', ' ', 'A', 'b', '-', '_', '\\', '{', '1'),
  });
  fc.assert(
    fc.property(almost, (text) => {
      const read = readMessages(Buffer.from(text), limits);
      if (typeof read === 'string') return;
      const parsed: unknown = JSON.parse(text);
      expect(JSON.parse(`[${read.blocks.map((block) => Buffer.from(block)).join(',')}]`)).toEqual(
        parsed,
      );
    }),
    { numRuns: 2000 },
  );
});

test('a long body is cut into blocks between messages, none over a quarter of a megabyte but a single message', () => {
  const long = 'A'.repeat(350_000);
  const short = 'B'.repeat(100_000);
  const messages = [short, short, short, long, short, short, short, short];
  const read = readMessages(Buffer.from(JSON.stringify(messages)), limits);
  if (typeof read === 'string') throw new Error(read);
  const sizes = read.blocks.map(({ length }) => length);
  expect(sizes.every((size) => size <= 256 * 1024 || size === long.length + 2)).toBe(true);
  expect(JSON.parse(`[${read.blocks.map((block) => Buffer.from(block)).join(',')}]`)).toEqual(
    messages,
  );
});

test('limits are met exactly', () => {
  const four = { messages: 2, messageBytes: 3 };
  expect(readMessages(Buffer.from('["AAAA","AAAA"]'), four)).toMatchObject({ count: 2 });
  expect(readMessages(Buffer.from('["AAAA","AAAA","AAAA"]'), four)).toBe('TooMuch');
  expect(readMessages(Buffer.from('["AAAAAA"]'), four)).toBe('TooMuch');
});
