/** Picks a day out of many traditions: one list, in the reader's alphabet, with when it is next. */
import {
  type DateToKeep,
  daysAfter,
  observances,
  observedDays,
  setFields,
} from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { useLingui } from '@lingui/react';
import { Trans } from '@lingui/react/macro';
import { useMemo, useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { useByName } from '../../../ui/by-name.ts';
import { today } from '../../../ui/days.ts';
import { Select } from '../../../ui/Select.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';
import { useSayDate } from './DateName.tsx';
import { observanceWords } from './observance-words.ts';

/** Every calendar here comes round within so many days. */
const ahead = 400;

export function PickDate({ kept }: { readonly kept: readonly DateToKeep[] }) {
  const workspace = useWorkspace();
  const { _ } = useLingui();
  const byName = useByName();
  const sayDate = useSayDate();
  const say = useUndo();
  const [chosen, setChosen] = useState<string | null>(null);
  const options = useMemo(
    () =>
      [...observances.keys()]
        .filter((key) => !kept.some((one) => one.key === key))
        .map((key) => ({ id: key, name: _(observanceWords[key] ?? { id: key }) }))
        .sort(byName),
    [kept, _, byName],
  );
  const observance = chosen === null ? undefined : observances.get(chosen);
  const first = observance && observedDays(observance, today(), daysAfter(today(), ahead))[0];
  const when =
    observance && first
      ? sayDate({ ...observance, from: first, until: daysAfter(first, observance.lasts - 1) })
      : null;
  const add = () => {
    if (!observance) return;
    const record = workspace.newId();
    workspace.commit(
      setFields('datesToKeep', record, { key: observance.key, gives: 'as-usual' }),
      workspace.coreTeam,
    );
    setChosen(null);
    say(t`It is on the list.`, () =>
      workspace.commit(setFields('datesToKeep', record, { deleted: true }), workspace.coreTeam),
    );
  };
  return (
    <section className="stack">
      <h2>
        <Trans>Pick a day</Trans>
      </h2>
      <Select
        label={<Trans>Days of many traditions, in alphabetical order</Trans>}
        hint={<Trans>“About”: where the moon is sighted, or a community decides.</Trans>}
        options={options}
        value={chosen}
        onChange={setChosen}
        placeholder={t`choose`}
      />
      {when && (
        <p>
          <Trans>Next: {when}</Trans>
        </p>
      )}
      <div className="row">
        <Button onPress={add} isDisabled={!observance}>
          <Trans>Put it on our list</Trans>
        </Button>
      </div>
    </section>
  );
}
