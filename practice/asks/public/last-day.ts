/** How far ahead a page for people with nothing installed may be there. */
import { type Day, daysAfter } from '../../day.ts';

/** Days. A server keeps what stands beside a workspace's own stream 400 days at most. */
const longestAhead = 365;

/** The last day on which a page that is made today can take answers. */
export function furthestDay(today: Day): Day {
  return daysAfter(today, longestAhead);
}
