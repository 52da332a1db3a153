import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Piece } from '../stories/piece.ts';
import { proposalsFromStory, tiesInStory } from './proposals-from-story.ts';

const paragraph = (text: string, line = 1): Piece => ({
  id: `p${line}`,
  kind: 'paragraph',
  text,
  places: [{ line, from: 0, to: text.length }],
});

const story = (...texts: string[]) => ({
  id: 'story',
  pieces: texts.map((text, at) => paragraph(text, at + 1)),
});

const said = (texts: string[], language = 'en') =>
  tiesInStory(story(...texts), language).map(
    ({ from, to, kind }) => `${from.name} ${kind} ${to.name}`,
  );

function ids(): () => string {
  let next = 0;
  return () => `id-${next++}`;
}

describe('tiesInStory', () => {
  it('finds what one sentence says of an issue and communities, with its line', () => {
    const text = 'They stood with Muslim, South Asian, and Arab communities facing hate violence.';
    const ties = tiesInStory(story('Nothing here.', text), 'en');
    expect(ties.map((tie) => tie.to.name)).toEqual([
      'Muslim communities',
      'South Asian communities',
      'Arab communities',
    ]);
    expect(ties[0]).toMatchObject({
      kind: 'reaches',
      from: { name: 'hate violence', kind: 'issue' },
      why: text,
      source: { story: 'story', piece: 'p2', line: 2 },
    });
  });

  it('finds who does it', () => {
    expect(said(['We work to end surveillance by local law enforcement.'])).toEqual([
      'surveillance done-by local law enforcement',
    ]);
  });

  it('joins nothing across two sentences', () => {
    expect(said(['We work against evictions. Landlords came too.'])).toEqual([]);
  });

  it('reads Spanish and Arabic sentences', () => {
    expect(said(['Los desalojos golpean a las familias inmigrantes.'], 'es')).toEqual([
      'desalojos reaches familias inmigrantes',
    ]);
    expect(said(['وصل الإخلاء إلى العائلات اللاجئة في الحي.'], 'ar')).toEqual([
      'الإخلاء reaches العائلات اللاجئة',
    ]);
  });

  it('proposes at most eight, from as many sentences as it can', () => {
    const many = Array.from(
      { length: 12 },
      (_, at) => `Evictions ${at} and raids reach Harbor${'abcdefghijkl'[at]} families.`,
    );
    const ties = tiesInStory(story(...many), 'en');
    expect(ties).toHaveLength(8);
    expect(new Set(ties.map((tie) => tie.source.line)).size).toBe(8);
  });
});

describe('proposalsFromStory', () => {
  it('writes a tie as proposed, and does not propose it twice', () => {
    const told = story('Surveillance by the police reaches Harbor families.');
    const first = proposalsFromStory(told, 'en', { issues: [], ties: [] }, ids());
    expect(
      first.filter((change) => change.field === 'state').map((change) => change.value),
    ).toEqual(['proposed', 'proposed']);
    const value = (record: string, field: string) =>
      first.find((change) => change.record === record && change.field === field)?.value as string;
    const records = [...new Set(first.map((change) => change.record))];
    const known = {
      issues: records
        .filter((id) => value(id, 'name'))
        .map((id) => ({ id, name: value(id, 'name') })),
      ties: records
        .filter((id) => value(id, 'from'))
        .map((id) => ({ from: value(id, 'from'), to: value(id, 'to') })),
    };
    expect(proposalsFromStory(told, 'en', known, ids())).toEqual([]);
  });

  it('says nothing that the story does not say', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'Surveillance ',
            'the police ',
            'Harbor families ',
            'raids. ',
            'Muslim, Arab communities ',
            '\ud800',
            'and ',
          ),
        ),
        (words) => {
          const text = words.join('');
          for (const tie of tiesInStory(story(text), 'en')) {
            for (const word of `${tie.from.name} ${tie.to.name}`.split(' ')) {
              expect(text).toContain(word);
            }
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});
