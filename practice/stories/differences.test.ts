import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { differences } from './differences.ts';
import type { Piece } from './piece.ts';
import { wordChanges } from './word-changes.ts';

const piece = (id: string, text = id, more: Partial<Piece> = {}): Piece => ({
  id,
  kind: 'paragraph',
  text,
  places: [],
  ...more,
});

describe('wordChanges', () => {
  it('tells both texts whole', () => {
    const text = fc.array(fc.constantFrom('rent', 'heat', ' ', 'door', 'نحن', '，團結'), {
      maxLength: 20,
    });
    fc.assert(
      fc.property(text, text, (one, other) => {
        const [before, after] = [one.join(''), other.join('')];
        const changes = wordChanges(before, after);
        const without = (type: string) =>
          changes
            .filter((change) => change.type !== type)
            .map((change) => change.text)
            .join('');
        expect(without('came')).toBe(before);
        expect(without('went')).toBe(after);
      }),
      { numRuns: 200 },
    );
  });

  it('tells words changed side by side as one change', () => {
    expect(wordChanges('at the kitchen table.', 'at the front door.')).toEqual([
      { type: 'stayed', text: 'at the ' },
      { type: 'went', text: 'kitchen table' },
      { type: 'came', text: 'front door' },
      { type: 'stayed', text: '.' },
    ]);
  });

  it('tells only the words that changed', () => {
    expect(wordChanges('We knock on doors.', 'We knock on every door.')).toEqual([
      { type: 'stayed', text: 'We knock on ' },
      { type: 'went', text: 'doors' },
      { type: 'came', text: 'every door' },
      { type: 'stayed', text: '.' },
    ]);
  });
});

describe('differences', () => {
  it('finds none between a list and itself, and one moved piece as one move', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 12 }), fc.nat(11), fc.nat(11), (count, from, to) => {
        const before = Array.from({ length: count }, (_, at) => piece(`p${at}`));
        expect(differences(before, before)).toEqual([]);
        const after = [...before];
        const [moved] = after.splice(from % count, 1);
        if (moved) after.splice(to % count, 0, moved);
        const found = differences(before, after);
        expect(found.length).toBeLessThanOrEqual(1);
        expect(found.every((difference) => difference.type === 'Moved')).toBe(true);
      }),
    );
  });

  it('tells what was put in, taken out, reworded and credited, in the order of reading', () => {
    const before = [piece('a'), piece('b', 'The heat was off.'), piece('c')];
    const after = [
      piece('a', 'a', { kind: 'quote', speaker: 'Ruth' }),
      piece('b', 'The heat was on.'),
      piece('d'),
    ];
    expect(differences(before, after).map(({ type, piece: { id } }) => [type, id])).toEqual([
      ['OtherKind', 'a'],
      ['OtherSpeaker', 'a'],
      ['Reworded', 'b'],
      ['TakenOut', 'c'],
      ['PutIn', 'd'],
    ]);
  });
});
