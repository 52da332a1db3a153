import type { KeptPiece } from '@alongside/practice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chaptersOf, spokenParts } from './chapters.ts';

const piece = (kind: KeptPiece['kind'], text: string): KeptPiece => ({
  id: `${kind}:${text}`,
  kind,
  text,
  order: 'i',
  places: [],
});

describe('a booklet', () => {
  it('tells a quote once: in its paragraph, also where it was said in two halves', () => {
    const paragraph = piece(
      'paragraph',
      '“One boiler,” Maren says, “two names on the door.” Nobody asked.',
    );
    const quote = piece('quote', 'One boiler, two names on the door.');
    const halves = piece('quote', 'One boiler. Two names.');
    const [takeaway] = chaptersOf([piece('takeaway', 'Cold'), paragraph, quote, halves]).takeaways;
    expect(takeaway?.quotes).toEqual([quote, halves]);
    expect(takeaway?.parts).toContain(halves);
  });

  it('puts a sentence that ends in a colon before the questions it leads to', () => {
    const lead = piece('introduction', 'The Circle asks itself:');
    const chapters = chaptersOf([
      piece('introduction', 'It began in winter.'),
      lead,
      piece('guiding-question', 'Who is cold?'),
    ]);
    expect(chapters.questionsLead).toEqual(lead);
    expect(chapters.introduction).toHaveLength(1);
  });

  it('cuts a paragraph into told and said without losing a letter', () => {
    const text = 'She laughs. "We stayed," she says, "until it was warm." Then «we slept».';
    const parts = spokenParts(text, ['We stayed, until it was warm.', 'we slept']);
    expect(parts.map((part) => part.text).join('')).toBe(text);
    expect(parts.filter((part) => part.said).map((part) => part.text)).toContain('«we slept»');
    fc.assert(
      fc.property(fc.string(), fc.array(fc.string({ minLength: 1 })), (any, quotes) => {
        const cut = spokenParts(any, quotes);
        expect(cut.map((part) => part.text).join('')).toBe(any);
      }),
    );
  });
});
