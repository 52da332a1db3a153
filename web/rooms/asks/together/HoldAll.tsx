/** A holding answer to all that wait, in one action: you will hear from us by that day. */
import { type Ask, daysAfter, holdAll, isDay, toHold } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Plural, Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { refusalWords } from '../refusals.ts';
import { commitWithUndo } from '../write-decisions.ts';

/** Days until they hear, unless another day is chosen. */
const usual = 5;

export function HoldAll({ asks }: { readonly asks: readonly Ask[] }) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const [until, setUntil] = useState(() => daysAfter(today(), usual));
  const isWrong = !isDay(until) || until < today();
  const count = toHold(asks, today()).length;
  const hold = () => {
    if (isWrong) return;
    offerUndo(
      t`All of them have a holding answer. Copy each reply below.`,
      commitWithUndo(workspace, holdAll(asks, until, today())),
    );
  };
  return (
    <section className="hold-all stack">
      <DayField
        label={<Trans>You will hear from us by…</Trans>}
        hint={<Trans>One reply for each, in its language. It is not an answer yet.</Trans>}
        value={until}
        min={today()}
        onChange={setUntil}
        {...(isWrong && {
          wrong: refusalWords(
            isDay(until)
              ? { type: 'DayIsPast', by: until, received: today() }
              : { type: 'NotADay', written: until },
          ),
        })}
      />
      <Button kind="filled" onPress={hold}>
        <Plural value={count} one="Tell them" other="Tell all # of them" />
      </Button>
    </section>
  );
}
