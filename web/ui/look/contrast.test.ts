/**
 * Feature 35: words can be read on whatever they stand on (WCAG 1.4.3, 4.5:1), and the edges of what is
 * used can be seen (1.4.11, 3:1), in light and in dark. Counted from the tokens, over every pair that
 * the style sheets can bring together.
 */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const web = join(import.meta.dirname, '../..');
const tokens = readFileSync(join(import.meta.dirname, 'tokens.css'), 'utf8');
const sheets = globSync('{app,rooms,ui}/**/*.css', { cwd: web }).map((file) =>
  readFileSync(join(web, file), 'utf8'),
);

/** Each colour as `#rrggbb`, first in light, then in dark. */
const colours = new Map(
  [...tokens.matchAll(/--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = '', light = '', dark = '']) => [name, { light, dark }] as const,
  ),
);

/** The tokens that style sheets use for a property, without repeats. */
function usedAs(property: RegExp): readonly string[] {
  const found = new Set<string>();
  const use = new RegExp(`(?<![\\w-])(?:${property.source})\\s*:[^;{}]*?var\\(--([\\w-]+)\\)`, 'g');
  for (const sheet of sheets)
    for (const [, name = ''] of sheet.matchAll(use)) if (colours.has(name)) found.add(name);
  return [...found].sort();
}

/** WCAG 2.2, "contrast ratio" and "relative luminance". */
function contrast(one: string, other: string): number {
  const [bright = 0, dim = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}

function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Which grounds an ink stands on. What is on none of these lists fails below. */
const grounds = ['paper', 'raised', 'teal-wash', 'marigold-wash', 'clay-wash'];
const pairs: Readonly<Record<string, readonly string[]>> = {
  ink: grounds,
  'ink-quiet': grounds,
  teal: grounds,
  'teal-deep': grounds,
  marigold: grounds,
  clay: grounds,
  leaf: grounds,
  plum: grounds,
  'on-teal': ['teal', 'teal-deep'],
  // The line that offers Undo is printed the other way round.
  paper: ['ink'],
};

describe.each(['light', 'dark'] as const)('in %s', (theme) => {
  const of = (name: string) => colours.get(name)?.[theme] ?? '';

  it.each(Object.entries(pairs))('%s can be read on everything it stands on', (ink, under) => {
    for (const ground of under)
      expect(contrast(of(ink), of(ground)), `${ink} on ${ground}`).toBeGreaterThanOrEqual(4.5);
  });

  it('the edges of fields, the ring of focus and the marks of choices can be seen', () => {
    for (const edge of ['edge', 'teal', 'clay'])
      for (const ground of ['paper', 'raised'])
        expect(contrast(of(edge), of(ground)), `${edge} on ${ground}`).toBeGreaterThanOrEqual(3);
  });
});

it('no style sheet colours words or grounds with a token that is on no list', () => {
  const inks = new Set(Object.keys(pairs));
  expect(usedAs(/color/).filter((name) => !inks.has(name))).toEqual([]);
  const under = new Set(Object.values(pairs).flat());
  expect(usedAs(/background(?:-color)?/).filter((name) => !under.has(name))).toEqual([]);
});

it('no style sheet has a colour of its own', () => {
  const own = sheets.flatMap((sheet) =>
    [
      ...sheet.matchAll(
        /(?<![\w-])(?:color|background(?:-color)?)\s*:\s*[^;]*(#[0-9a-f]{3,8}|\brgba?\(|\bhsla?\()/g,
      ),
    ].map(([found]) => found),
  );
  expect(own).toEqual(['background: rgb(']);
});
