/** When each part of a plan begins and ends, and how the whole stands to the hour. */
import type { PlanPart } from './plan.ts';

export interface PlanTimes {
  /** Minutes from the beginning, a part an entry. */
  readonly parts: readonly { readonly id: string; readonly from: number; readonly to: number }[];
  readonly minutes: number;
  readonly hour:
    | { readonly type: 'OneHour' }
    | { readonly type: 'Over'; readonly by: number }
    | { readonly type: 'Under'; readonly by: number };
}

/** The times of a plan. The total is the sum of the parts and nothing else. */
export function planTimes(parts: readonly PlanPart[]): PlanTimes {
  let minutes = 0;
  const times = parts.map((part) => {
    const from = minutes;
    minutes += part.minutes;
    return { id: part.id, from, to: minutes };
  });
  return {
    parts: times,
    minutes,
    hour:
      minutes === 60
        ? { type: 'OneHour' }
        : minutes > 60
          ? { type: 'Over', by: minutes - 60 }
          : { type: 'Under', by: 60 - minutes },
  };
}
