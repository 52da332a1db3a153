/** Promises that somebody who steps back offers to others: each is taken with a yes of one's own. */
import {
  handOverFields,
  promiseFields,
  promisesOffered,
  readFields,
  takeHandOver,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useMemo } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useSayDay } from '../../../ui/days.ts';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { Row, Rows } from '../../../ui/Rows.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useTable, useWorkspace } from '../../../ui/workspace.tsx';

type Offered = ReturnType<typeof useOffered>[number];

function useOffered() {
  const promises = useTable('promises');
  const handOvers = useTable('handOvers');
  return useMemo(
    () =>
      promisesOffered(
        promises.map((record) => readFields(promiseFields, record)),
        handOvers.map((record) => readFields(handOverFields, record)),
      ),
    [promises, handOvers],
  );
}

export function OfferedPromises() {
  const offered = useOffered();
  if (offered.length === 0) return null;
  return (
    <section className="stack">
      <h2>
        <Trans>Promises that somebody else could carry</Trans>
      </h2>
      <Rows label={t`Promises that somebody else could carry`}>
        {offered.map((one) => (
          <Row key={one.promise.id}>
            <OfferedPromise {...one} />
          </Row>
        ))}
      </Rows>
    </section>
  );
}

function OfferedPromise({ promise, handOver }: Offered) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const sayDay = useSayDay();
  const isMine = promise.carriedBy === workspace.me;
  const take = () => {
    const changes = takeHandOver(workspace.me, handOver, promise);
    if ('type' in changes) return;
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(t`You carry this promise now.`, () =>
      workspace.commit(
        [
          { table: 'promises', record: promise.id, field: 'carriedBy', value: promise.carriedBy },
          { table: 'handOvers', record: handOver.id, field: 'taken', value: false },
        ],
        workspace.coreTeam,
      ),
    );
  };
  const day = promise.by && sayDay(promise.by);
  return (
    <>
      <p>
        <OwnWords>{promise.what}</OwnWords>
        {day && ` · ${day}`}
      </p>
      {isMine ? (
        <p className="quiet">
          <Trans>Yours until somebody else takes it.</Trans>
        </p>
      ) : (
        <Button onPress={take}>
          <Trans>I can carry it</Trans>
        </Button>
      )}
    </>
  );
}
