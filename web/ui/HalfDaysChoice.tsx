/** About how much of a week: half days as a list that opens. */
import type { ReactNode } from 'react';
import { sayHalfDays } from './half-days.ts';
import { Select } from './Select.tsx';

/** Up to ten days a week, of everyone together. */
const most = 20;

export function HalfDaysChoice(props: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  /** The smallest amount that can be chosen: half a day where none is said. */
  readonly least?: 0 | 1;
  readonly value: number;
  readonly onChange: (halfDays: number) => void;
}) {
  const { label, hint, least = 1, value, onChange } = props;
  const amounts = Array.from({ length: Math.max(most, value) + 1 - least }, (_, at) => at + least);
  return (
    <Select
      label={label}
      {...(hint !== undefined && { hint })}
      options={amounts.map((amount) => ({ id: String(amount), name: sayHalfDays(amount) }))}
      value={String(value)}
      onChange={(chosen) => onChange(Number(chosen))}
    />
  );
}
