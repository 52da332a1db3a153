/** About how much of a week: half days as a list that opens. */
import type { ReactNode } from 'react';
import { sayHalfDays } from '../../ui/half-days.ts';
import { Select } from '../../ui/Select.tsx';

/** Up to ten days a week, of everyone together. */
const most = 20;

export function HalfDaysChoice(props: {
  readonly label: ReactNode;
  readonly hint?: ReactNode;
  readonly value: number;
  readonly onChange: (halfDays: number) => void;
}) {
  const { label, hint, value, onChange } = props;
  const amounts = Array.from({ length: Math.max(most, value) }, (_, at) => at + 1);
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
