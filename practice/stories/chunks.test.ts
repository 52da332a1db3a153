import fc from 'fast-check';
import { expect, it } from 'vitest';
import { chunksOf, joinedField, utf8Length } from './chunks.ts';

it('chunksOf cuts any text into parts that fit, and joinedField puts it together again', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.integer({ min: 4, max: 40 }),
      (text, limit) => {
        const chunks = chunksOf(text, limit);
        const fields = Object.fromEntries(chunks.map((chunk, at) => [`t:${at}`, chunk]));
        expect(joinedField(fields, 't')).toBe(text);
        for (const chunk of chunks) expect(utf8Length(chunk)).toBeLessThanOrEqual(limit);
      },
    ),
    { numRuns: 200 },
  );
});

it('a text that became shorter is read back without the end it once had', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 300 }),
      fc.string({ unit: 'binary', maxLength: 300 }),
      (before, now) => {
        const fieldsOf = (text: string) =>
          Object.fromEntries(chunksOf(text, 16).map((chunk, at) => [`t:${at}`, chunk]));
        const fields = { ...fieldsOf(before), ...fieldsOf(now) };
        expect(joinedField(fields, 't', chunksOf(now, 16).length)).toBe(now);
      },
    ),
    { numRuns: 200 },
  );
});

it('joinedField of a field that is not there is empty', () => {
  expect(joinedField({ 'a:0': 'x' }, 'b')).toBe('');
});
