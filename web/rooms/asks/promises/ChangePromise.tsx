/** A promise in other words, or for another day, with what we told them. */
import { changePromise, type PromiseMade, type PromiseRefused } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { TextField } from '../../../ui/TextField.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { refusalWords } from '../refusals.ts';
import { commitWithUndo } from '../write-decisions.ts';

export function ChangePromise({
  promise,
  onDone,
}: {
  readonly promise: PromiseMade;
  readonly onDone: () => void;
}) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const [what, setWhat] = useState(promise.what);
  const [by, setBy] = useState(promise.by ?? '');
  const [word, setWord] = useState('');
  const [refused, setRefused] = useState<PromiseRefused>();
  const wrong = (type: PromiseRefused['type']) =>
    refused?.type === type ? { wrong: refusalWords(refused) } : {};
  const change = () => {
    const changed = changePromise(promise, { what, by, word }, today());
    if ('type' in changed) {
      setRefused(changed);
      return;
    }
    offerUndo(t`The promise is changed.`, commitWithUndo(workspace, changed));
    onDone();
  };
  return (
    <>
      <TextField
        label={<Trans>What we promise now</Trans>}
        value={what}
        onChange={setWhat}
        {...wrong('WhatMissing')}
      />
      <DayField label={<Trans>By when</Trans>} value={by} onChange={setBy} {...wrong('NotADay')} />
      <TextField
        label={<Trans>What did you tell them?</Trans>}
        hint={<Trans>A promise is changed with them, not only here.</Trans>}
        value={word}
        onChange={setWord}
        {...wrong('WordMissing')}
      />
      <div className="row">
        <Button onPress={change}>
          <Trans>Change it</Trans>
        </Button>
        <Button kind="quiet" onPress={onDone}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </>
  );
}
