/**
 * A day of an ask that is kept as soon as it is a real one and not before the ask came. One that is refused
 * stays in its field with the reason beside it; what was kept before stays kept.
 */
import { type Day, isDay } from '@alongside/practice';
import { type ReactNode, useState } from 'react';
import { DayField } from '../../../ui/DayField.tsx';
import { refusalWords } from '../refusals.ts';

export function KeptDay({
  label,
  kept,
  received,
  keep,
}: {
  readonly label: ReactNode;
  readonly kept: Day | null;
  /** The day the ask came; null where it is not known. */
  readonly received: Day | null;
  readonly keep: (day: Day | null) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const value = typed ?? kept ?? '';
  const wrong = typed === undefined ? undefined : wrongDay(typed, received);
  return (
    <DayField
      label={label}
      value={value}
      {...(received && { min: received })}
      onChange={(day) => {
        setTyped(day);
        if (wrongDay(day, received) === undefined) keep(day || null);
      }}
      {...(wrong !== undefined && { wrong })}
    />
  );
}

function wrongDay(day: string, received: Day | null): string | undefined {
  if (day === '') return undefined;
  if (!isDay(day)) return refusalWords({ type: 'NotADay', written: day });
  return received !== null && day < received
    ? refusalWords({ type: 'DayBeforeAsk', by: day, received })
    : undefined;
}
