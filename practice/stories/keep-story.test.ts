import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8Length } from './chunks.ts';
import { inventedStory } from './invented-story.ts';
import { keepStory, storyName, storyOf } from './keep-story.ts';
import type { Piece } from './piece.ts';
import { recordsInMemory } from './records-in-memory.ts';
import { storyFromPieces } from './story.ts';

const kept = (pieces: readonly Piece[], lines: readonly string[]) => {
  const records = recordsInMemory();
  records.commit(
    keepStory({
      id: 's1',
      document: { ...inventedStory.document, lines },
      pieces,
      whose: 'others',
      sourceName: 'story.txt',
    }),
  );
  const record = records.get('stories', 's1');
  if (!record) throw new Error('the story is kept');
  return record;
};

describe('keepStory and storyOf', () => {
  it('give back the story and its document, piece by piece', () => {
    const story = storyOf(kept(inventedStory.pieces, inventedStory.document.lines));
    expect(story.document).toEqual(inventedStory.document);
    expect(story.pieces.map(({ order: _, ...piece }) => piece)).toEqual(inventedStory.pieces);
    expect(story.story).toEqual(storyFromPieces(inventedStory.pieces));
    expect(story.whose).toBe('others');
    expect(storyName(story)).toBe('Maren Okafor-Lind, Harbor Tenants Circle');
  });

  it('name a story of no title and no narrator by the first sentence, never by half a word', () => {
    const named = (title: string) => {
      const pieces: Piece[] = [
        {
          id: 'p1',
          kind: 'takeaway',
          text: title,
          places: [{ line: 1, from: 0, to: title.length }],
        },
      ];
      return storyName({ ...storyOf(kept(pieces, [title])), sourceName: null });
    };
    expect(
      named(
        'Come before you are needed. Ines says the first visit was only soup and nobody spoke.',
      ),
    ).toBe('Come before you are needed.');
    expect(
      named(
        'Come before you are needed and bring soup to those who stand outside the locked doors',
      ),
    ).toBe('Come before you are needed and bring soup to those who stand outside the locked…');
  });

  it('give back any document and any pieces, and no value outgrows a field', () => {
    const lines = fc.array(
      fc.string({ unit: 'grapheme', maxLength: 40 }).map((line) => line.replaceAll('\n', ' ')),
      { minLength: 1, maxLength: 30 },
    );
    const length = fc.constantFrom(1, 900, 30_000, 90_000);
    fc.assert(
      fc.property(lines, fc.array(length, { maxLength: 4 }), (document, lengths) => {
        const pieces: Piece[] = lengths.map((size, at) => ({
          id: `p${at}`,
          kind: 'unrecognised',
          text: '話'.repeat(size),
          places: [{ line: 1, from: 0, to: size }],
        }));
        const record = kept(pieces, document);
        for (const value of Object.values(record)) {
          expect(utf8Length(JSON.stringify(value))).toBeLessThan(60 * 1024);
        }
        const story = storyOf(record);
        expect(story.document.lines).toEqual(document);
        expect(story.pieces.map((piece) => piece.text)).toEqual(pieces.map((piece) => piece.text));
      }),
      { numRuns: 60 },
    );
  });

  it('pass over a broken piece and keep the rest', () => {
    const record = {
      ...kept(inventedStory.pieces, ['x']),
      'piece:p9': { kind: 'sermon' },
      whose: 7,
    };
    const story = storyOf(record);
    expect(story.pieces).toHaveLength(inventedStory.pieces.length - 1);
    expect(story.whose).toBe('unsure');
  });

  it('read the same record to the same story', () => {
    const record = kept(inventedStory.pieces, ['x']);
    expect(storyOf(record)).toBe(storyOf(record));
  });
});
