/**
 * A document's blocks as the pieces of a story. Recognition is by structure and by the words of the
 * rule files; no model, no network. A document without takeaways, prompts or guiding questions is no
 * story: all of it is left over, as it came.
 */
import type { Piece, PieceKind, Reading } from '@alongside/practice';
import { type Flow, placesOf, sliceFlow } from '../flow.ts';
import { directionOf, languageOf } from '../language.ts';
import { rulesFor } from '../rules/headings.ts';
import type { Rules } from '../rules/rules.ts';
import type { Block, Source } from '../source.ts';
import { coverAll } from './cover.ts';
import { append, blockDraft, type Draft, flowDraft, leftOver } from './drafts.ts';
import { attributed, pullQuote, readFront } from './front.ts';
import { mend } from './mend.ts';
import { campaignsIn, partnersIn } from './named.ts';
import { type Told, toldOf } from './names.ts';
import { narratorCalled, saidIn, wholeQuotation, wordsOfStatement } from './quotes.ts';
import { type Placed, placeBlocks } from './sections.ts';
import { question, questionsOf } from './sentences.ts';
import { numberOf, titlesOf } from './takeaways.ts';

export function recognise(source: Source): Reading {
  const language = languageOf(source);
  const rules = rulesFor(language);
  const placed = placeBlocks(mend(source.blocks), rules);
  const found = piecesOf(placed, rules, source.lines);
  const isStory = found.some(({ kind }) => storyKinds.has(kind));
  const drafts = isStory
    ? found
    : source.blocks.map((block) => leftOver(block, source.lines, 'not-placed'));
  const covered = coverAll(drafts, source.lines);
  return {
    document: {
      format: source.format,
      language,
      direction: directionOf(source, language),
      lines: source.lines,
      ...(source.encoding !== undefined && { encoding: source.encoding }),
      ...leftOutOf(source, found),
    },
    pieces: inOrder(covered),
    isStory,
  };
}

/** What was left out; a page's name for its tab counts only where the story does not say the same. */
function leftOutOf({ leftOut = [], tabTitle }: Source, found: readonly Draft[]) {
  const names = found.filter(({ kind }) => kind === 'title' || kind === 'series');
  const said = tabTitle === undefined || names.some(({ text }) => repeats(tabTitle, text));
  if (said) return leftOut.length > 0 ? { leftOut } : {};
  const others = leftOut.filter(({ what }) => what !== 'hidden');
  const hidden = leftOut.find(({ what }) => what === 'hidden')?.count ?? 0;
  return { leftOut: [{ what: 'hidden' as const, count: hidden + 1 }, ...others] };
}

/** The same words, or the same and the name of the site: "The Long Table | Example Stories". */
function repeats(tabTitle: string, name: string): boolean {
  const [all, wanted] = [bareWords(tabTitle), bareWords(name)];
  return all === wanted || (wanted.includes(' ') && ` ${all} `.includes(` ${wanted} `));
}

function bareWords(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim();
}

const storyKinds: ReadonlySet<PieceKind> = new Set(['takeaway', 'prompt', 'guiding-question']);

/** Pieces by where they begin; what holds another comes before it. */
function inOrder(drafts: readonly Draft[]): Piece[] {
  const at = ({ places }: Draft) => places[0] ?? { line: 0, from: 0 };
  return drafts
    .map((draft, index) => ({ draft, index }))
    .sort(
      (a, b) =>
        at(a.draft).line - at(b.draft).line ||
        at(a.draft).from - at(b.draft).from ||
        a.index - b.index,
    )
    .map(({ draft }, index) => ({ id: `p${index + 1}`, ...draft }));
}

/** A title page has some ten lines; what is longer is no front. */
const longestFront = 60;

