/** Whether there is room for what an ask would take of us: by week, by skill, and what would have to move. */
import { type Ask, haveRoom, promiseFields, type Room, readFields } from '@alongside/practice';
import { useMemo } from 'react';
import { today } from '../../../ui/days.ts';
import { usePlanning, useWeeks } from '../../../ui/giving.ts';
import { useTable } from '../../../ui/workspace.tsx';

/** Null until somebody says what it would take. */
export function useRoom(ask: Ask): Room | null {
  const { rows, lines, sum } = useWeeks();
  const { offers } = usePlanning();
  const promises = useTable('promises');
  const { on, by, takesHalfDays, takesWeeks, takesSkills } = ask;
  return useMemo(() => {
    const halfDays = takesHalfDays ?? 0;
    if (halfDays === 0 && takesSkills.length === 0) return null;
    const from = [on, by].find((day) => day !== null && day >= today()) ?? today();
    return haveRoom(
      {
        rows,
        lines,
        promises: promises.map((record) => readFields(promiseFields, record)),
        known: offers ? { offers } : { toldSkills: sum?.skills ?? [] },
      },
      { from, weeks: takesWeeks ?? 1, halfDays, skills: takesSkills },
    );
  }, [on, by, takesHalfDays, takesWeeks, takesSkills, rows, lines, sum, offers, promises]);
}
