/** What Today writes down: the one question that a space keeps in front of itself. */
import { day, type Read, storySource, words } from '../fields.ts';

export const ourQuestionFields = {
  /** A question of our own choosing. The newest record is the one that is shown. */
  text: words(),
  chosenOn: day(),
  source: storySource(),
};

export type OurQuestion = Read<typeof ourQuestionFields>;