/** A running head that carries the series is the series, where nothing else is. */
function piecesOf(placed: readonly Placed[], rules: Rules, lines: readonly string[]): Draft[] {
  const plain = placed.filter(({ as }) => as === undefined);
  const before = plain.filter(({ part }) => part === 'front').map(({ block }) => block);
  const front = before.slice(0, longestFront);
  const introduction = plain.filter(({ part }) => part === 'introduction' || part === 'guiding');
  const told = tellers(
    introduction.map(({ block }) => block.flow),
    front,
    rules,
  );
  const drafts = readFront(front, told, rules, lines);
  for (const block of before.slice(longestFront)) drafts.push(leftOver(block, lines, 'not-placed'));
  let series = drafts.some(({ kind }) => kind === 'series');
  const narrators = drafts.filter(({ kind }) => kind === 'narrator').map(({ text }) => text);
  for (const { block, as } of placed) {
    if (as === 'heading') drafts.push(blockDraft('heading', block));
    if (as === 'repeated') drafts.push(leftOver(block, lines, 'repeated-heading'));
    if (as === 'furniture') {
      const isSeries =
        !series && block.flow.text.length < 160 && rules.series.test(block.flow.text);
      series ||= isSeries;
      drafts.push(
        isSeries ? blockDraft('series', block) : leftOver(block, lines, 'page-furniture'),
      );
    }
    for (const remain of block.remains ?? []) {
      drafts.push(flowDraft('unrecognised', remain, { reason: 'link-remains' }));
    }
  }
  append(drafts, introductionPieces(placed, rules));
  const level = placed.find(({ part, as }) => part === 'takeaways' && as === 'heading')?.block
    .level;
  append(drafts, takeawayPieces(plain, level, narrators, rules, lines));
  append(
    drafts,
    promptPieces(
      plain.filter(({ part }) => part === 'prompts').map(({ block }) => block),
      lines,
    ),
  );
  for (const { block, part } of plain) {
    if (part === 'after') drafts.push(pullQuote(block) ?? leftOver(block, lines, 'not-placed'));
  }
  return drafts.map((draft) => withFullName(draft, narrators));
}

/** Those whom the introduction presents, and those of the byline whom it names later. */
function tellers(introduction: readonly Flow[], front: readonly Block[], rules: Rules): Told[] {
  for (const flow of introduction.slice(0, 6)) {
    const told = toldOf(flow, [], rules);
    if (told.length > 0) return told;
  }
  const byline = readFront(front, [], rules, []).filter(({ kind }) => kind === 'narrator');
  const names = byline.map(({ text }) => text);
  for (const flow of introduction) {
    const told = toldOf(flow, names, rules).filter(({ name }) => names.includes(name));
    if (told.length > 0) return told;
  }
  return [];
}

function introductionPieces(placed: readonly Placed[], rules: Rules): Draft[] {
  const drafts: Draft[] = [];
  for (const { block, part, as } of placed) {
    if (as === 'lead' && part === 'takeaways') drafts.push(blockDraft('heading', block));
    if (as === 'lead' && part === 'prompts') drafts.push(blockDraft('heading', block));
    if (part === 'guiding' && (as === undefined || as === 'lead')) {
      append(drafts, guidingPieces(block));
    } else if (part === 'introduction' && as === undefined) {
      const last = drafts.at(-1);
      const said = attributed(block, last);
      if (said) drafts[drafts.length - 1] = said;
      else append(drafts, introductionPiece(block, rules));
    }
  }
  return drafts;
}

function introductionPiece(block: Block, rules: Rules): Draft[] {
  const quoted = pullQuote(block);
  if (quoted) return [quoted];
  if (block.setApart) return [blockDraft('pull-quote', block)];
  if (block.level !== undefined) return [blockDraft('heading', block)];
  return [
    blockDraft('introduction', block),
    ...campaignsIn(block.flow, rules).map((flow) => flowDraft('campaign', flow)),
    ...partnersIn(block.flow, rules).map((flow) => flowDraft('partner', flow)),
  ];
}

/** A lead-in is introduction; the questions after it, or in the same paragraph, are the guiding ones. */
function guidingPieces(block: Block): Draft[] {
  const { flow } = block;
  if (!question.test(flow.text)) return [blockDraft('introduction', block)];
  const colon = /[:：]\s+(?=[^\s])/.exec(flow.text);
  if (colon && !question.test(flow.text.slice(0, colon.index))) {
    const lead = sliceFlow(flow, 0, colon.index + 1);
    const asked = questionsOf(flow, colon.index + colon[0].length);
    if (asked.length > 1 || flow.text.length > 120) {
      return [
        flowDraft('introduction', lead),
        ...asked.map((one) => flowDraft('guiding-question', one)),
      ];
    }
  }
  return [questionPiece('guiding-question', block)];
}

