import type { Piece, Reading } from '@alongside/practice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cardsOf } from './cards.ts';
import {
  accept,
  acceptAll,
  type Check,
  corrected,
  markWords,
  startCheck,
  step,
  takeBack,
  walk,
} from './check.ts';
import { marksOf } from './marks.ts';
import { segmentsOf } from './segments.ts';

const kinds = ['narrator', 'takeaway', 'quote', 'heading', 'unrecognised', 'plain'] as const;
const pieces = fc
  .array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 60 })
  .map((list): Piece[] => list.map((kind, at) => ({ id: `p${at}`, kind, text: kind, places: [] })));

const reading = (found: readonly Piece[]): Reading => ({
  document: { format: 'text', language: 'en', direction: 'ltr', lines: [] },
  pieces: found,
  isStory: true,
});

describe('checking a story', () => {
  it('saying yes again and again looks at every piece once and then is done', () => {
    fc.assert(
      fc.property(pieces, (found) => {
        let check: Check = startCheck(reading(found));
        const looked: string[] = [];
        while (check.at !== null) {
          looked.push(check.at);
          check = accept(check);
        }
        expect(looked).toEqual(walk(found).map((piece) => piece.id));
      }),
      { numRuns: 100 },
    );
  });

  it('walking forward and back never leaves the pieces', () => {
    const steps = fc.array(fc.constantFrom<1 | -1>(1, -1), { maxLength: 80 });
    fc.assert(
      fc.property(pieces, steps, (found, by) => {
        const order = walk(found).map((piece) => piece.id);
        let check = startCheck(reading(found));
        for (const one of by) {
          const was = check.at;
          check = step(check, one);
          const moved = order.indexOf(check.at ?? '') - order.indexOf(was ?? '');
          expect([one, 0]).toContain(moved);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('a correction can be taken back, and all of it can be right at once', () => {
    const found: Piece[] = [{ id: 'a', kind: 'plain', text: 'x', places: [] }];
    const check = startCheck(reading(found));
    const changed = corrected(check, [{ id: 'a', kind: 'quote', text: 'x', places: [] }], 'a');
    expect(changed.pieces[0]?.kind).toBe('quote');
    expect(takeBack(changed).pieces).toEqual(found);
    expect(acceptAll(check).at).toBeNull();
  });

  it('words that a person marks become a piece in their place, and can be taken back', () => {
    const place = (line: number, from: number) => ({ line, from, to: from + 5 });
    const found: Piece[] = [
      { id: 'a', kind: 'introduction', text: 'x', places: [place(1, 0)] },
      { id: 'b', kind: 'introduction', text: 'y', places: [place(4, 0)] },
    ];
    const words = { text: 'some words', places: [place(2, 3)] };
    const marked = markWords(startCheck(reading(found)), words, 'quote');
    expect(marked.pieces.map((piece) => piece.kind)).toEqual([
      'introduction',
      'quote',
      'introduction',
    ]);
    expect(marked.at).toBe('marked-1');
    expect(takeBack(marked).pieces).toEqual(found);
  });

  it('the cards of a phone hold every piece once, and what is left over comes last', () => {
    fc.assert(
      fc.property(pieces, (found) => {
        const cards = cardsOf(found);
        const held = cards.flatMap((card) => card.pieces.map((piece) => piece.id));
        expect(held).toEqual(walk(found).map((piece) => piece.id));
        expect(cards.slice(0, -1).every((card) => card.lead !== null)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});

describe('marks and segments', () => {
  it('every mark is different, and none is given to a heading', () => {
    fc.assert(
      fc.property(pieces, (found) => {
        const marks = marksOf(found);
        expect(new Set(marks.values()).size).toBe(marks.size);
        for (const piece of found) expect(marks.has(piece.id)).toBe(piece.kind !== 'heading');
      }),
      { numRuns: 50 },
    );
  });

  it('segments joined are the line, and each lies in exactly the pieces that cover it', () => {
    const span = fc.tuple(fc.nat(30), fc.nat(30));
    fc.assert(
      fc.property(fc.string({ maxLength: 25 }), fc.array(span, { maxLength: 6 }), (line, spans) => {
        const found = spans.map(
          ([one, other], at): Piece => ({
            id: `p${at}`,
            kind: 'quote',
            text: '',
            places: [{ line: 1, from: Math.min(one, other), to: Math.max(one, other) }],
          }),
        );
        const [segments = []] = segmentsOf([line], found);
        expect(segments.map((segment) => segment.text).join('')).toBe(line);
        let at = 0;
        for (const segment of segments) {
          const middle = at + segment.text.length / 2;
          const covering = found.filter(
            ({ places: [place] }) => place && place.from < middle && place.to > middle,
          );
          expect([...segment.pieces].sort()).toEqual(covering.map((piece) => piece.id).sort());
          at += segment.text.length;
        }
      }),
      { numRuns: 200 },
    );
  });

  it('the innermost piece comes last', () => {
    const found: Piece[] = [
      { id: 'quote', kind: 'quote', text: '', places: [{ line: 1, from: 5, to: 9 }] },
      { id: 'paragraph', kind: 'paragraph', text: '', places: [{ line: 1, from: 0, to: 12 }] },
    ];
    const [segments = []] = segmentsOf(['She: "Yes." .'], found);
    expect(segments[1]?.pieces).toEqual(['paragraph', 'quote']);
    expect(segments[1]?.starts).toEqual(['quote']);
  });
});
