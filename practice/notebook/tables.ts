/**
 * What My notebook writes down, for its writer alone, and what its writer gave to more readers. The writing itself is a text of the record
 * (field `body`), which is no field of the table.
 */
import { choice, day, link, type Read, storySource, words } from '../fields.ts';

export const reflectionFields = {
  /** *Why I do this*, or an answer to a prompt. */
  kind: choice(['why', 'prompt']),
  /** The prompt as it was asked. */
  prompt: words(),
  /** The line of the story that asks it. */
  source: storySource(),
  begunOn: day(),
};

export type Reflection = Read<typeof reflectionFields>;

/** Words of a page that its writer shared. A new record each time: see `excerpt.ts`. */
export const excerptFields = {
  text: words(),
  /** The page it came from, which only its writer can read. */
  reflection: link(),
  sharedOn: day(),
};

export type Excerpt = Read<typeof excerptFields>;