/** A question without the number that its list gave it. */
function questionPiece(kind: PieceKind, block: Block): Draft {
  return blockDraft(kind, block, { text: numberOf(block)?.rest.text ?? block.flow.text });
}

function takeawayPieces(
  plain: readonly Placed[],
  level: number | undefined,
  narrators: readonly string[],
  rules: Rules,
  lines: readonly string[],
): Draft[] {
  const inside = plain
    .filter(({ part }) => part === 'takeaways')
    .map(({ block, afterBreak }) => ({ block, afterBreak: afterBreak === true }));
  const titles = titlesOf(inside, level, rules);
  const all = plain.map(({ block }) => block.flow.text).join('\n');
  const drafts: Draft[] = [];
  let last: string | null = null;
  let begun = false;
  let compared = 0;
  for (const [at, { block }] of inside.entries()) {
    const title = titles.get(at);
    if (title) {
      begun = true;
      const more = title.number === undefined ? {} : { number: title.number };
      drafts.push(
        title.body
          ? flowDraft('takeaway', title.flow, more)
          : blockDraft('takeaway', block, { ...more, text: title.flow.text }),
      );
      if (!title.body) continue;
    } else if (!begun) {
      const heads = block.flow.text.endsWith(':') || titles.size > 0;
      drafts.push(
        pullQuote(block) ??
          (heads ? blockDraft('heading', block) : leftOver(block, lines, 'not-placed')),
      );
      continue;
    }
    const flow = title?.body ?? block.flow;
    const whole = wholeQuotation(flow);
    const twice = whole !== undefined && compared < 50 && standsTwice(whole.inner.text, all);
    if (whole) compared += 1;
    if (whole && (twice || block.setApart === 'aside')) {
      drafts.push(pullQuote(block) ?? blockDraft('pull-quote', block));
      continue;
    }
    const said = attributedQuote(block, drafts.at(-1));
    if (said) {
      drafts[drafts.length - 1] = said;
      drafts.push(blockDraft('paragraph', block));
      continue;
    }
    drafts.push(title?.body ? flowDraft('paragraph', flow) : blockDraft('paragraph', block));
    if (whole) {
      const speaker = whole.by?.text ?? (narrators.length === 1 ? narrators[0] : last);
      drafts.push(flowDraft('quote', whole.inner, speaker ? { speaker } : {}));
      continue;
    }
    for (const one of saidIn(flow, { rules, narrators, last })) {
      drafts.push({
        kind: 'quote',
        text: wordsOfStatement(one.halves),
        places: one.halves.flatMap(placesOf),
        ...(one.speaker !== null && { speaker: one.speaker }),
      });
      last = one.speaker ?? last;
    }
  }
  return drafts;
}

/** A quotation set large repeats words of the text. */
function standsTwice(quotation: string, text: string): boolean {
  const words = quotation.replace(/[.,]$/, '');
  return text.indexOf(words) !== text.lastIndexOf(words);
}

/** A "— Name" on its own after a paragraph that is one quotation says who said it. */
function attributedQuote(block: Block, draft: Draft | undefined): Draft | undefined {
  const dash = /^[—–―]\s*/.exec(block.flow.text);
  if (!dash || draft?.kind !== 'quote' || block.flow.text.length > 100) return undefined;
  return { ...draft, speaker: block.flow.text.slice(dash[0].length) };
}

function promptPieces(blocks: readonly Block[], lines: readonly string[]): Draft[] {
  const asks = blocks.map(
    (block) =>
      question.test(block.flow.text) || block.item !== undefined || numberOf(block) !== undefined,
  );
  const first = asks.indexOf(true);
  const last = asks.lastIndexOf(true);
  return blocks.map((block, at) => {
    const quoted = pullQuote(block);
    if (quoted && !block.item) return quoted;
    if (first < 0 || at > last) return leftOver(block, lines, 'not-placed');
    if (at < first) return blockDraft('heading', block);
    return questionPiece('prompt', block);
  });
}

/** Who says a quotation, by the full name where a narrator is meant. */
function withFullName(draft: Draft, narrators: readonly string[]): Draft {
  if (draft.speaker === undefined) return draft;
  const name = draft.speaker.split(/\s*[,،]/)[0] ?? draft.speaker;
  const speaker = narratorCalled(name, narrators);
  return speaker === undefined ? draft : { ...draft, speaker };
}
