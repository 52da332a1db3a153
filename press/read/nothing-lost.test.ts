import { readdir, readFile } from 'node:fs/promises';
import type { Reading } from '@alongside/practice';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asDocx, asHtml, asMarkdown, asPdf, asText, englishWords } from '../examples/forms.ts';
import { inventedStory } from '../examples/invented.ts';
import { isRefusal, readDocument } from '../index.ts';

const shared = new URL('../../../shared/', import.meta.url);
const encoder = new TextEncoder();

async function reading(bytes: Uint8Array, name: string): Promise<Reading> {
  const result = await readDocument(bytes, { name });
  if (isRefusal(result)) throw new Error(result.type);
  return result;
}

/** Characters of the document that no piece covers, and pieces with letters that their places lack. */
function lostOrInvented({ document, pieces }: Reading): string[] {
  const wrong: string[] = [];
  const covered = document.lines.map((line) => new Uint8Array(line.length));
  for (const { places } of pieces) {
    for (const { line, from, to } of places) covered[line - 1]?.fill(1, from, to);
  }
  for (const [index, line] of document.lines.entries()) {
    for (let at = 0; at < line.length; at += 1) {
      if (!covered[index]?.[at] && /\S/.test(line[at] ?? '')) wrong.push(`lost ${index + 1}:${at}`);
    }
  }
  for (const { id, kind, text, places } of pieces) {
    const own = places
      .map(({ line, from, to }) => document.lines[line - 1]?.slice(from, to))
      .join(' ');
    let at = 0;
    for (const letter of text.replace(/\s/g, '')) {
      at = own.indexOf(letter, at) + 1;
      if (at === 0) {
        wrong.push(`invented ${kind} ${id}`);
        break;
      }
    }
  }
  return wrong;
}

const piece = fc.oneof(
  fc.constantFrom(
    'Takeaways',
    'Your Turn',
    'Introduction',
    'Guiding questions',
    'Aprendizajes',
    'الخلاصات',
    '1. One thing.',
    '2. Another.',
    '01 Third',
    '03',
    '- an item',
    '> “quoted words here”',
    '— Someone',
    '# Title',
    '---',
    '(#)',
    'Welcome, featuring Ana Sol, the director of Casa Uno, and Bo Li, an organizer at Dos.',
    'Ana Sol, Casa Uno, Town',
    '"One half," she says. "The other half."',
    'Ana asks some guiding questions: Who? What? Why?',
    '[label](#) and [more](http://x.y "t")',
    '**bold',
    'words** and *more* _of_ it',
    'partners including groups like the A (AB) - C, D, and E.',
    '•',
    '٣. شيء',
    '\u200b',
    'a\u00adb',
  ),
  fc
    .string({ unit: 'grapheme', maxLength: 40 })
    .map((text) => text.replace(/[\p{Cc}\p{Cs}\u202a-\u202e\u2066-\u2069]/gu, '')),
  fc.lorem({ maxCount: 30 }),
);
const text = fc
  .array(fc.tuple(piece, fc.constantFrom('\n', '\n\n', '\n\n\n', ' ', '\r\n', '\f\n')), {
    minLength: 1,
    maxLength: 24,
  })
  .map((parts) => parts.map(([words, end]) => words + end).join(''));

describe('nothing is dropped and nothing invented', () => {
  for (const name of ['a.txt', 'a.md', 'a.html']) {
    it(`whatever stands in ${name}`, async () => {
      await fc.assert(
        fc.asyncProperty(text, async (body) => {
          const page = name.endsWith('html')
            ? body
                .split('\n')
                .map((line) => `<p>${line}</p>`)
                .join('')
            : body;
          const result = await readDocument(encoder.encode(page), { name });
          if (isRefusal(result)) {
            expect(['Empty', 'NoText', 'Truncated', 'DeclaresEntities', 'TooDeep']).toContain(
              result.type,
            );
          } else expect(lostOrInvented(result)).toEqual([]);
        }),
        { numRuns: 150 },
      );
    });
  }

  it('in every form of the invented story', async () => {
    const words = englishWords(inventedStory);
    for (const [name, bytes] of [
      ['a.txt', encoder.encode(asText(words))],
      ['a.md', encoder.encode(asMarkdown(words))],
      ['a.html', encoder.encode(asHtml(words))],
      ['a.docx', await asDocx(words)],
      ['a.pdf', await asPdf(words, 1)],
      ['b.pdf', await asPdf(words, 2)],
    ] as const) {
      expect([name, lostOrInvented(await reading(bytes, name))]).toEqual([name, []]);
    }
  });
});

const udhr = await readdir(new URL('data/udhr/', shared)).catch(() => []);
const pages = udhr.filter((name) => name.endsWith('.html'));

describe.skipIf(pages.length === 0)(
  'seventeen languages, left out where ../shared is absent',
  () => {
    for (const name of pages) {
      it(`${name} is no story, keeps every letter, language and direction`, async () => {
        const bytes = new Uint8Array(await readFile(new URL(`data/udhr/${name}`, shared)));
        const source = new TextDecoder().decode(bytes);
        const result = await reading(bytes, name);
        expect(result.isStory).toBe(false);
        expect(new Set(result.pieces.map(({ kind }) => kind))).toEqual(new Set(['unrecognised']));
        expect(result.document.language).toBe(/ lang="([^"]+)"/.exec(source)?.[1]);
        expect(result.document.direction).toBe(/ dir="([^"]+)"/.exec(source)?.[1]);
        expect(lostOrInvented(result)).toEqual([]);
        const letters = (words: string) => words.normalize('NFC').replace(/\s/g, '');
        const body = source
          .slice(source.indexOf('<body'))
          .replace(/<[^>]*>/g, '')
          .replace(/&#x26;/g, '&');
        expect(letters(result.pieces.map((one) => one.text).join(''))).toBe(letters(body));
        const plain = await reading(encoder.encode(result.document.lines.join('\n\n')), 'a.txt');
        expect(plain.document.direction).toBe(result.document.direction);
        expect(plain.document.language.split('-')[0]).toBe(result.document.language.split('-')[0]);
      });
    }
  },
);

const nasty = await readFile(new URL('data/nasty/blns.json', shared), 'utf8').catch(
  () => undefined,
);

it.skipIf(nasty === undefined)(
  'strings that break software break nothing here (left out where ../shared is absent)',
  async () => {
    for (const one of JSON.parse(nasty ?? '[]') as string[]) {
      for (const name of ['a.txt', 'a.md', 'a.html']) {
        const result = await readDocument(
          encoder.encode(`Takeaways\n\n1. ${one}\n\n${one}\n\nYour Turn\n\n${one}?`),
          { name },
        );
        if (!isRefusal(result)) expect(lostOrInvented(result)).toEqual([]);
      }
    }
  },
);
