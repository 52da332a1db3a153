import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../stories/piece.ts';
import { partnersFromStory } from './partners-from-story.ts';

const partner = (id: string, text: string, line = 1): Piece => ({
  id,
  kind: 'partner',
  text,
  places: [{ line, from: 0, to: text.length }],
});

function ids(): () => string {
  let next = 0;
  return () => `id-${next++}`;
}

describe('partnersFromStory', () => {
  it('writes down each partner once, with its line', () => {
    const story = {
      id: 'story',
      pieces: [partner('a', 'Harbor Tenants', 4), partner('b', 'HARBOR  Tenants', 9)],
    };
    expect(partnersFromStory(story, [], ids())).toEqual([
      { table: 'partners', record: 'id-0', field: 'name', value: 'Harbor Tenants' },
      {
        table: 'partners',
        record: 'id-0',
        field: 'from',
        value: { story: 'story', piece: 'a', line: 4 },
      },
    ]);
  });

  it('writes down only those that were chosen', () => {
    const pieces = [partner('a', 'Harbor Tenants'), partner('b', 'Lakeside Elders')];
    const chosen = partnersFromStory({ id: 'story', pieces }, [], ids(), new Set(['b']));
    expect(chosen.map(({ value }) => value)).toContain('Lakeside Elders');
    expect(chosen.map(({ value }) => value)).not.toContain('Harbor Tenants');
    expect(partnersFromStory({ id: 'story', pieces }, [], ids(), new Set())).toEqual([]);
  });

  it('leaves alone whom we know already', () => {
    const story = { id: 'story', pieces: [partner('a', 'Comité Río')] };
    expect(partnersFromStory(story, [{ name: 'comite rio' }], ids())).toEqual([]);
  });

  it('adds nothing when its own result is already written down', () => {
    fc.assert(
      fc.property(fc.array(fc.string()), (names) => {
        const story = { id: 's', pieces: names.map((name, at) => partner(`p${at}`, name)) };
        const once = partnersFromStory(story, [], ids());
        const known = once
          .filter((change) => change.field === 'name')
          .map((change) => ({ name: String(change.value) }));
        expect(partnersFromStory(story, known, ids())).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });
});
