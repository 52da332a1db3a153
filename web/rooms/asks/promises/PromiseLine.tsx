/**
 * One promise: what, by when, maybe or sure, who carries it; and what can become of it. To change it or
 * set it down is to tell them: the word to them is asked for.
 */
import {
  isDue,
  isToKeep,
  keepPromise,
  type PromiseMade,
  promiseChanges,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { OwnWords, ownWords } from '../../../ui/OwnWords.tsx';
import { PersonName } from '../../../ui/PersonName.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { commitWithUndo } from '../write-decisions.ts';
import { ChangePromise } from './ChangePromise.tsx';
import { HandOn } from './HandOn.tsx';
import { SetDown } from './SetDown.tsx';

type Doing = 'change' | 'set-down' | 'hand-on' | null;

export function PromiseLine({ promise }: { readonly promise: PromiseMade }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const [doing, setDoing] = useState<Doing>(null);
  const done = () => setDoing(null);
  const { id, what, sureness } = promise;
  const keep = () =>
    offerUndo(t`The promise is kept.`, commitWithUndo(workspace, keepPromise(id, today())));
  const toggle = () =>
    commitWithUndo(
      workspace,
      promiseChanges(id, { sureness: sureness === 'maybe' ? 'sure' : 'maybe' }),
    );
  return (
    <>
      <p {...ownWords(what)}>{what}</p>
      <Standing promise={promise} />
      {isToKeep(promise) && doing === null && (
        <div className="row">
          <Button onPress={keep}>
            <Trans>Kept</Trans>
          </Button>
          <Button kind="quiet" onPress={() => setDoing('change')}>
            <Trans>Change</Trans>
          </Button>
          <Button kind="quiet" onPress={() => setDoing('set-down')}>
            <Trans>Set it down</Trans>
          </Button>
          <Button kind="quiet" onPress={() => setDoing('hand-on')}>
            <Trans>Hand on</Trans>
          </Button>
          <Button kind="quiet" onPress={toggle}>
            {sureness === 'maybe' ? <Trans>Sure now</Trans> : <Trans>Only maybe</Trans>}
          </Button>
        </div>
      )}
      {doing === 'change' && <ChangePromise promise={promise} onDone={done} />}
      {doing === 'set-down' && <SetDown promise={promise} onDone={done} />}
      {(doing === 'hand-on' || promise.handTo !== null) && isToKeep(promise) && (
        <HandOn
          it={promise}
          write={(values) => commitWithUndo(workspace, promiseChanges(id, values))}
          onDone={done}
        />
      )}
    </>
  );
}

function Standing({ promise }: { readonly promise: PromiseMade }) {
  const sayDay = useSayDay();
  const { state, by, stateOn, sureness, carriedBy, wordToThem, before } = promise;
  const day = by && sayDay(by);
  const on = stateOn && sayDay(stateOn);
  const who = carriedBy && <PersonName of={carriedBy} />;
  const word = <OwnWords>{wordToThem}</OwnWords>;
  const was = <OwnWords>{before}</OwnWords>;
  return (
    <>
      <p className={isDue(promise, today()) ? 'late' : 'quiet'}>
        {state === 'kept' ? (
          <Trans>Kept</Trans>
        ) : state === 'set-down' ? (
          <Trans>Set down, and told them</Trans>
        ) : sureness === 'maybe' ? (
          <Trans>Maybe</Trans>
        ) : (
          <Trans>Sure</Trans>
        )}
        {isToKeep(promise) ? day && <> · {day}</> : on && <> · {on}</>}
        {who && (
          <>
            {' · '}
            <Trans>carried by {who}</Trans>
          </>
        )}
      </p>
      {state === 'changed' && (
        <p className="quiet">
          <Trans>Changed. Before: {was}</Trans>
        </p>
      )}
      {wordToThem !== '' && (
        <p className="quiet">
          <Trans>What we told them: {word}</Trans>
        </p>
      )}
    </>
  );
}
