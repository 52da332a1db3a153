/** An invented team with two and a half days a week, two lines of work, and a week that is over. */
import { type Change, dayOf, daysAfter } from '../../../practice/index.ts';
import type { Part } from '../filled/workspace.ts';

const today = dayOf(new Date(), Intl.DateTimeFormat().resolvedOptions().timeZone);

export const record = (
  table: string,
  name: string,
  fields: Readonly<Record<string, Change['value']>>,
): readonly Change[] =>
  Object.entries(fields).map(([field, value]) => ({
    table,
    record: `${name.padEnd(21, '-')}A`,
    field,
    value,
  }));

export const team: readonly Part[] = [
  {
    readers: 'coreTeam',
    changes: [
      ...record('givenSums', 'sum', { halfDays: 5, on: daysAfter(today, -9) }),
      ...record('planning', 'A'.repeat(21), { said: 7 }),
      ...record('workLines', 'bus', { name: 'Bus lines', kind: 'own', halfDays: 8 }),
      ...record('workLines', 'clinic', { name: 'Clinic', kind: 'with-others', halfDays: 2 }),
      ...record('workLines', 'court', {
        name: 'Court watch',
        kind: 'with-others',
        halfDays: 4,
        from: daysAfter(today, 35),
        until: daysAfter(today, 35),
      }),
    ],
  },
];
