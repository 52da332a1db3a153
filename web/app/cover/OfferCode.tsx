/** The gentle moment to choose six digits: after a minute away, or when a cover is first asked for. */
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';
import { TextField } from '../../ui/TextField.tsx';
import { useUndo } from '../../ui/Undo.tsx';
import { WhoCanRead } from '../../ui/WhoCanRead.tsx';
import { useWorkspace } from '../../ui/workspace.tsx';
import { writeCoverCode } from '../house-records.ts';
import { readCode } from '../open-workspace/auto-lock.ts';

let refusedThisTime = false;

export function OfferCode({
  onDone,
  asked = false,
}: {
  readonly onDone: (chosen: boolean) => void;
  /** Asked for by hand: shown even when it was put off before. */
  readonly asked?: boolean;
}) {
  const workspace = useWorkspace();
  const say = useUndo();
  const [code, setCode] = useState('');
  const digits = readCode(code);
  const keep = () => {
    if (!digits) return;
    writeCoverCode(workspace, digits);
    say(t`Alongside now covers itself when you are away for a minute.`);
    onDone(true);
  };
  const putOff = () => {
    refusedThisTime = true;
    onDone(false);
  };
  if (refusedThisTime && !asked) return null;
  return (
    <Dialog
      title={<Trans>Cover this while you are away?</Trans>}
      isOpen
      onClose={putOff}
      closing={false}
      actions={
        <>
          <Button kind="filled" isDisabled={!digits} onPress={keep}>
            <Trans>Cover with these digits</Trans>
          </Button>
          <Button kind="quiet" onPress={putOff}>
            <Trans>Not now</Trans>
          </Button>
        </>
      }
    >
      <p>
        <Trans>
          After a minute out of sight the page goes blank, and six digits bring it back. That keeps
          glances away. It does not protect a phone that is taken: for that, lock it.
        </Trans>
      </p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          keep();
        }}
      >
        <TextField
          label={<Trans>Choose six digits</Trans>}
          value={code}
          onChange={(value) => setCode(value.slice(0, 6))}
          inputMode="numeric"
          autoFocus
        />
        <WhoCanRead audience={workspace.onlyMe} />
      </form>
    </Dialog>
  );
}
