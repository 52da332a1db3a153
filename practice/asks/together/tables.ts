/** What is written down when many ask at once: the event that they are all about. */
import { day, type Read, words } from '../../fields.ts';

export const gatheringFields = {
  /** What happened, in a line. */
  name: words(),
  on: day(),
};
export type Gathering = Read<typeof gatheringFields>;
