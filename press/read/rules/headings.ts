/**
 * Which part of a story a heading opens. A heading is known by its words alone, in any of the
 * languages at once: headings are few and no word for one part means another elsewhere.
 */
import { arabic } from './ar.ts';
import { english } from './en.ts';
import { spanish } from './es.ts';
import type { Rules, Section } from './rules.ts';

/** Every language with a rule file; the first is used where nothing tells the language. */
export const allRules: readonly Rules[] = [english, spanish, arabic];

export function rulesFor(language: string): Rules {
  const base = language.split('-')[0];
  return allRules.find((rules) => rules.language === base) ?? english;
}

const sections: readonly Section[] = ['introduction', 'guiding', 'takeaways', 'prompts'];
const longestHeading = 80;

/** The part that a heading opens, or nothing where it opens none. */
export function sectionOf(heading: string): Section | undefined {
  if (heading.length > longestHeading + 20) return undefined;
  const plain = plainForm(heading);
  if (plain.length === 0 || plain.length > longestHeading) return undefined;
  for (const rules of allRules) {
    for (const section of sections) if (rules.headings[section].test(plain)) return section;
  }
  return undefined;
}

export function isHeading(line: string): boolean {
  return sectionOf(line) !== undefined;
}

/**
 * Words as headings are compared: lower-case, straight apostrophes, without marks, vowel signs or
 * what stands around them.
 */
export function plainForm(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u064b-\u0652\u0670\u0640\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad]/g, '')
    .replace(/[’‘ʼ]/g, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s*_#>|=~\-–—•·"“”«».:]+|[\s*_#|=~\-–—•·"“”«».:：]+$/g, '');
}
