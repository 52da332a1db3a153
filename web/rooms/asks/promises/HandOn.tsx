/**
 * Handing a promise, an ask or a gathering on to somebody here, with their consent. It stays where it is
 * until they say yes; nobody is handed what they have handed on before.
 */
import { type Carried, type Carrying, handOn, leaveIt, takeOver } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { PersonName } from '../../../ui/PersonName.tsx';
import { usePeopleHere } from '../../../ui/people-here.ts';
import { Select } from '../../../ui/Select.tsx';
import { useUndo } from '../../../ui/Undo.tsx';

export interface HandOnProps {
  readonly it: Carried;
  /** Writes it down, and gives the way to take it back. */
  readonly write: (values: Carrying) => () => void;
  readonly onDone: () => void;
}

export function HandOn({ it, write, onDone }: HandOnProps) {
  const { me } = usePeopleHere();
  const offerUndo = useUndo();
  if (it.handTo === me) {
    const take = () => {
      const taken = takeOver(it, me);
      if (!('type' in taken)) offerUndo(t`You carry it now.`, write(taken as Carrying));
    };
    return (
      <>
        <p>
          <Trans>You are asked to take this over.</Trans>
        </p>
        <div className="row">
          <Button onPress={take}>
            <Trans>I take it over</Trans>
          </Button>
          <Button kind="quiet" onPress={() => offerUndo(t`It stays where it was.`, write(leaveIt))}>
            <Trans>Not me</Trans>
          </Button>
        </div>
      </>
    );
  }
  if (it.handTo !== null) {
    const person = <PersonName of={it.handTo} />;
    return (
      <>
        <p className="quiet">
          <Trans>Asked of {person}. It stays where it is until they say yes.</Trans>
        </p>
        <div className="row">
          <Button kind="quiet" onPress={() => offerUndo(t`It stays where it was.`, write(leaveIt))}>
            <Trans>Take it back</Trans>
          </Button>
        </div>
      </>
    );
  }
  return <AskSomebody it={it} write={write} onDone={onDone} />;
}

function AskSomebody({ it, write, onDone }: HandOnProps) {
  const { others, nameOf } = usePeopleHere();
  const offerUndo = useUndo();
  const [to, setTo] = useState<string | null>(null);
  const can = others.filter(({ id }) => !('type' in handOn(it, id)));
  const ask = () => {
    const asked = to === null ? null : handOn(it, to);
    if (asked === null || 'type' in asked) return;
    offerUndo(t`They are asked.`, write(asked));
    onDone();
  };
  if (can.length === 0) {
    return (
      <>
        <p className="quiet">
          {others.length === 0 ? (
            <Trans>Nobody else is here yet to hand it on to.</Trans>
          ) : (
            <Trans>
              Everyone else here carries it or has handed it on before. Talk about it together.
            </Trans>
          )}
        </p>
        <div className="row">
          <Button kind="quiet" onPress={onDone}>
            <Trans>Leave it</Trans>
          </Button>
        </div>
      </>
    );
  }
  return (
    <>
      <Select
        label={<Trans>Who could take it over?</Trans>}
        options={can.map(({ id }) => ({ id, name: nameOf(id) }))}
        value={to}
        onChange={setTo}
        placeholder={t`choose someone`}
      />
      <div className="row">
        <Button onPress={ask} isDisabled={to === null}>
          <Trans>Ask them</Trans>
        </Button>
        <Button kind="quiet" onPress={onDone}>
          <Trans>Leave it</Trans>
        </Button>
      </div>
    </>
  );
}
