/** What a covered workspace shows: no name, no number, only where the six digits go. */
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { readCode, TRIES } from '../open-workspace/auto-lock.ts';

export interface CoverScreenProps {
  readonly triesLeft: number;
  readonly onTry: (code: string) => void;
  readonly onLock: () => void;
}

export function CoverScreen({ triesLeft, onTry, onLock }: CoverScreenProps) {
  const [typed, setTyped] = useState('');
  const type = (value: string) => {
    const code = readCode(value);
    setTyped(code ? '' : value.slice(0, 6));
    if (code) onTry(code);
  };
  return (
    <main className="cover">
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
          triesLeft < TRIES ? (
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
