import { describe, expect, it } from 'vitest';
import type { Piece } from './piece.ts';
import { storyFromPieces } from './story.ts';

const pieces = (...found: (Partial<Piece> & Pick<Piece, 'kind' | 'text'>)[]): Piece[] =>
  found.map((one, at) => ({ id: `p${at}`, places: [{ line: at + 1, from: 0, to: 1 }], ...one }));

describe('storyFromPieces', () => {
  it('gives paragraphs and quotes to the takeaway before them', () => {
    const { takeaways, introduction } = storyFromPieces(
      pieces(
        { kind: 'paragraph', text: 'Before.' },
        { kind: 'takeaway', text: 'One', number: 1 },
        { kind: 'paragraph', text: 'Inside.' },
        { kind: 'quote', text: 'Said', speaker: 'Ana' },
      ),
    );
    expect(introduction).toEqual(['Before.']);
    expect(takeaways).toEqual([
      {
        number: 1,
        title: 'One',
        paragraphs: ['Inside.'],
        quotes: [{ text: 'Said', speaker: 'Ana' }],
      },
    ]);
  });

  it('counts takeaways on where the print begins anew or has no number', () => {
    const numbers = (...printed: (number | undefined)[]) =>
      storyFromPieces(
        pieces(
          ...printed.map((number) => ({
            kind: 'takeaway' as const,
            text: 'T',
            ...(number !== undefined && { number }),
          })),
        ),
      ).takeaways.map(({ number }) => number);
    expect(numbers(1, 2, 1, 2)).toEqual([1, 2, 3, 4]);
    expect(numbers(undefined, undefined)).toEqual([1, 2]);
    expect(numbers(2, 4)).toEqual([2, 4]);
  });

  it('joins a series and a title over two pieces, and says two places', () => {
    expect(
      storyFromPieces(
        pieces(
          { kind: 'series', text: 'Stories from' },
          { kind: 'series', text: 'the shore' },
          { kind: 'title', text: 'A' },
          { kind: 'title', text: 'door' },
          { kind: 'place', text: 'Here' },
          { kind: 'place', text: 'Here' },
          { kind: 'place', text: 'There' },
        ),
      ),
    ).toMatchObject({ series: 'Stories from the shore', title: 'A door', place: 'Here; There' });
  });

  it('lists what is left over with its line', () => {
    expect(
      storyFromPieces(
        pieces(
          { kind: 'heading', text: 'H' },
          { kind: 'plain', text: 'P' },
          { kind: 'unrecognised', text: 'U' },
        ),
      ).unrecognised,
    ).toEqual([
      { text: 'P', line: 2 },
      { text: 'U', line: 3 },
    ]);
  });

  it('puts the spelling of the byline first', () => {
    expect(
      storyFromPieces(pieces({ kind: 'narrator', text: 'Ana', organizations: ['A', 'B'] }))
        .narrators,
    ).toEqual([{ name: 'Ana', role: null, organization: 'A', organizationAlso: ['B'] }]);
  });
});
