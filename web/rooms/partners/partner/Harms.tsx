/** Harm that came to them: what and when. It puts them first under *worth a call*. */
import type { Harm } from '@alongside/practice';
import { cleanLine } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { Disclosure } from '../../../ui/Disclosure.tsx';
import { today, useSayDay } from '../../../ui/days.ts';
import { NotHere } from '../../../ui/EmptyPage.tsx';
import { OwnWords } from '../../../ui/OwnWords.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { write } from '../write-partner.ts';

export function Harms({
  partner,
  harms,
}: {
  readonly partner: string;
  readonly harms: readonly Harm[];
}) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const sayDay = useSayDay();
  const [what, setWhat] = useState('');
  const [on, setOn] = useState(today());
  const [tried, setTried] = useState(false);
  const isSaid = cleanLine(what) !== '';
  const add = () => {
    setTried(true);
    if (!isSaid || on === '' || on > today()) return;
    const record = workspace.newId();
    write(workspace, 'harms', record, { partner, what: cleanLine(what), on });
    offerUndo(t`Written down.`, () => remove(record, true));
    setWhat('');
    setTried(false);
  };
  const remove = (record: string, isGone: boolean) =>
    workspace.commit(
      [{ table: 'harms', record, field: 'deleted', value: isGone }],
      workspace.coreTeam,
    );
  const sorted = [...harms].sort((a, b) => ((a.on ?? '') < (b.on ?? '') ? 1 : -1));
  return (
    <>
      {sorted.length > 0 && (
        <>
          <h2>
            <Trans>What happened to them</Trans>
          </h2>
          <ul className="passed">
            {sorted.map((harm) => (
              <li key={harm.id}>
                <OwnWords>{harm.what}</OwnWords>
                {harm.on && ` · ${sayDay(harm.on)}`}{' '}
                <Button
                  kind="quiet"
                  onPress={() => {
                    remove(harm.id, true);
                    offerUndo(t`Deleted.`, () => remove(harm.id, false));
                  }}
                >
                  <Trans>Delete</Trans>
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <Disclosure summary={<Trans>Something happened to them</Trans>}>
        <TextField
          label={<Trans>What happened, in a line</Trans>}
          hint={
            <Trans>
              Threats, an eviction, a raid. About the organization: name nobody. Until somebody has
              called, they stand first among those worth a call.
            </Trans>
          }
          value={what}
          onChange={setWhat}
          maxLength={300}
          {...(tried && !isSaid && { wrong: <Trans>Write what happened.</Trans> })}
        />
        <DayField
          label={<Trans>The day</Trans>}
          value={on}
          max={today()}
          onChange={setOn}
          {...(tried &&
            (on === '' || on > today()) && { wrong: <Trans>Choose a day up to today.</Trans> })}
        />
        <Button onPress={add}>
          <Trans>Write it down</Trans>
        </Button>
        <NotHere />
      </Disclosure>
    </>
  );
}
