/** How many: a whole number, or nothing said. */
import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { TextField } from '../../../../ui/TextField.tsx';

export function CountField({
  label,
  value,
  onChange,
}: {
  readonly label: ReactNode;
  readonly value: number | null;
  readonly onChange: (count: number | null) => void;
}) {
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (value === null ? '' : String(value));
  const count = readCount(shown);
  return (
    <TextField
      label={label}
      inputMode="numeric"
      maxLength={6}
      value={shown}
      onChange={(words) => {
        setTyped(words);
        const read = readCount(words);
        if (read !== undefined) onChange(read);
      }}
      onBlur={() => count !== undefined && setTyped(undefined)}
      {...(count === undefined && { wrong: <Trans>Write a number, or leave it empty.</Trans> })}
    />
  );
}

/** Digits of any script that the workspace's languages write; undefined where there are other signs. */
function readCount(words: string): number | null | undefined {
  const digits = words
    .trim()
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
    .replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x06f0));
  if (digits === '') return null;
  return /^\d{1,6}$/.test(digits) ? Number(digits) : undefined;
}
