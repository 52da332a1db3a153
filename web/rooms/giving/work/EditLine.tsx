/** One line of work, new or changed: what it is, about how much of a week, and from when until when. */
import { cleanLine, setFields, undoOf, type WorkLine } from '@alongside/practice';
import { t } from '@lingui/core/macro';
import { Trans } from '@lingui/react/macro';
import { useState } from 'react';
import { Button } from '../../../ui/Button.tsx';
import { Checkbox, Radio, RadioGroup } from '../../../ui/Choices.tsx';
import { DayField } from '../../../ui/DayField.tsx';
import { today } from '../../../ui/days.ts';
import { HalfDaysChoice } from '../../../ui/HalfDaysChoice.tsx';
import { TextField } from '../../../ui/TextField.tsx';
import { useUndo } from '../../../ui/Undo.tsx';
import { useWorkspace } from '../../../ui/workspace.tsx';

export function EditLine({
  line,
  onDone,
}: {
  readonly line?: WorkLine;
  readonly onDone: () => void;
}) {
  const workspace = useWorkspace();
  const offerUndo = useUndo();
  const [name, setName] = useState(line?.name ?? '');
  const [kind, setKind] = useState<WorkLine['kind']>(line?.kind ?? 'own');
  const [halfDays, setHalfDays] = useState(line?.halfDays || 2);
  const [from, setFrom] = useState(line?.from ?? '');
  const [until, setUntil] = useState(line?.until ?? '');
  const [isMaybe, setMaybe] = useState(line?.sureness === 'maybe');
  const [tried, setTried] = useState(false);
  const isNamed = cleanLine(name) !== '';
  const isBackwards = from !== '' && until !== '' && until < from;
  const save = () => {
    setTried(true);
    if (!isNamed || isBackwards) return;
    const sureness = isMaybe && kind === 'with-others' ? 'maybe' : 'sure';
    const days = { from: from || null, until: until || null };
    const fields = { name: cleanLine(name), kind, halfDays, sureness, ...days, talkedOn: today() };
    const id = line?.id ?? workspace.newId();
    workspace.commit(setFields('workLines', id, fields), workspace.coreTeam);
    onDone();
  };
  const remove = () => {
    if (!line) return;
    const changes = [{ table: 'workLines', record: line.id, field: 'deleted', value: true }];
    const back = undoOf(changes, workspace.tables.get);
    workspace.commit(changes, workspace.coreTeam);
    offerUndo(t`The line is removed.`, () => workspace.commit(back, workspace.coreTeam));
    onDone();
  };
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextField
        label={<Trans>The campaign or the work</Trans>}
        hint={<Trans>The newsletter, the Thursday clinic, the campaign for the bus lines.</Trans>}
        value={name}
        onChange={setName}
        maxLength={200}
        isRequired
        {...(tried && !isNamed && { wrong: <Trans>Write what it is.</Trans> })}
      />
      <RadioGroup
        label={<Trans>Whose is it?</Trans>}
        value={kind}
        onChange={(chosen) => setKind(chosen === 'own' ? 'own' : 'with-others')}
      >
        <Radio value="own">
          <Trans>Our own work</Trans>
        </Radio>
        <Radio value="with-others">
          <Trans>With others: somebody else’s campaign</Trans>
        </Radio>
      </RadioGroup>
      <HalfDaysChoice
        label={<Trans>About how much of a week, of all of us together?</Trans>}
        value={halfDays}
        onChange={setHalfDays}
      />
      <div className="giving-days">
        <DayField
          label={<Trans>From</Trans>}
          hint={<Trans>You can leave it empty.</Trans>}
          value={from}
          onChange={setFrom}
        />
        <DayField
          label={<Trans>Until</Trans>}
          hint={<Trans>You can leave it empty.</Trans>}
          value={until}
          onChange={setUntil}
          {...(isBackwards && { wrong: <Trans>The last day is before the first.</Trans> })}
        />
      </div>
      {kind === 'with-others' && (
        <Checkbox isSelected={isMaybe} onChange={setMaybe}>
          <Trans>Maybe: it is not sure yet</Trans>
        </Checkbox>
      )}
      <div className="row">
        <Button kind={line ? 'plain' : 'filled'} type="submit">
          <Trans>Keep the line</Trans>
        </Button>
        <Button kind="quiet" onPress={onDone}>
          <Trans>Leave it</Trans>
        </Button>
        {line && (
          <Button kind="quiet" onPress={remove}>
            <Trans>Remove it</Trans>
          </Button>
        )}
      </div>
    </form>
  );
}
