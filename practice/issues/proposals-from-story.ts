/**
 * Ties that a story's own sentences speak of, as proposals for the map: "hate violence *reaches*
 * Muslim communities", with the sentence that says so and its line. Nothing is on the map until a
 * person keeps it. At most eight, spread over the story, so that they can be read in a minute.
 *
 * Leaves out: anything that no single sentence says, and every person.
 */
import { cleanLine, folded } from '../clean.ts';
import type { StorySource } from '../fields.ts';
import type { StoryPieces } from '../partners/partners-from-story.ts';
import type { PieceKind } from '../stories/piece.ts';
import type { Change } from '../stories/record.ts';
import { type Named, namedIn } from './glossary.ts';
import type { NodeKind, TieKind } from './tables.ts';

/** A tie that a sentence speaks of, before anything is written down. */
export interface TieProposal {
  readonly from: Named;
  readonly to: Named;
  readonly kind: TieKind;
  /** The sentence, as the story has it. */
  readonly why: string;
  readonly source: StorySource;
}

const proposalLimit = 8;
const told: ReadonlySet<PieceKind> = new Set([
  'introduction',
  'campaign',
  'paragraph',
  'quote',
  'pull-quote',
]);

/** The ties, in the order of the story. */
export function tiesInStory(story: StoryPieces, language: string): TieProposal[] {
  const bySentence: TieProposal[][] = [];
  const seen = new Set<string>();
  const segmenter = new Intl.Segmenter(language === 'und' ? 'en' : language, {
    granularity: 'sentence',
  });
  for (const piece of story.pieces) {
    if (!told.has(piece.kind)) continue;
    const source = { story: story.id, piece: piece.id, line: piece.places[0]?.line ?? 0 };
    for (const { segment } of segmenter.segment(piece.text)) {
      const ties = tiesInSentence(segment, language).filter((tie) => {
        const key = [tie.from.name, tie.to.name].map(folded).join('\n');
        return !seen.has(key) && seen.add(key);
      });
      if (ties.length > 0) {
        bySentence.push(ties.map((tie) => ({ ...tie, why: cleanLine(segment), source })));
      }
    }
  }
  // One of each sentence, then a second of each, until there are enough.
  const chosen = new Set<TieProposal>();
  for (let round = 0; chosen.size < proposalLimit; round++) {
    const left = bySentence.filter((ties) => round < ties.length);
    if (left.length === 0) break;
    for (const ties of left.slice(0, proposalLimit - chosen.size)) {
      const tie = ties[round];
      if (tie) chosen.add(tie);
    }
  }
  return bySentence.flat().filter((tie) => chosen.has(tie));
}

function tiesInSentence(sentence: string, language: string): Omit<TieProposal, 'why' | 'source'>[] {
  const named = namedIn(sentence, language);
  const of = (kind: NodeKind) => named.filter((node) => node.kind === kind);
  const pairs = (from: Named[], to: Named[], kind: TieKind) =>
    from.flatMap((first) => to.map((second) => ({ from: first, to: second, kind })));
  return [
    ...pairs(of('issue'), of('community'), 'reaches'),
    ...pairs(of('issue'), of('doer'), 'done-by'),
  ];
}

export interface KnownMap {
  readonly issues: readonly { readonly id: string; readonly name: string }[];
  readonly ties: readonly { readonly from: string | null; readonly to: string | null }[];
}

/**
 * Changes that write the proposals down: nodes that are not there yet, and ties in the state
 * *proposed*. A tie already written down, kept or left, is not proposed again.
 */
export function proposalsFromStory(
  story: StoryPieces,
  language: string,
  known: KnownMap,
  newId: () => string,
): Change[] {
  const nodes = new Map(known.issues.map((issue) => [folded(issue.name), issue.id]));
  const drawn = new Set(known.ties.map((tie) => `${tie.from} ${tie.to}`));
  const changes: Change[] = [];
  const nodeOf = ({ name, kind }: Named): string => {
    const there = nodes.get(folded(name));
    if (there) return there;
    const record = newId();
    nodes.set(folded(name), record);
    changes.push(
      { table: 'issues', record, field: 'name', value: name },
      { table: 'issues', record, field: 'kind', value: kind },
    );
    return record;
  };
  for (const tie of tiesInStory(story, language)) {
    const [from, to] = [nodeOf(tie.from), nodeOf(tie.to)];
    if (drawn.has(`${from} ${to}`)) continue;
    drawn.add(`${from} ${to}`);
    const record = newId();
    const fields = {
      from,
      to,
      kind: tie.kind,
      why: tie.why,
      state: 'proposed',
      source: { ...tie.source },
    };
    for (const [field, value] of Object.entries(fields)) {
      changes.push({ table: 'ties', record, field, value });
    }
  }
  return changes;
}
