/**
 * The words of an honest conversation go thirty days after what was to be repaired is repaired: what both
 * sides said in trust is not kept for good. That there was one, and its days, stay.
 */
import { type Day, daysBetween } from '../day.ts';
import type { Change } from '../stories/record.ts';
import type { Conversation } from './tables.ts';

/** Days that its words are still there after the day of the repair. */
const wordsKeptFor = 30;

const words = ['toSay', 'said', 'toRepair'] as const;

export function conversationsToClear(
  conversations: readonly Pick<Conversation, 'id' | 'repairedOn' | (typeof words)[number]>[],
  today: Day,
): readonly Change[] {
  return conversations
    .filter(
      ({ repairedOn }) => repairedOn !== null && daysBetween(repairedOn, today) > wordsKeptFor,
    )
    .flatMap((conversation) =>
      words
        .filter((field) => conversation[field] !== '')
        .map((field) => ({ table: 'conversations', record: conversation.id, field, value: '' })),
    );
}
