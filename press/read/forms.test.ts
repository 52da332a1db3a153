import { readFile } from 'node:fs/promises';
import { type Story, storyFromPieces } from '@alongside/practice';
import { describe, expect, it } from 'vitest';
import { asDocx, asHtml, asMarkdown, asPdf, asText, englishWords } from '../examples/forms.ts';
import { inventedStory } from '../examples/invented.ts';
import { isRefusal, readDocument } from '../index.ts';

const source = await readFile(
  new URL('../../../shared/stories/zahra-billoo.txt', import.meta.url),
).catch(() => undefined);

async function read(bytes: Uint8Array | string, name: string): Promise<Story> {
  const result = await readDocument(
    typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes,
    { name },
  );
  if (isRefusal(result)) throw new Error(result.type);
  expect(result.isStory).toBe(true);
  return storyFromPieces(result.pieces);
}

/** What feature 7 asks for; what is left over differs with the layout. */
function told({ unrecognised: _, ...story }: Story) {
  return story;
}

const forms = (story: Story): [string, string, () => string | Promise<Uint8Array>][] => {
  const words = englishWords(story);
  return [
    ['text', 'a.txt', () => asText(words)],
    ['Markdown', 'a.md', () => asMarkdown(words)],
    ['a web page', 'a.html', () => asHtml(words)],
    ['DOCX', 'a.docx', () => asDocx(words)],
    ['a PDF of one column', 'a.pdf', () => asPdf(words, 1)],
    ['a PDF of two columns', 'a.pdf', () => asPdf(words, 2)],
  ];
};

describe('one story in every form', () => {
  for (const [form, name, make] of forms(inventedStory)) {
    it(`reads the invented story from ${form}`, async () => {
      const story = await read(await make(), name);
      expect(told({ ...story, pullQuotes: story.pullQuotes.slice(0, 1) })).toEqual(
        told(inventedStory),
      );
    });
  }
});

describe.skipIf(source === undefined)(
  'the source story, left out where ../shared is absent',
  async () => {
    const original = source
      ? await read(new Uint8Array(source), 'zahra-billoo.txt')
      : inventedStory;
    for (const [form, name, make] of forms({
      ...original,
      title: original.title ?? 'Freer Together',
    })) {
      it(`gives the same from ${form}`, async () => {
        const story = await read(await make(), name);
        expect(told({ ...story, pullQuotes: story.pullQuotes.slice(0, 1), title: null })).toEqual(
          told(original),
        );
      });
    }
  },
);
