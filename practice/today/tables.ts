/** What Today writes down: the one question that a space keeps in front of itself. */
import { day, type Read, storySource, words } from '../fields.ts';

export const ourQuestionFields = {
  /** A question of our own choosing. The newest record is the one that is shown. */
  text: words(),
  chosenOn: day(),
  source: storySource(),
};

export type OurQuestion = Read<typeof ourQuestionFields>;

/** One switch for all of us. There is one record of it. */
export const quietFields = {
  /** Every reminder is stopped until this day, on which it ends by itself. */
  until: day(),
};
