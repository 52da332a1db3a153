import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readFields } from '../fields.ts';
import { previewExcerpt, shareExcerpt } from './excerpt.ts';
import { excerptFields } from './tables.ts';

const from = { id: 'new', reflection: 'page', on: '2026-11-23' };

describe('previewExcerpt', () => {
  it('shows all the words, without the empty lines around them', () => {
    expect(previewExcerpt('\n They came for us.\r\n\r\nSo we went. \n')).toEqual({
      type: 'Previewed',
      text: 'They came for us.\n\nSo we went.',
    });
  });

  it('refuses a blank, and more than a record can hold', () => {
    expect(previewExcerpt(' \n ')).toEqual({ type: 'ExcerptEmpty' });
    expect(previewExcerpt('م'.repeat(30_001))).toEqual({
      type: 'ExcerptTooLong',
      characters: 30_001,
    });
    expect(previewExcerpt('م'.repeat(30_000))).toMatchObject({ type: 'Previewed' });
  });
});

describe('shareExcerpt', () => {
  it('makes a record of its own that names the page it came from', () => {
    const changes = shareExcerpt({ type: 'Previewed', text: 'So we went.' }, from);
    const record = Object.fromEntries(changes.map(({ field, value }) => [field, value]));
    expect(new Set(changes.map(({ record }) => record))).toEqual(new Set(['new']));
    expect(readFields(excerptFields, { id: 'new', ...record })).toEqual({
      id: 'new',
      text: 'So we went.',
      reflection: 'page',
      sharedOn: '2026-11-23',
      needsUpdate: [],
    });
  });

  it('shares the previewed words and nothing else of the page, whatever is chosen of it', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 200 }),
        fc.nat(),
        fc.nat(),
        (page, a, b) => {
          const [start, end] = [a % page.length, b % (page.length + 1)].sort((x, y) => x - y);
          const previewed = previewExcerpt(page.slice(start, end));
          if (previewed.type !== 'Previewed') return;
          const changes = shareExcerpt(previewed, from);
          expect(changes.map(({ value }) => value)).toEqual([previewed.text, 'page', from.on]);
          expect(changes.every(({ table }) => table === 'excerpts')).toBe(true);
          expect(previewed.text.isWellFormed()).toBe(true);
        },
      ),
      { numRuns: 300 },
    );
  });
});
