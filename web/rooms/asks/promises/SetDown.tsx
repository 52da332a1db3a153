/** Setting a promise down: always with word to them, and never with a reason. */
import { type PromiseMade, type PromiseRefused, setDownPromise } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { today } from '../../../ui/days.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { refusalWords } from '../refusals.ts';
import { commitWithUndo } from '../write-decisions.ts';

export function SetDown({
  promise,
  onDone,
}: {
  readonly promise: PromiseMade;
  readonly onDone: () => void;
}) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const [word, setWord] = useState('');
  const [refused, setRefused] = useState<PromiseRefused>();
  const setDown = () => {
    const down = setDownPromise(promise.id, word, today());
    if ('type' in down) {
      setRefused(down);
      return;
    }
    offerUndo(t`Set down, and told them.`, commitWithUndo(workspace, down));
    onDone();
  };
  return (
    <>
      <TextField
        label={<Trans>What did you tell them?</Trans>}
        hint={<Trans>A promise is set down with word to them. No reason is asked.</Trans>}
        value={word}
        onChange={setWord}
        {...(refused && { wrong: refusalWords(refused) })}
      />
      <div className="row">
        <Button onPress={setDown}>
          <Trans>Set it down</Trans>
        </Button>
        <Button kind="quiet" onPress={onDone}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </>
  );
}
