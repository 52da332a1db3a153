/**
 * Versions of a story: how it stood when somebody kept it so. Who and when is what the vault knows
 * of the record's writing; a version says what is in it, and never changes.
 */
import * as v from 'valibot';
import { headChanges } from './edit-story.ts';
import type { KeptStory } from './keep-story.ts';
import type { Change, Fields } from './record.ts';
import { type KeptPiece, piecesOfFields, pieceToFields } from './stored-pieces.ts';
import { storyVersionFields } from './tables.ts';

export interface StoryVersion {
  readonly id: string;
  readonly story: string;
  readonly number: number;
  readonly note: string;
  readonly pieces: readonly KeptPiece[];
}

/**
 * Keeps the story as it stands now. Its number is one more than the highest there is: two people
 * who keep one at the same moment have the same number, and both versions stay.
 */
export function saveVersion(
  story: KeptStory,
  versions: readonly StoryVersion[],
  { id, note }: { id: string; note: string },
): Change[] {
  const number = Math.max(0, ...versions.map((version) => version.number)) + 1;
  const set = (field: string, value: Change['value']): Change => ({
    table: 'storyVersions',
    record: id,
    field,
    value,
  });
  return [
    set('story', story.id),
    set('number', number),
    set('note', note.trim()),
    ...story.pieces.flatMap((piece) =>
      pieceToFields(piece).map(({ field, value }) => set(field, value)),
    ),
  ];
}

/** The version a record holds, or undefined where it holds none. */
export function versionOf(record: Fields): StoryVersion | undefined {
  const read = v.safeParse(v.object(storyVersionFields), record);
  if (!read.success) return undefined;
  return { id: record.id, ...read.output, pieces: piecesOfFields(record) };
}

/** Changes that make the story read as the version does. What was put in since is taken out. */
export function returnToVersion(story: KeptStory, version: StoryVersion): Change[] {
  const then = new Set(version.pieces.map((piece) => piece.id));
  return [
    ...story.pieces
      .filter((piece) => !then.has(piece.id))
      .map((piece) => ({
        table: 'stories',
        record: story.id,
        field: `piece:${piece.id}`,
        value: null,
      })),
    ...version.pieces.flatMap((piece) =>
      pieceToFields(piece).map(({ field, value }) => ({
        table: 'stories',
        record: story.id,
        field,
        value,
      })),
    ),
    ...headChanges(story, version.pieces),
  ];
}
