import { readFile } from 'node:fs/promises';
import { type Story, storyFromPieces } from '@alongside/practice';
import { describe, expect, it } from 'vitest';
import { isRefusal, readDocument } from '../index.ts';

const text = await readFile(
  new URL('../../../shared/stories/zahra-billoo.txt', import.meta.url),
  'utf8',
).catch(() => undefined);

async function read(document: string | Uint8Array, name = 'story.txt'): Promise<Story> {
  const bytes = typeof document === 'string' ? new TextEncoder().encode(document) : document;
  const result = await readDocument(bytes, { name });
  if (isRefusal(result)) throw new Error(result.type);
  return storyFromPieces(result.pieces);
}

/** Lines broken at a width, also after the hyphens of words, as mail programs do. */
function wrapped(document: string, width: number): string {
  return document
    .split('\n')
    .map((line) => {
      const lines: string[] = [];
      let current = '';
      for (const part of line.match(/\S+?-(?=\p{L})|\S+\s*|\s+/gu) ?? []) {
        if (current !== '' && (current + part).trimEnd().length > width) {
          lines.push(current.trimEnd());
          current = '';
        }
        current += part;
      }
      return [...lines, current.trimEnd()].join('\n');
    })
    .join('\n');
}

describe.skipIf(text === undefined)(
  'the source story (feature 7), left out where ../shared is absent',
  () => {
    const source = text ?? '';

    it('fills every part with no correction by hand', async () => {
      const story = await read(source);
      expect(story.series).toMatch(
        /^Solidarity Stories from .* Islander Community Leaders, .* Table$/,
      );
      expect(story.title).toBeNull();
      expect(story.narrators).toEqual([
        {
          name: 'Zahra Billoo',
          role: 'executive director',
          organization: 'Council for American-Islamic Relations (CAIR)',
          organizationAlso: [
            'Council on American-Islamic Relations, San Francisco Bay area chapter (CAIR-SFBA)',
          ],
        },
      ]);
      expect(story.place).toBe('San Francisco Bay Area');
      expect(story.pullQuotes).toHaveLength(1);
      expect(
        story.introduction.map((paragraph) => paragraph.split(' ').slice(0, 2).join(' ')),
      ).toEqual(['Welcome to', 'Zahra shares', 'Zahra shared']);
      expect(story.campaigns).toHaveLength(1);
      expect(story.partners.map(({ name }) => name)).toEqual([
        'Asian Americans Advancing Justice (AAAJ) - Asian Law Caucus',
        'ACLU',
        'Anti-Police Terror Project',
        'Secure Justice',
        'National Center for Lesbian Rights',
        'National Lawyers Guild',
      ]);
      expect(story.guidingQuestions).toHaveLength(3);
      expect(
        story.takeaways.map(({ number, paragraphs, quotes }) => [
          number,
          paragraphs.length,
          quotes.length,
        ]),
      ).toEqual([
        [1, 2, 2],
        [2, 2, 2],
        [3, 2, 2],
        [4, 1, 1],
      ]);
      expect(
        new Set(story.takeaways.flatMap(({ quotes }) => quotes.map(({ speaker }) => speaker))),
      ).toEqual(new Set(['Zahra Billoo']));
      expect(story.prompts).toHaveLength(6);
      expect(story.unrecognised.map(({ line }) => line)).toEqual([15, 17, 43, 45, 59]);
    });

    it('joins the halves of a quotation with the full stop that the document sets between them', async () => {
      const quotes = (await read(source)).takeaways.flatMap((takeaway) => takeaway.quotes);
      const joins = quotes.map(
        ({ text }) =>
          / \w+[.,] (?:And from|By being|It needs to be relationship|I could|It's not any)/.exec(
            text,
          )?.[0],
      );
      expect(joins.filter(Boolean)).toEqual([
        ' eventually. And from',
        ' others. By being',
        ' transformative. It needs to be relationship',
        ' relationships. I could',
        " well. It's not any",
      ]);
    });

    const changed: [string, string | Uint8Array, string][] = [
      ['Windows line ends', source.replace(/\n/g, '\r\n'), 'a.txt'],
      ['a byte order mark', `\ufeff${source}`, 'a.txt'],
      ['letters taken apart', source.normalize('NFD'), 'a.txt'],
      ['the name of a Markdown file', source, 'a.md'],
      ['no name, as when pasted', source, ''],
      ['no blank lines', source.replace(/\n{2,}/g, '\n'), 'a.txt'],
      ['72 columns', wrapped(source, 72), 'a.txt'],
      ['72 columns of Markdown', wrapped(source, 72), 'a.md'],
      ['72 columns and no blank lines', wrapped(source, 72).replace(/\n{2,}/g, '\n'), 'a.txt'],
      ['no marks', source.replace(/\*\*/g, ''), 'a.txt'],
      [
        'no marks and no blank lines',
        source.replace(/\*\*/g, '').replace(/\n{2,}/g, '\n'),
        'a.txt',
      ],
      [
        'numbers that begin anew',
        source.replace('\n3. ', '\n1. ').replace('\n4. ', '\n2. '),
        'a.txt',
      ],
      ['numbers as 01', source.replace(/^(\d)\. /gm, '0$1 '), 'a.txt'],
      ['no numbers', source.replace(/^(\d)\. /gm, ''), 'a.txt'],
      ['curly quotes', source.replace(/"([^"\n]*)"/g, '“$1”').replace(/'/g, '’'), 'a.txt'],
      ['page breaks', source.replace(/\nTakeaways/g, '\n\fTakeaways'), 'a.txt'],
      [
        'UTF-16',
        new Uint8Array(
          [...`\ufeff${source}`].flatMap((one) => [
            one.charCodeAt(0) & 255,
            one.charCodeAt(0) >> 8,
          ]),
        ),
        'a.txt',
      ],
    ];
    for (const [how, document, name] of changed) {
      it(`is the same with ${how}`, async () => {
        const straight = (story: Story) =>
          JSON.parse(
            JSON.stringify({ ...story, unrecognised: [] })
              .replace(/[’‘]/g, "'")
              .replace(/[“”]/g, '\\"'),
          );
        expect(straight(await read(document, name))).toEqual(straight(await read(source)));
      });
    }

    it('is read in under 50 ms once warm', async () => {
      await read(source);
      const begun = performance.now();
      await read(source);
      expect(performance.now() - begun).toBeLessThan(50);
    });
  },
);
