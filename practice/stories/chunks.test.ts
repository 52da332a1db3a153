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

it('joinedField of a field that is not there is empty', () => {
  expect(joinedField({ 'a:0': 'x' }, 'b')).toBe('');
});
