/**
 * Walks the blocks once and says which part of the story each stands in. Headings and lead-in
 * sentences open parts; one that was seen before (at the top of the next page) is set aside, and
 * what it heads goes on where it was.
 */
import { plainForm, sectionOf } from '../rules/headings.ts';
import type { Rules, Section } from '../rules/rules.ts';
import type { Block } from '../source.ts';
import { wholeQuotation } from './quotes.ts';
import { question, wordCount } from './sentences.ts';
import { numberOf } from './takeaways.ts';

export type Part = Section | 'front' | 'after';

export interface Placed {
  readonly block: Block;
  readonly part: Part;
  readonly as?: 'heading' | 'lead' | 'repeated' | 'furniture';
  readonly afterBreak?: boolean;
}

export function placeBlocks(blocks: readonly Block[], rules: Rules): Placed[] {
  const placed: Placed[] = [];
  const seen = new Set<string>();
  let part: Part = 'front';
  let level: number | undefined;
  let afterBreak = false;
  let asked = false;
  // A takeaway before it is numbered, or headed below the part's own heading.
  let titled = false;
  for (const [at, block] of blocks.entries()) {
    const { text } = block.flow;
    if (block.furniture) {
      placed.push({ block, part, as: 'furniture' });
      continue;
    }
    const plain = wordCount(text) <= 30 ? plainForm(text) : '';
    const opens = openedBy(block, part, rules, blocks[at + 1]);
    if (opens) {
      if (seen.has(plain) || (opens.part === part && opens.as === 'heading' && !asked)) {
        placed.push({ block, part, as: 'repeated' });
        if (opens.part !== part && leadsBack(opens.part, blocks.slice(at + 1, at + 4)))
          part = opens.part;
        afterBreak = true;
        continue;
      }
      seen.add(plain);
      part = opens.part;
      asked = titled = false;
      if (opens.as === 'heading') level = block.level;
      placed.push({ block, part, as: opens.as });
      continue;
    }
    if (plain !== '' && seen.has(plain)) {
      placed.push({ block, part, as: 'repeated' });
      continue;
    }
    if (part === 'guiding' && !question.test(text) && (asked || !text.endsWith(':'))) {
      if (asked || placed.at(-1)?.as !== 'heading') part = 'introduction';
    }
    if (part === 'takeaways' || part === 'prompts') {
      const other = headsElsewhere(block, level, part === 'takeaways' && titled);
      if (other && numberOf(block) === undefined && !question.test(text)) part = 'after';
    }
    if (part === 'prompts' && block.level !== undefined && !question.test(text) && asked)
      part = 'after';
    if (part === 'front' && isProse(block)) part = 'introduction';
    asked ||= question.test(text) && (part === 'guiding' || part === 'prompts');
    if (part === 'takeaways') {
      asked = true;
      titled ||= numberOf(block) !== undefined || (block.level ?? 0) > (level ?? 6);
    }
    if (text.endsWith(':') && plain !== '') seen.add(plain);
    placed.push({ block, part, afterBreak });
    afterBreak = false;
  }
  return placed;
}

/** The part a block opens: as its heading, or as the sentence that leads into it. */
function openedBy(
  block: Block,
  part: Part,
  rules: Rules,
  next: Block | undefined,
): { part: Section; as: 'heading' | 'lead' } | undefined {
  const { text } = block.flow;
  const section = block.setApart === 'quotation' ? undefined : sectionOf(text);
  if (section) return { part: section, as: 'heading' };
  const lead = /[:：]\s*$/.test(text)
    ? text
    : /[:：]\s+\S/.test(text)
      ? text.slice(0, text.search(/[:：]\s/))
      : '';
  if (lead === '' || wordCount(lead) > 40) return undefined;
  const early = part === 'front' || part === 'introduction';
  const whole = lead === text;
  const asks = question.test(whole ? (next?.flow.text ?? '') : text.slice(lead.length));
  if (early && rules.leads.guiding.test(lead) && asks) return { part: 'guiding', as: 'lead' };
  if ((early || part === 'guiding') && whole && next && rules.leads.takeaways.test(lead)) {
    if (numberOf(next) !== undefined || next.level !== undefined)
      return { part: 'takeaways', as: 'lead' };
  }
  const told = part === 'takeaways' || early;
  if (told && whole && asks && rules.leads.prompts.test(lead) && part === 'takeaways') {
    return { part: 'prompts', as: 'lead' };
  }
  return undefined;
}

/** A heading above the part's, or beside it where the part's own titles are told from it: "## Partners". */
function headsElsewhere({ level }: Block, ofPart: number | undefined, titled: boolean): boolean {
  if (level === undefined || ofPart === undefined) return false;
  return level < ofPart || (titled && level === ofPart);
}

function leadsBack(part: Section, next: readonly Block[]): boolean {
  if (part === 'takeaways') return next.some((block) => numberOf(block) !== undefined);
  return part === 'prompts' && next.some((block) => question.test(block.flow.text));
}

/** Running text, rather than a title, a byline or a quotation that stands alone. */
function isProse(block: Block): boolean {
  const words = wordCount(block.flow.text);
  if (block.level !== undefined || wholeQuotation(block.flow)) return false;
  if (words > 40) return true;
  return words >= 9 && /[.!:؟。]["”»')]*$/.test(block.flow.text) && !/^[—–-]/.test(block.flow.text);
}
