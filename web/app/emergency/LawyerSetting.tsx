/** Where the lawyer's number is written down, and whether the lock screen shows it. */
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Checkbox } from '../../ui/Choices.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { useLawyer, useSpace, writeLawyer } from '../house-records.ts';
import { showLawyer, shownLawyer } from './shown-lawyer.ts';

export function LawyerSetting() {
  const workspace = useWorkspace();
  const lawyer = useLawyer();
  const [typed, setTyped] = useState(lawyer);
  const [shown, setShown] = useState(shownLawyer() !== '');
  // The lock screen is one for all that rests here: a coalition workspace leaves another's number there.
  const { isCoalition } = useSpace();
  const isAnothers = isCoalition && shown && shownLawyer() !== lawyer;
  const save = () => {
    if (typed === lawyer) return;
    writeLawyer(workspace, typed.trim());
    if (shown && !isAnothers) showLawyer(typed.trim());
  };
  return (
    <section className="stack">
      <h2>
        <Trans>The number to call</Trans>
      </h2>
      <TextField
        label={<Trans>Our lawyer’s telephone</Trans>}
        type="tel"
        value={typed}
        onChange={setTyped}
        onBlur={save}
      />
      <WhoCanRead audience={workspace.coreTeam} />
      {workspace.kind === 'kept' && !isAnothers && (
        <Checkbox
          isSelected={shown}
          onChange={(chosen) => {
            setShown(chosen);
            showLawyer(chosen ? typed.trim() : '');
          }}
          note={<Trans>Then whoever holds this device can read the number.</Trans>}
        >
          <Trans>Show it on the lock screen too</Trans>
        </Checkbox>
      )}
    </section>
  );
}
