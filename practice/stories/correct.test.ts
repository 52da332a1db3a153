import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { correctPiece, correctSpeaker, mergeWithNext, setAside, splitPiece } from './correct.ts';
import type { Piece, Reading } from './piece.ts';
import { storyFromPieces } from './story.ts';

const piece = (id: string, kind: Piece['kind'], text: string, line: number): Piece => ({
  id,
  kind,
  text,
  places: [{ line, from: 0, to: text.length }],
});

const reading: Reading = {
  document: {
    format: 'text',
    language: 'en',
    direction: 'ltr',
    lines: ['One door', 'Who? Why?', '"Come in," she says.'],
  },
  pieces: [
    piece('p1', 'takeaway', 'One door', 1),
    piece('p2', 'prompt', 'Who? Why?', 2),
    { ...piece('p3', 'quote', 'Come in', 3), speaker: 'Ana' },
  ],
  isStory: true,
};

describe('correcting a reading', () => {
  it('correctPiece makes a piece another kind, and the story follows', () => {
    const corrected = correctPiece(reading, 'p2', 'guiding-question') as Reading;
    expect(storyFromPieces(corrected.pieces)).toMatchObject({
      prompts: [],
      guidingQuestions: ['Who? Why?'],
    });
  });

  it('correctPiece leaves off the number that was printed before a question', () => {
    const numbered = { ...reading, pieces: [piece('p1', 'introduction', '1. Who? Why?', 1)] };
    const corrected = correctPiece(numbered, 'p1', 'guiding-question') as Reading;
    expect(corrected.pieces[0]).toMatchObject({
      text: 'Who? Why?',
      places: numbered.pieces[0]?.places,
    });
  });

  it('correctPiece and back again gives the same', () => {
    const there = correctPiece(reading, 'p3', 'paragraph') as Reading;
    expect(correctPiece(there, 'p3', 'quote')).toEqual(reading);
  });

  it('correctSpeaker says who says it, or that nobody is known to', () => {
    expect((correctSpeaker(reading, 'p3', 'Li') as Reading).pieces[2]?.speaker).toBe('Li');
    expect((correctSpeaker(reading, 'p3', null) as Reading).pieces[2]).not.toHaveProperty(
      'speaker',
    );
  });

  it('splitPiece makes two of one kind, and mergeWithNext one of them again', () => {
    const split = splitPiece(reading, 'p2', 4) as Reading;
    expect(storyFromPieces(split.pieces).prompts).toEqual(['Who?', 'Why?']);
    expect(storyFromPieces((mergeWithNext(split, 'p2') as Reading).pieces).prompts).toEqual([
      'Who? Why?',
    ]);
  });

  it('splitPiece refuses where nothing would stand on one side', () => {
    expect(splitPiece(reading, 'p2', 0)).toEqual({ type: 'NothingToSplit', id: 'p2' });
  });

  it('every correction refuses a piece that is not there', () => {
    const none = { type: 'NoSuchPiece', id: 'p9' };
    expect(correctPiece(reading, 'p9', 'prompt')).toEqual(none);
    expect(correctSpeaker(reading, 'p9', null)).toEqual(none);
    expect(setAside(reading, 'p9')).toEqual(none);
    expect(splitPiece(reading, 'p9', 1)).toEqual(none);
    expect(mergeWithNext(reading, 'p9')).toEqual(none);
  });

  it('no run of corrections loses a word or a place', () => {
    const words = ({ pieces }: Reading) =>
      pieces
        .map(({ text }) => text)
        .join(' ')
        .split(/\s+/)
        .join('');
    const places = ({ pieces }: Reading) =>
      new Set(pieces.flatMap((one) => one.places.map((place) => JSON.stringify(place))));
    const step = fc.record({
      what: fc.constantFrom('kind', 'aside', 'split', 'merge', 'speaker'),
      at: fc.nat(6),
      offset: fc.nat(12),
      kind: fc.constantFrom<Piece['kind']>('prompt', 'quote', 'paragraph', 'plain', 'partner'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        let now = reading;
        for (const { what, at, offset, kind } of steps) {
          const id = now.pieces[at % now.pieces.length]?.id ?? '';
          const next =
            what === 'kind'
              ? correctPiece(now, id, kind)
              : what === 'aside'
                ? setAside(now, id)
                : what === 'split'
                  ? splitPiece(now, id, offset)
                  : what === 'merge'
                    ? mergeWithNext(now, id)
                    : correctSpeaker(now, id, 'Li');
          if (!('type' in next)) now = next;
        }
        expect(words(now)).toBe(words(reading));
        expect(places(now)).toEqual(places(reading));
        expect(new Set(now.pieces.map(({ id }) => id)).size).toBe(now.pieces.length);
      }),
      { numRuns: 200 },
    );
  });
});
