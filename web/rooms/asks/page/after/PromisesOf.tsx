/** Promises made with a yes. The first is made in one step; others are added in a line. */
import { cleanLine, type PromiseMade, promiseChanges, promiseFromYes } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../../ui/Button.tsx';
import { Disclosure } from '../../../../ui/Disclosure.tsx';
import { Row, Rows } from '../../../../ui/Rows.tsx';
import { TextField } from '../../../../ui/TextField.tsx';
import { useUndo } from '../../../../ui/Undo.tsx';
import { useWorkspace } from '../../../../ui/workspace.tsx';
import { PromiseLine } from '../../promises/PromiseLine.tsx';
import { commitWithUndo } from '../../write-decisions.ts';
import type { Given } from '../given.ts';

export function PromisesOf({
  ask,
  promised,
}: Given & { readonly promised: readonly PromiseMade[] }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const [what, setWhat] = useState('');
  const make = () => {
    const id = workspace.newId();
    offerUndo(
      t`The promise is written down.`,
      commitWithUndo(workspace, promiseFromYes(ask, id, workspace.me)),
    );
  };
  const add = () => {
    if (cleanLine(what) === '') return;
    const values = { ask: ask.id, what, by: ask.on, sureness: 'sure', state: 'open' };
    const id = workspace.newId();
    const changes = promiseChanges(id, { ...values, carriedBy: workspace.me });
    offerUndo(t`The promise is written down.`, commitWithUndo(workspace, changes));
    setWhat('');
  };
  if (promised.length === 0) {
    return (
      <>
        <p>
          <Trans>
            A yes is a promise: what we do, by when, and who of us carries it. Written down, it
            comes back to you on its day.
          </Trans>
        </p>
        <div className="row">
          <Button onPress={make}>
            <Trans>Write down the promise</Trans>
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Rows label={t`Promises`}>
        {promised.map((promise) => (
          <Row key={promise.id}>
            <PromiseLine promise={promise} />
          </Row>
        ))}
      </Rows>
      <Disclosure summary={<Trans>Promise something more</Trans>}>
        <TextField label={<Trans>What we promise</Trans>} value={what} onChange={setWhat} />
        <Button onPress={add} isDisabled={cleanLine(what) === ''}>
          <Trans>Add it</Trans>
        </Button>
      </Disclosure>
    </>
  );
}
