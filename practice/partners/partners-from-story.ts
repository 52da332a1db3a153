/**
 * Organizations that a story names, as partners. Each carries the line it came from. A name that is
 * already a partner's is left alone, however it is capitalised or accented.
 */
import { cleanLine, folded } from '../clean.ts';
import type { Piece } from '../stories/piece.ts';
import type { Change } from '../stories/record.ts';

export interface StoryPieces {
  /** The story's record. */
  readonly id: string;
  readonly pieces: readonly Piece[];
}

/**
 * Changes that write down each partner the story names and nobody has written down yet; only those
 * of `chosen` pieces, where some are chosen.
 */
export function partnersFromStory(
  story: StoryPieces,
  known: readonly { readonly name: string }[],
  newId: () => string,
  chosen?: ReadonlySet<string>,
): Change[] {
  const seen = new Set(known.map((partner) => folded(partner.name)));
  const changes: Change[] = [];
  for (const piece of story.pieces) {
    const name = cleanLine(piece.text);
    if (chosen && !chosen.has(piece.id)) continue;
    if (piece.kind !== 'partner' || name === '' || seen.has(folded(name))) continue;
    seen.add(folded(name));
    const record = newId();
    const from = { story: story.id, piece: piece.id, line: piece.places[0]?.line ?? 0 };
    changes.push(
      { table: 'partners', record, field: 'name', value: name },
      { table: 'partners', record, field: 'from', value: from },
    );
  }
  return changes;
}
