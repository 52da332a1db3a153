/**
 * How much: what a person can usually give in a week, in their words and in quarter days. The last one
 * has no end; it counts as the least that it can mean. What is told is in half days. The sums and
 * their limits are in docs/guide/how-we-know.
 */

export const usualAmounts = ['couple-of-hours', 'half-day', 'day', 'more'] as const;
export type UsualAmount = (typeof usualAmounts)[number];

/** Quarter days a week. */
export const quarterDays: Readonly<Record<UsualAmount, number>> = {
  'couple-of-hours': 1,
  'half-day': 2,
  day: 4,
  more: 6,
};

export const least = Math.min(...Object.values(quarterDays));
export const most = Math.max(...Object.values(quarterDays));

/** Whole half days in so many quarter days; what is over is not told. */
export function halfDaysIn(quarters: number): number {
  return Math.floor(quarters / 2);
}
