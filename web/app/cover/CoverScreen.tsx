/** What a covered workspace shows: no name, no number, only where the six digits go. */
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { tries } from './cover-state.ts';

export function CoverScreen({
  triesLeft,
  onTry,
  onLock,
}: {
  readonly triesLeft: number;
  readonly onTry: (code: string) => void;
  readonly onLock: () => void;
}) {
  const [typed, setTyped] = useState('');
  const type = (value: string) => {
    const digits = latinDigits(value).replace(/\D/g, '').slice(0, 6);
    if (digits.length < 6) {
      setTyped(digits);
      return;
    }
    setTyped('');
    onTry(digits);
  };
  return (
    <main className="cover" id="cover">
      <h1>
        <Trans>Covered.</Trans>
      </h1>
      <TextField
        label={<Trans>Your six digits</Trans>}
        value={typed}
        onChange={type}
        inputMode="numeric"
        autoFocus
        wrong={
          triesLeft < tries ? (
            <Plural
              value={triesLeft}
              one="Not these. One more try, then it locks and only your six words open it."
              other="Not these. # more tries, then it locks and only your six words open it."
            />
          ) : undefined
        }
      />
      <Button onPress={onLock}>
        <Trans>Lock</Trans>
      </Button>
    </main>
  );
}

/** Digits as typed on an Arabic or Persian keyboard, as Latin ones. */
export function latinDigits(text: string): string {
  return text.replace(/[٠-٩۰-۹]/g, (digit) => String((digit.codePointAt(0) ?? 0) & 15));
}
