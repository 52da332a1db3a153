/** Quiet: every reminder stops until a day, for everyone here; it ends by itself, or with one press. */
import { daysAfter, type QuietRefused, quietRefusal } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from './Button.tsx';
import { DayField } from './DayField.tsx';
import { Disclosure } from './Disclosure.tsx';
import { today, useSayDay } from './days.ts';
import { Notice } from './Notice.tsx';
import { useQuietUntil, writeQuiet } from './single.ts';
import { useUndo } from './Undo.tsx';
import { WhoCanRead } from './WhoCanRead.tsx';
import { useWorkspace } from './workspace.tsx';

/** Days until which it is quiet unless another is chosen. */
const usual = 3;

/** Says that it is quiet, and ends it. Shows nothing otherwise. */
export function QuietNotice() {
  const workspace = useWorkspace();
  const sayDay = useSayDay();
  const offerUndo = useUndo();
  const until = useQuietUntil();
  if (until === null) return null;
  const day = sayDay(until);
  return (
    <Notice
      actions={
        <Button
          onPress={() => {
            writeQuiet(workspace, null);
            offerUndo(t`Quiet has ended.`, () => writeQuiet(workspace, until));
          }}
        >
          <Trans>End quiet now</Trans>
        </Button>
      }
    >
      <p>
        <Trans>
          Quiet until {day}: nothing reminds anyone here. Everything that waits is still there, and
          quiet ends by itself.
        </Trans>
      </p>
    </Notice>
  );
}

/** Begins quiet. Shows nothing while it is quiet. */
export function QuietSwitch() {
  const workspace = useWorkspace();
  const sayDay = useSayDay();
  const offerUndo = useUndo();
  const [until, setUntil] = useState(() => daysAfter(today(), usual));
  const [wrong, setWrong] = useState<QuietRefused | null>(null);
  if (useQuietUntil() !== null) return null;
  const begin = () => {
    const refused = quietRefusal(until, today());
    setWrong(refused);
    if (refused) return;
    writeQuiet(workspace, until);
    const day = sayDay(until);
    offerUndo(t`Quiet until ${day}.`, () => writeQuiet(workspace, null));
  };
  return (
    <Disclosure summary={<Trans>Quiet</Trans>}>
      <DayField
        label={<Trans>No reminders until</Trans>}
        hint={<Trans>For everyone here. It ends by itself on that day.</Trans>}
        value={until}
        min={daysAfter(today(), 1)}
        onChange={(day) => {
          setUntil(day);
          setWrong(null);
        }}
        {...(wrong && {
          wrong:
            wrong.type === 'NotADay' ? (
              <Trans>There is no such day. Choose another.</Trans>
            ) : (
              <Trans>Choose a day still to come.</Trans>
            ),
        })}
      />
      <WhoCanRead audience="everyone" />
      <Button onPress={begin}>
        <Trans>Be quiet until then</Trans>
      </Button>
    </Disclosure>
  );
}
